/** So many messages at a time do not come alone. */
const MANY = 64;
/** So long after them more are waited for. */
const EXPECTED_MS = 100;

/** Whether more messages of the link are expected at any moment: a link that is lost says nothing of it. */
export class Arriving {
  readonly #now: () => number;
  #until = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `more`: others stand behind these. */
  note(messages: number, more: boolean): void {
    if (more || messages >= MANY) this.#until = this.#now() + EXPECTED_MS;
  }

  isExpected(): boolean {
    return this.#now() < this.#until;
  }
}
