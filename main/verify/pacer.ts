import { failure } from '../../domain/contract/errors.ts';

export const CANCELLED = 'verify-cancelled';

const WORK_MS = 8;

/** Lets whatever else runs on this thread get in between, and ends the work when it is told to. */
export class Pacer {
  readonly #now: () => number;
  #since: number;
  #cancelled = false;

  constructor(now: () => number) {
    this.#now = now;
    this.#since = now();
  }

  cancel(): void {
    this.#cancelled = true;
  }

  /** To be called after every few milliseconds of work. Throws `verify-cancelled`. */
  async breathe(): Promise<void> {
    if (this.#now() - this.#since < WORK_MS) return;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    this.#resumed();
  }

  /** Waits for others to get on. Throws `verify-cancelled`. */
  async rest(ms: number): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
    this.#resumed();
  }

  #resumed(): void {
    this.#since = this.#now();
    if (!this.#cancelled) return;
    throw failure('retryable', CANCELLED, 'The check ended early: the console is closing.');
  }
}
