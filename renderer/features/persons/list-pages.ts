/** The list is read in pages of so many rows, those that are in sight. */
export const PAGE_ROWS = 100;
/** Rows around those in sight that are read as well: a good second of fast scrolling. */
const AHEAD = 120;

/** First and last row in sight, and the one under the cursor, counted from 0. */
export interface Sight {
  readonly first: number;
  readonly last: number;
  readonly cursor: number;
}

/** The pages that a list of `count` rows is read in at such a place, by number, without the first one: it is always there. */
export function pagesAt({ first, last, cursor }: Sight, count: number): readonly number[] {
  const pageOf = (row: number): number => Math.floor(Math.max(0, Math.min(row, count - 1)) / PAGE_ROWS);
  const from = pageOf(first - AHEAD);
  const around = Array.from({ length: pageOf(last + AHEAD) - from + 1 }, (_, nth) => from + nth);
  const pages = new Set([...around, pageOf(cursor)]);
  pages.delete(0);
  return [...pages].toSorted((a, b) => a - b);
}

/** True where the same pages are read at both places. */
export function isSamePlace(one: Sight, other: Sight): boolean {
  const all = Number.MAX_SAFE_INTEGER;
  return pagesAt(one, all).join() === pagesAt(other, all).join();
}
