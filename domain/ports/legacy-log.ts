import type { LegacyCounts } from '../contract/legacy.ts';
import type { StoredEvent } from '../kernel/event.ts';

/** How far the former system's stream was read here, and what came of it. */
export interface LegacyProgress {
  /** Name of the stream with when it was made; null before the first reading. */
  readonly stream: string | null;
  /** Sequence of the last message that was seen to. */
  readonly position: number;
  /** Sequence, on the installation's log, of the last commit that the former system was told; null before the first. */
  readonly written: number | null;
  readonly counts: LegacyCounts;
}

export interface LegacyOdd {
  readonly sequence: number;
  readonly subject: string;
  readonly reason: string;
  readonly detail: string;
  readonly body: string;
}

/** A commit that everybody has, in the order of the installation. */
export interface ConfirmedCommit {
  readonly sequence: number;
  /** It came from the former system. */
  readonly isFormer: boolean;
  readonly events: readonly StoredEvent[];
}

/** What the bridge needs of the log. What writes may run inside the log's `group`, and stands or falls with it. */
export interface LegacyLog {
  readonly progress: () => LegacyProgress;
  readonly save: (progress: LegacyProgress) => void;
  /** The former system was told everything up to this sequence. */
  readonly wrote: (sequence: number) => void;
  readonly keep: (message: LegacyOdd) => void;
  readonly confirmedAfter: (sequence: number, limit: number) => readonly ConfirmedCommit[];
  /** Where an event stands; null where it is not on this log. */
  readonly placeOf: (eventId: string) => { readonly streamId: string; readonly version: number } | null;
}
