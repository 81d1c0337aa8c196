import { ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { Outcome } from '../../domain/contract/commands.ts';
import type { EventLog } from '../../domain/ports/event-log.ts';
import type { CommandEnvelope } from './command-envelope.ts';
import type { CommandHandler } from './handle-command.ts';
import type { StreamStates } from './stream-states.ts';

interface Waiting {
  readonly envelope: CommandEnvelope;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

interface Answer {
  readonly waiting: Waiting;
  readonly outcome?: Outcome;
  readonly error?: unknown;
}

export interface CommandBusOptions {
  readonly log: EventLog;
  readonly states: StreamStates;
  readonly handler: CommandHandler;
  /** After a group is durable, before its callers hear of it. */
  readonly onCommitted: (outcomes: readonly Outcome[]) => void;
  /** Before the caller hears that a command could not be read or written. */
  readonly onFailed: (commandId: string, error: unknown) => void;
}

/** Commands that share one durable transaction: more would make the first of them wait. */
const MAX_GROUP = 256;

/**
 * Group commit: what arrives while the disk is busy goes into one transaction. Callers hear nothing before it is
 * durable, and all of them hear it when it fails.
 */
export class CommandBus {
  readonly #options: CommandBusOptions;
  #queue: Waiting[] = [];
  #scheduled = false;
  #closed = false;

  constructor(options: CommandBusOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** Rejects with a ConsoleFailure where the command cannot be read or the log cannot be written. */
  submit(envelope: CommandEnvelope): Promise<Outcome> {
    if (this.#closed) return this.#refuse(envelope.commandId);
    return new Promise((resolve, reject) => {
      this.#queue.push({ envelope, resolve, reject });
      this.#schedule();
    });
  }

  #refuse(commandId: string): Promise<never> {
    const message = 'The engine is stopping. Nothing was changed; send the command again.';
    const error = failure('retryable', 'engine-stopped', message);
    this.#options.onFailed(commandId, error);
    return Promise.reject(error);
  }

  /** Carries out what was accepted so far and takes nothing more. */
  close(): void {
    this.#closed = true;
    while (this.#queue.length > 0) this.#flush();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#queue.length > 0) this.#flush();
      if (this.#queue.length > 0) this.#schedule();
    });
  }

  #flush(): void {
    const group = this.#queue.splice(0, MAX_GROUP);
    const answers = this.#carryOut(group);
    const outcomes = answers.flatMap((answer) => answer.outcome ?? []);
    if (outcomes.length > 0) this.#options.onCommitted(outcomes);
    for (const { waiting, outcome, error } of answers) {
      if (outcome === undefined) this.#fail(waiting, error);
      else waiting.resolve(outcome);
    }
  }

  #fail({ envelope, reject }: Waiting, error: unknown): void {
    this.#options.onFailed(envelope.commandId, error);
    reject(error);
  }

  #carryOut(group: readonly Waiting[]): readonly Answer[] {
    const { log, states } = this.#options;
    try {
      return log.group(() => group.map((waiting) => this.#one(waiting)));
    } catch (error) {
      states.clear();
      return group.map((waiting) => ({ waiting, error }));
    }
  }

  /** A command writes nothing before it is decided, so one that is refused leaves nothing to take back. */
  #one(waiting: Waiting): Answer {
    const { log, handler } = this.#options;
    const head = log.head();
    try {
      return { waiting, outcome: handler.handle(waiting.envelope) };
    } catch (error) {
      if (!(error instanceof ConsoleFailure) || log.head() !== head) throw error;
      return { waiting, error };
    }
  }
}
