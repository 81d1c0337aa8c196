/** Stands at the end of a record that was cut off: no text holds it. */
export const CUT = '\uFFFF';

const SIGNS = /["\n]/g;

/**
 * Passes CSV on, with records above a size cut off and marked: the parser holds a record as a whole, and one quotation
 * mark that is not closed makes a record of the rest of the file.
 */
export class BoundedRecords {
  readonly #max: number;
  readonly #separator: string;
  #quoted = false;
  /** A quotation mark inside quotes was the last sign: the next one says what it was. */
  #half = false;
  #size = 0;
  #isCut = false;
  #last = '\n';
  #out: string[] = [];

  constructor(separator: string, max: number) {
    this.#separator = separator;
    this.#max = max;
  }

  pass(text: string): string {
    this.#out = [];
    let from = 0;
    SIGNS.lastIndex = 0;
    for (let found = SIGNS.exec(text); found !== null; found = SIGNS.exec(text)) {
      const at = found.index;
      const before = at > 0 ? (text[at - 1] ?? '') : this.#last;
      this.#between(at > from || before !== '"');
      this.#emit(text.slice(from, at));
      from = at + 1;
      if (found[0] === '"') this.#quote(before);
      else this.#lineEnd();
    }
    this.#between(from < text.length);
    this.#emit(text.slice(from));
    this.#last = text.at(-1) ?? this.#last;
    return this.#out.join('');
  }

  /** Something else came after a quotation mark: it had closed the quotes. */
  #between(isOther: boolean): void {
    if (!this.#half || !isOther) return;
    this.#half = false;
    this.#quoted = false;
  }

  #quote(before: string): void {
    if (this.#half) this.#half = false;
    else if (this.#quoted) this.#half = true;
    else if (before === this.#separator || before === '\n' || before === '\r') this.#quoted = true;
    this.#emit('"');
  }

  #lineEnd(): void {
    if (this.#half) {
      this.#half = false;
      this.#quoted = false;
    }
    if (this.#quoted) return this.#emit('\n');
    this.#out.push('\n');
    this.#size = 0;
    this.#isCut = false;
  }

  #emit(text: string): void {
    if (this.#isCut || text === '') return;
    this.#size += text.length;
    if (this.#size <= this.#max) {
      this.#out.push(text);
      return;
    }
    this.#isCut = true;
    this.#out.push(this.#quoted ? `${CUT}"` : CUT);
  }
}
