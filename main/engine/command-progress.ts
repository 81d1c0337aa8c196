import type { CommandUpdate, Outcome } from '../../domain/contract/commands.ts';
import type { ConsoleFailure } from '../../domain/contract/errors.ts';

export interface CommandProgressOptions {
  readonly tell: (update: CommandUpdate) => void;
  /** Position that every running view has seen. */
  readonly reached: () => number;
  /** Why a view will not get to a position by itself; null where it will. */
  readonly findStopped: (position: number) => ConsoleFailure | null;
}

/** A command that is committed and not yet shown by every view. */
interface Unseen {
  readonly outcome: Outcome;
  readonly position: number;
  readonly isStalled: boolean;
}

/** A view may stay stopped for days. Whoever followed older commands than these has long gone on. */
const MOST_STALLED = 1000;

/** Offline, a command may wait for weeks: whoever followed older ones than these has long gone on. */
const MOST_WAITING = 1000;

function lastPosition({ events }: Outcome): number {
  return events.at(-1)?.position ?? 0;
}

/**
 * Tells the way of those commands that somebody follows: telling of each in thousands would drown those who listen. A
 * command that stalls is followed on until it is visible: the view may be retried, skipped past or rebuilt.
 */
export class CommandProgress {
  readonly #options: CommandProgressOptions;
  readonly #underWay = new Set<string>();
  #unseen: readonly Unseen[] = [];
  /** Visible here, and not confirmed yet. */
  readonly #waiting = new Map<string, Outcome>();
  /** Confirmed before the views could show them. */
  readonly #early = new Set<string>();

  constructor(options: CommandProgressOptions) {
    this.#options = options;
  }

  /** How many commands are followed. */
  get followed(): number {
    return this.#underWay.size + this.#unseen.length;
  }

  follow(commandId: string): void {
    this.#underWay.add(commandId);
  }

  /** Of commands that were decided; what was accepted is on disk. */
  settled(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) {
      if (this.#underWay.delete(outcome.commandId)) this.#settled(outcome);
    }
  }

  /** Of a command that could not be decided or written. Where it is no refusal in words, only its caller hears of it. */
  failed(commandId: string, error: ConsoleFailure | null): void {
    if (!this.#underWay.delete(commandId) || error === null) return;
    this.#options.tell({ commandId, stage: 'refused', error: error.error });
  }

  /** Their commits have come back in the order of the installation. */
  confirmed(commandIds: readonly string[]): void {
    for (const commandId of commandIds) {
      const outcome = this.#waiting.get(commandId);
      if (outcome !== undefined) this.#confirmed(outcome);
      else if (this.#unseen.some((unseen) => unseen.outcome.commandId === commandId))
        this.#early.add(commandId);
    }
  }

  #confirmed(outcome: Outcome): void {
    const { commandId } = outcome;
    this.#waiting.delete(commandId);
    this.#early.delete(commandId);
    this.#options.tell({ commandId, stage: 'confirmed', outcome });
  }

  /** The views advanced, or one of them stopped or was set going. */
  look(): void {
    if (this.#unseen.length === 0) return;
    const reached = this.#options.reached();
    const looked = this.#unseen.flatMap((unseen) => this.#look(unseen, reached));
    const tooMany = looked.filter(({ isStalled }) => isStalled).slice(0, -MOST_STALLED);
    this.#unseen = looked.filter((unseen) => !tooMany.includes(unseen));
  }

  /** The views could not be written; they are tried again. */
  stall(error: ConsoleFailure | null): void {
    if (error !== null) this.#unseen = this.#unseen.map((unseen) => this.#stalled(unseen, error));
  }

  #settled(outcome: Outcome): void {
    const { commandId } = outcome;
    if (outcome.status !== 'accepted') return this.#options.tell({ commandId, stage: 'refused', outcome });
    this.#options.tell({ commandId, stage: 'accepted' });
    this.#options.tell({ commandId, stage: 'committed', outcome });
    this.#unseen = [...this.#unseen, { outcome, position: lastPosition(outcome), isStalled: false }];
  }

  /** What is still to be followed of it: nothing, once it is visible. */
  #look(unseen: Unseen, reached: number): readonly Unseen[] {
    const stopped = this.#options.findStopped(unseen.position);
    if (stopped !== null) return [this.#stalled(unseen, stopped)];
    if (unseen.position > reached) return [{ ...unseen, isStalled: false }];
    this.#visible(unseen.outcome);
    return [];
  }

  #stalled(unseen: Unseen, { error }: ConsoleFailure): Unseen {
    const { outcome, isStalled } = unseen;
    if (!isStalled) this.#options.tell({ commandId: outcome.commandId, stage: 'stalled', outcome, error });
    return { ...unseen, isStalled: true };
  }

  #visible(outcome: Outcome): void {
    const { commandId } = outcome;
    this.#options.tell({ commandId, stage: 'visible', outcome });
    if (outcome.events.length === 0) return;
    if (this.#early.has(commandId)) return this.#confirmed(outcome);
    this.#waiting.set(commandId, outcome);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > MOST_WAITING && oldest !== undefined) this.#waiting.delete(oldest);
    this.#options.tell({ commandId, stage: 'waiting', outcome });
  }
}
