const TELL_MS = 250;

/** Tells states at once, and numbers within one so often that they can be read: the last one always. */
export class Telling {
  readonly #tell: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  now(): void {
    this.stop();
    this.#tell();
  }

  soon(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => this.now(), TELL_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
