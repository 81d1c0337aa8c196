/** The list is read in pages of so many rows, those that are in sight. */
export const PAGE_ROWS = 100;
/** Rows around those in sight that are read as well: so much is scrolled while they come. */
const AHEAD = 80;

/** First and last row in sight, and the one under the cursor, counted from 0. */
export interface Sight {
  readonly first: number;
  readonly last: number;
  readonly cursor: number;
}

/**
 * The pages that a list of `count` rows is read in at such a place, by number: first those in sight, then that of the cursor
 * and those around. The first one of the list is not among them: it is always there.
 */
export function pagesAt({ first, last, cursor }: Sight, count: number): readonly number[] {
  const pageOf = (row: number): number => Math.floor(Math.max(0, Math.min(row, count - 1)) / PAGE_ROWS);
  const between = (from: number, to: number): readonly number[] =>
    Array.from({ length: pageOf(to) - pageOf(from) + 1 }, (_, nth) => pageOf(from) + nth);
  const pages = new Set([...between(first, last), pageOf(cursor), ...between(first - AHEAD, last + AHEAD)]);
  pages.delete(0);
  return [...pages];
}

/** True where the same pages are read at both places. */
export function isSamePlace(one: Sight, other: Sight): boolean {
  const all = Number.MAX_SAFE_INTEGER;
  return pagesAt(one, all).join() === pagesAt(other, all).join();
}
