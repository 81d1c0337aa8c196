import type { OutboxEntry } from '../../domain/ports/sync-log.ts';
import type { UnderWay } from './under-way.ts';

/** Messages at a time that wait for their acknowledgements, over all streams; in each of them one. */
const WINDOW = 1000;
/** Messages at a time that have not come back: sending waits for taking in where that is slower. */
const MOST = 4 * WINDOW;
/** Characters of all their texts: they are kept in case they have to be sent again. */
const MOST_CHARS = 32 * 1024 * 1024;

/** Commits that were sent and have not come back: how many, and how much room is left. */
export class InFlight {
  readonly #byStream = new Map<string, UnderWay>();
  readonly #byToken = new Map<number, UnderWay>();
  #token = 0;
  #unacknowledged = 0;
  #chars = 0;

  has(streamId: string): boolean {
    return this.#byStream.has(streamId);
  }

  ofStream(streamId: string): UnderWay | undefined {
    return this.#byStream.get(streamId);
  }

  ofToken(token: number): UnderWay | undefined {
    return this.#byToken.get(token);
  }

  all(): Iterable<UnderWay> {
    return this.#byToken.values();
  }

  /** How many more may be sent now. */
  room(): number {
    if (this.#chars >= MOST_CHARS) return 0;
    return Math.max(0, Math.min(WINDOW - this.#unacknowledged, MOST - this.#byStream.size));
  }

  add(entry: OutboxEntry, attempt: number): UnderWay {
    this.#token += 1;
    const underWay = { entry, token: this.#token, attempt, sentAt: 0, acknowledged: null };
    this.#byStream.set(entry.streamId, underWay);
    this.#byToken.set(underWay.token, underWay);
    this.#unacknowledged += 1;
    this.#chars += entry.text.length;
    return underWay;
  }

  acknowledge(underWay: UnderWay, sequence: number): void {
    underWay.acknowledged = sequence;
    this.#unacknowledged -= 1;
  }

  /** It is back, or of no use. */
  drop(underWay: UnderWay): void {
    if (underWay.acknowledged === null) this.#unacknowledged -= 1;
    this.#chars -= underWay.entry.text.length;
    this.#byToken.delete(underWay.token);
    this.#byStream.delete(underWay.entry.streamId);
  }
}
