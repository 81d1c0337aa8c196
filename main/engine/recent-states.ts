interface Held<T> {
  readonly state: T;
  readonly weight: number;
}

/** Weight of the states that are held at least; at most it is twice as much. */
const ENOUGH = 60_000;

/**
 * States that were used of late, by weight: ten thousand small ones or a few hundred large ones. Two generations: what is
 * used moves to the young one; once that is full, what is left in the old one has not been used for long, and goes.
 */
export class RecentStates<T> {
  readonly #enough: number;
  #young = new Map<string, Held<T>>();
  #old = new Map<string, Held<T>>();
  #weight = 0;

  constructor(enough = ENOUGH) {
    this.#enough = enough;
  }

  get(key: string): T | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young.state;
    const old = this.#old.get(key);
    if (old === undefined) return undefined;
    this.#old.delete(key);
    this.#add(key, old);
    return old.state;
  }

  keep(key: string, state: T, weight: number): void {
    this.forget(key);
    this.#add(key, { state, weight });
  }

  forget(key: string): void {
    this.#weight -= this.#young.get(key)?.weight ?? 0;
    this.#young.delete(key);
    this.#old.delete(key);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#weight = 0;
  }

  #add(key: string, held: Held<T>): void {
    this.#young.set(key, held);
    this.#weight += held.weight;
    if (this.#weight < this.#enough) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#weight = 0;
  }
}
