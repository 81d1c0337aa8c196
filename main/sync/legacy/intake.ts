import type { Outcome } from '../../../domain/contract/commands.ts';
import { ConsoleFailure } from '../../../domain/contract/errors.ts';
import type { FormerCommand } from '../../../domain/legacy/read-command.ts';
import type { FormerEvent } from '../../../domain/legacy/read-event.ts';
import { type LegacyCounts, NOTHING_COUNTED } from '../../../domain/contract/legacy.ts';
import type { LegacyLog } from '../../../domain/ports/legacy-log.ts';
import type { OldMessage } from './old-connection.ts';
import { type SortingOptions, sortMessage } from './sort-message.ts';
import { turn } from './turn.ts';

export interface IntakeOptions extends Omit<SortingOptions, 'placeOf'> {
  readonly log: LegacyLog;
  /** Takes in events and what `note` writes, in one durable transaction. */
  readonly takeIn: (events: readonly FormerEvent[], note: (taken: number) => void) => number;
  readonly submit: (command: FormerCommand) => Promise<Outcome>;
}

/** Commands are no history: what one of them says about the data cannot be mended by trying it again. */
const OWN_FAULT: ReadonlySet<string> = new Set(['wrong-use', 'rejected', 'conflict', 'bug']);

/** Messages that are looked at before others have their turn. */
const AT_A_TIME = 20;

interface Odd {
  readonly message: OldMessage;
  readonly reason: string;
  readonly detail: string;
}

/** Messages that were looked at and are not noted yet. */
interface Gathered {
  readonly events: FormerEvent[];
  readonly odd: Odd[];
  readonly counts: { -readonly [K in keyof LegacyCounts]: LegacyCounts[K] };
  position: number;
}

function nothing(): Gathered {
  const counts = { ...NOTHING_COUNTED };
  return { events: [], odd: [], counts, position: 0 };
}

function sum(a: LegacyCounts, b: LegacyCounts): LegacyCounts {
  return {
    events: a.events + b.events,
    commands: a.commands + b.commands,
    known: a.known + b.known,
    own: a.own + b.own,
    history: a.history + b.history,
    odd: a.odd + b.odd,
  };
}

/**
 * Takes in messages of the former system's stream, in their order. How far it came is noted in the transaction of what it
 * took; a command is carried out before it is noted, and its id makes the second time no other than the first.
 */
export class Intake {
  readonly #options: IntakeOptions;
  #gathered = nothing();

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  async take(messages: readonly OldMessage[]): Promise<void> {
    this.#gathered = nothing();
    for (const [index, message] of messages.entries()) {
      if (index > 0 && index % AT_A_TIME === 0) await turn();
      await this.#one(message);
    }
    this.#note();
  }

  async #one(message: OldMessage): Promise<void> {
    const { log, ...options } = this.#options;
    const sorted = sortMessage(message, { ...options, placeOf: log.placeOf });
    if (sorted.kind === 'command') await this.#carryOut(sorted.command, message);
    const { events, counts } = this.#gathered;
    if (sorted.kind === 'event') events.push(sorted.event);
    if (sorted.kind === 'own' || sorted.kind === 'history') counts[sorted.kind] += 1;
    if (sorted.kind === 'odd') this.#odd(message, sorted.reason, sorted.detail);
    this.#gathered.position = message.sequence;
  }

  /** What came before it has to be there first. */
  async #carryOut(command: FormerCommand, message: OldMessage): Promise<void> {
    this.#note();
    try {
      const { status, duplicate, message: why } = await this.#options.submit(command);
      if (status !== 'accepted') this.#odd(message, 'legacy-refused', why ?? status);
      else this.#gathered.counts[duplicate === true ? 'known' : 'commands'] += 1;
    } catch (error) {
      if (!(error instanceof ConsoleFailure) || !OWN_FAULT.has(error.error.kind)) throw error;
      this.#odd(message, 'legacy-refused', error.error.message);
    }
  }

  #odd(message: OldMessage, reason: string, detail: string): void {
    this.#gathered.odd.push({ message, reason, detail });
    this.#gathered.counts.odd += 1;
  }

  #note(): void {
    const gathered = this.#gathered;
    this.#gathered = nothing();
    if (gathered.position === 0) return;
    const { log, stream } = this.#options;
    this.#options.takeIn(gathered.events, (taken) => {
      const before = log.progress();
      const known = gathered.counts.known + gathered.events.length - taken;
      const counts = sum(before.counts, { ...gathered.counts, known, events: taken });
      for (const { message, reason, detail } of gathered.odd) {
        const { sequence, subject, body } = message;
        log.keep({ sequence, subject, reason, detail, body });
      }
      log.save({ ...before, stream, position: gathered.position, counts });
    });
  }
}
