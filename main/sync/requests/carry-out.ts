import type { Outcome, Submission } from '../../../domain/contract/commands.ts';
import { failure } from '../../../domain/contract/errors.ts';
import { streamIdOf } from '../../../domain/kernel/ids.ts';
import type { EventLog } from '../../../domain/ports/event-log.ts';
import type { SyncLog } from '../../../domain/ports/sync-log.ts';
import type { Request } from '../../../domain/sync/request-message.ts';
import type { Moments } from './moments.ts';

export interface CarryOutOptions {
  readonly log: Pick<EventLog, 'streamHead'>;
  readonly sync: Pick<SyncLog, 'pendingStreamOf' | 'isSettled'>;
  readonly submit: (submission: Submission, actor: string) => Promise<Outcome>;
  /** Whether other systems may ask for a command of this type. */
  readonly isOpen: (type: string) => boolean;
}

function submissionOf({ actor: _actor, issuedAt: _issuedAt, ...submission }: Request): Submission {
  return submission;
}

/** What the installation makes of a command of another system, said only once the installation has confirmed it. */
export class CarryOut {
  readonly #options: CarryOutOptions;
  readonly #takenIn: Moments;

  constructor(options: CarryOutOptions, takenIn: Moments) {
    this.#options = options;
    this.#takenIn = takenIn;
  }

  /** Rejects with what the engine refuses to read, or with the signal's reason. */
  async carryOut(request: Request, signal: AbortSignal): Promise<Outcome> {
    const { isOpen, submit } = this.#options;
    const { commandId, type, actor } = request;
    if (!isOpen(type)) throw notOpen(type);
    // Asked again after others were faster, it must not be decided anew: operators have it before them.
    if (this.#isInConflict(commandId)) return this.#conflict(commandId, signal);
    const first = await submit(submissionOf(request), actor);
    if (first.status !== 'accepted') return first;
    return this.#confirmed(request, first, signal);
  }

  /** Pending commits may be decided again, dropped or put into a conflict until they are confirmed. */
  async #confirmed(request: Request, first: Outcome, signal: AbortSignal): Promise<Outcome> {
    const { sync, submit } = this.#options;
    const { commandId, actor } = request;
    for (let outcome = first; ; outcome = await submit(submissionOf(request), actor)) {
      if (outcome.status !== 'accepted') return outcome;
      const { streamId } = outcome;
      const isSettled = (): boolean => {
        if (outcome.events.length > 0) return sync.pendingStreamOf(commandId) === null;
        return streamId === null || sync.isSettled(streamId);
      };
      const wasSettled = isSettled();
      await this.#takenIn.until(() => isSettled() || this.#isInConflict(commandId), signal);
      if (this.#isInConflict(commandId) && outcome.events.length === 0)
        return this.#conflict(commandId, signal);
      if (wasSettled) return { ...outcome, duplicate: first.duplicate };
    }
  }

  #isInConflict(commandId: string): boolean {
    const head = this.#options.log.streamHead(streamIdOf('conflict', commandId));
    return head !== null && head.version > 0;
  }

  async #conflict(commandId: string, signal: AbortSignal): Promise<Outcome> {
    const { sync } = this.#options;
    const conflict = streamIdOf('conflict', commandId);
    await this.#takenIn.until(() => sync.isSettled(conflict), signal);
    return {
      commandId,
      status: 'conflict',
      streamId: null,
      version: 0,
      events: [],
      code: 'command-in-conflict',
      message:
        'Somebody else was faster with a change of the same. Operators have this one under Conflicts and decide; sending it again changes nothing.',
      details: { conflictId: commandId },
    };
  }
}

function notOpen(type: string) {
  const message = `There is no command ${JSON.stringify(type)} for other systems. The catalogue lists those of persons.`;
  return failure('wrong-use', 'command-unknown', message);
}
