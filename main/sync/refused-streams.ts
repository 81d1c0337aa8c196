import { deniedAmong, shownRefusals } from './refusal-words.ts';
import type { Refused } from './under-way.ts';

/** So long a stream that was refused is left alone. */
const PAUSE_MS = 5000;

/** Streams of which the broker does not take what waits to go out, each with why, and until when. */
export class RefusedStreams {
  readonly #byStream = new Map<string, Refused & { readonly until: number }>();
  readonly #now: () => number;

  /** Milliseconds of a clock that only goes forward. */
  constructor(now: () => number) {
    this.#now = now;
  }

  get shown(): readonly Refused[] {
    return shownRefusals(this.#byStream.values());
  }

  /** What the server does not let us publish; null: nothing that was tried. */
  get denied(): string | null {
    return deniedAmong(this.#byStream.values());
  }

  has(streamId: string): boolean {
    return this.#byStream.has(streamId);
  }

  add(refused: Refused): void {
    this.#byStream.set(refused.streamId, { ...refused, until: this.#now() + PAUSE_MS });
  }

  delete(streamId: string): void {
    this.#byStream.delete(streamId);
  }

  /** Those whose pause is over: they are refused no more before they were tried again. */
  takeDue(): readonly string[] {
    const due = [...this.#byStream.values()].filter(({ until }) => until <= this.#now());
    for (const { streamId } of due) this.#byStream.delete(streamId);
    return due.map(({ streamId }) => streamId);
  }
}
