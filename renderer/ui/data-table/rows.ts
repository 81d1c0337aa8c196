/** The rows of a list by their places. Not all of them need to be there: the others are on their way, or out of sight. */
export interface Rows<Row> {
  /** Places, those of rows that are not there included. */
  readonly count: number;
  /** Those that are there, from the top. */
  readonly loaded: readonly Row[];
  readonly at: (index: number) => Row | undefined;
  /** The place of the first that is such a one; -1 where none of those that are there is. */
  readonly find: (isWanted: (row: Row) => boolean) => number;
}

/** All of them are there, as many as there are places. */
export function wholeRows<Row>(rows: readonly Row[]): Rows<Row> {
  return { count: rows.length, loaded: rows, at: (index) => rows[index], find: (is) => rows.findIndex(is) };
}

/** Pages of a list, by their numbers: each of `size` rows, whichever of them are there. */
export function pagedRows<Row>(
  pages: ReadonlyMap<number, readonly Row[]>,
  size: number,
  count: number,
): Rows<Row> {
  const inOrder = [...pages].toSorted(([a], [b]) => a - b);
  return {
    count,
    loaded: inOrder.flatMap(([, rows]) => rows),
    at: (index) => (index < count ? pages.get(Math.floor(index / size))?.[index % size] : undefined),
    find: (isWanted) => {
      for (const [page, rows] of inOrder) {
        const index = rows.findIndex(isWanted);
        if (index !== -1) return page * size + index;
      }
      return -1;
    },
  };
}

/** From the first place to the last; undefined where one of the rows is not there. */
export function stretchOf<Row>(rows: Rows<Row>, first: number, last: number): readonly Row[] | undefined {
  const found: Row[] = [];
  for (let index = first; index <= last; index += 1) {
    const row = rows.at(index);
    if (row === undefined) return undefined;
    found.push(row);
  }
  return found;
}
