import type { OutboxEntry } from '../../domain/ports/sync-log.ts';

/** A commit that was sent and has not come back. */
export interface UnderWay {
  readonly entry: OutboxEntry;
  readonly token: number;
  readonly attempt: number;
  sentAt: number;
  /** Sequence that the broker has acknowledged; null as long as it has not. */
  acknowledged: number | null;
}

/** Why the broker does not take what waits to go out. */
export interface Refused {
  readonly streamId: string;
  readonly code: number;
  readonly description: string;
}
