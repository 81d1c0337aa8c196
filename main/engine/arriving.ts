/** After messages that others stand behind, so long those are waited for. */
const EXPECTED_MS = 100;

/** Whether more messages of the link are expected at any moment: a link that is lost says nothing of it. */
export class Arriving {
  readonly #now: () => number;
  #until = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  note(more: boolean): void {
    this.#until = more ? this.#now() + EXPECTED_MS : 0;
  }

  isExpected(): boolean {
    return this.#until > 0 && this.#now() < this.#until;
  }
}
