/** Tells states at once, and numbers within one so often that they can be read: the last one always. */
export class Telling {
  readonly #tell: () => void;
  readonly #milliseconds: number;
  #timer: NodeJS.Timeout | null = null;

  constructor(tell: () => void, milliseconds: number) {
    this.#tell = tell;
    this.#milliseconds = milliseconds;
  }

  now(): void {
    this.stop();
    this.#tell();
  }

  soon(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => this.now(), this.#milliseconds);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
