/** A list with one entry in another place; the others keep their order. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const one = list.slice(from, from + 1);
  return one.length === 0 || to < 0 || to >= list.length
    ? list
    : list.toSpliced(from, 1).toSpliced(to, 0, ...one);
}

export interface Keyed<T> {
  readonly list: readonly T[];
  /** One for each entry. */
  readonly keys: readonly number[];
}

/**
 * The keys that entries go on with when their list has changed: an entry that is still there keeps its own, one that
 * was edited in its place has that place's, and what is new has a new one.
 */
export function keyed<T>(before: Keyed<T>, list: readonly T[]): Keyed<T> {
  const free = new Map(before.keys.map((key, index) => [key, before.list[index]] as const));
  const take = (key: number | undefined): number | undefined =>
    key !== undefined && free.delete(key) ? key : undefined;
  const same = list.map((entry) => take([...free].find(([, known]) => known === entry)?.[0]));
  let next = Math.max(-1, ...before.keys) + 1;
  const keys = same.map((key, index) => key ?? take(before.keys[index]) ?? next++);
  return { list, keys };
}
