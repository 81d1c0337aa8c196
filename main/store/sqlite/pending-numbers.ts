/** Streams with fewer pending commits are walked each time where many are kept already: it costs little. */
const KEPT_FROM = 8;
const MOST_KEPT = 20_000;

/** Numbers of a stream's pending commits, the oldest first, from `start` on: those before it were confirmed since. */
interface Kept {
  readonly numbers: number[];
  readonly start: number;
}

/**
 * Which commits of a stream are pending follows from its last one and how many there are, and what stands before a commit
 * never changes. So a long chain is walked once: afterwards its end grows, its beginning is confirmed, and nothing between
 * is looked at again.
 */
export class PendingNumbers {
  readonly #previousOf: (commit: number) => number;
  readonly #kept = new Map<number, Kept>();

  /** `previousOf`: the commit before one in its stream; 0 before the first. */
  constructor(previousOf: (commit: number) => number) {
    this.#previousOf = previousOf;
  }

  /** The oldest of the `count` commits that end with `last`; 0 where there is none. */
  first(stream: number, last: number, count: number): number {
    const { numbers, start } = this.#of(stream, last, count);
    return numbers[start] ?? 0;
  }

  all(stream: number, last: number, count: number): readonly number[] {
    const { numbers, start } = this.#of(stream, last, count);
    return numbers.slice(start);
  }

  /** After a roll-back: numbers are given anew. */
  forget(): void {
    this.#kept.clear();
  }

  #of(stream: number, last: number, count: number): Kept {
    if (this.#isWalked(count)) {
      this.#kept.delete(stream);
      return { numbers: this.#walk(last, count, 0), start: 0 };
    }
    const kept = this.#kept.get(stream);
    const found = (kept && this.#grown(kept, last, count)) ?? {
      numbers: this.#walk(last, count, 0),
      start: 0,
    };
    this.#kept.set(stream, found);
    return found;
  }

  #isWalked(count: number): boolean {
    return count < 2 || (count < KEPT_FROM && this.#kept.size >= MOST_KEPT);
  }

  /** Null where the chain ends otherwise than the one that is known, or begins before it. */
  #grown(kept: Kept, last: number, count: number): Kept | null {
    const end = kept.numbers.at(-1) ?? 0;
    const grown = this.#walk(last, count, end);
    const joins = grown[0] === undefined || this.#previousOf(grown[0]) === end;
    if (!joins || count > kept.numbers.length + grown.length) return null;
    for (const number of grown) kept.numbers.push(number);
    const start = kept.numbers.length - count;
    return start * 2 > kept.numbers.length
      ? { numbers: kept.numbers.slice(start), start: 0 }
      : { numbers: kept.numbers, start };
  }

  /** Backwards from `last`, at most `count` of them, up to one that is known. The oldest first. */
  #walk(last: number, count: number, known: number): number[] {
    const found: number[] = [];
    for (let at = last; found.length < count && at !== known; ) {
      found.push(at);
      if (found.length < count) at = this.#previousOf(at);
    }
    return found.reverse();
  }
}
