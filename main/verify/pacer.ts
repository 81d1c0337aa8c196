import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { failure } from '../../domain/contract/errors.ts';

export const CANCELLED = 'verify-cancelled';

const WORK_MS = 8;

/** Lets whatever else runs on this thread get in between, and ends the work when it is told to. */
export class Pacer {
  readonly #now: () => number;
  readonly #onProgress: (done: number, total: number | null) => void;
  #since: number;
  #cancelled = false;
  #done = 0;
  #total: number | null = null;

  /** `onProgress`: told of rows that were looked at, and of how many there are. */
  constructor(now: () => number, onProgress: (done: number, total: number | null) => void = () => undefined) {
    this.#now = now;
    this.#onProgress = onProgress;
    this.#since = now();
  }

  expect(total: number): void {
    this.#total = total;
  }

  passed(rows: number): void {
    this.#done += rows;
    this.#onProgress(this.#done, this.#total);
  }

  cancel(): void {
    this.#cancelled = true;
  }

  /** To be called after every few milliseconds of work. Throws `verify-cancelled`. */
  async breathe(): Promise<void> {
    this.#checkCancelled();
    if (this.#now() - this.#since < WORK_MS) return;
    await nextTurn();
    this.#resumed();
  }

  /** Waits for others to get on. Throws `verify-cancelled`. */
  async rest(ms: number): Promise<void> {
    await delay(ms);
    this.#resumed();
  }

  #resumed(): void {
    this.#since = this.#now();
    this.#checkCancelled();
  }

  #checkCancelled(): void {
    if (!this.#cancelled) return;
    throw failure('retryable', CANCELLED, 'The check ended early. Start it again.');
  }
}
