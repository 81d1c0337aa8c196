import type { ReactNode } from 'react';
import type { ColumnChoice } from './column-choice.ts';

export interface DataColumn<Row extends object> {
  readonly id: string;
  /** Title in words, for header and column menu. */
  readonly title: string;
  /** Width of the grid track, e.g. `112px` or `minmax(160px, 2fr)`. */
  readonly track: string;
  readonly align?: 'end' | undefined;
  /**
   * Nothing has to be cut off, which is work for every cell that is drawn: the track holds the longest value, or this
   * row's, or what is in the cell cuts itself. `least`: width that the track has at least, in CSS pixels.
   */
  readonly fits?: boolean | ((row: Row, least: number) => boolean) | undefined;
  /** Present where the list can be sorted by it. */
  readonly sort?: string | undefined;
  /** Table width below which the column makes room, where it is not chosen by hand; absent: always shown. */
  readonly from?: number | undefined;
  readonly cell: (row: Row) => ReactNode;
}

const LEAST = /^(?:minmax\()?(\d+)px/u;

function leastOf(track: string): number {
  return Number(LEAST.exec(track)?.[1] ?? 0);
}

export function isWhole<Row extends object>({ fits = false, track }: DataColumn<Row>, row: Row): boolean {
  return typeof fits === 'function' ? fits(row, leastOf(track)) : fits;
}

type Choice = Pick<ColumnChoice, 'hidden' | 'chosen'>;
type Placed = Pick<DataColumn<object>, 'id' | 'from'>;

/** Before it is laid out, a table has room for all. */
function hasRoom({ from = 0 }: Placed, width: number): boolean {
  return width === 0 || width >= from;
}

export function isShown(column: Placed, width: number, { hidden, chosen }: Choice): boolean {
  return !hidden.includes(column.id) && (hasRoom(column, width) || chosen.includes(column.id));
}

/** Those that show: not hidden by choice, and not for want of room at this width where they were not chosen. */
export function shownColumns<Row extends object>(
  columns: readonly DataColumn<Row>[],
  width: number,
  choice: Choice,
): readonly DataColumn<Row>[] {
  return columns.filter((column) => isShown(column, width, choice));
}

/**
 * The least width of these columns, in CSS pixels, where one of them shows although there is no room for it: the table
 * then scrolls sideways. Null: they share the width that there is.
 */
export function leastWidth(
  columns: readonly Pick<DataColumn<object>, 'id' | 'from' | 'track'>[],
  width: number,
): number | null {
  if (columns.every((column) => hasRoom(column, width))) return null;
  return columns.reduce((sum, { track }) => sum + leastOf(track), 0);
}
