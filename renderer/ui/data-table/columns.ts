import type { ReactNode } from 'react';

export interface DataColumn<Row extends object> {
  readonly id: string;
  /** Title in words, for header and column menu. */
  readonly title: string;
  /** Width of the grid track, e.g. `112px` or `minmax(160px, 2fr)`. */
  readonly track: string;
  readonly align?: 'end' | undefined;
  /** Its track holds the longest value: nothing is cut off, which is work for every cell that is drawn. */
  readonly fits?: boolean | undefined;
  /** Present where the list can be sorted by it. */
  readonly sort?: string | undefined;
  /** Table width below which the column makes room; absent: always shown. */
  readonly from?: number | undefined;
  readonly cell: (row: Row) => ReactNode;
}

/** Those that show: not hidden by choice, and not for want of room at this width. */
export function shownColumns<Row extends object>(
  columns: readonly DataColumn<Row>[],
  width: number,
  hidden: readonly string[],
): readonly DataColumn<Row>[] {
  return columns.filter(({ id, from = 0 }) => (width === 0 || width >= from) && !hidden.includes(id));
}
