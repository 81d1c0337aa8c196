import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { Rows } from './rows.ts';
import type { ListPlace } from './use-place.ts';

export interface CursorOptions<Row> {
  readonly rows: Rows<Row>;
  readonly rowId: (row: Row) => string;
  readonly selected: string | undefined;
  readonly place?: ListPlace | undefined;
  /**
   * Of rows that arrive above those in sight. `hold`: they push nothing away. `follow`: the top stays in sight, and a cursor
   * that is there stays there; elsewhere the cursor stays on its row.
   */
  readonly arrivals?: 'hold' | 'follow' | undefined;
  readonly onCursor?: ((index: number) => void) | undefined;
  /** Another number leads back to the top. */
  readonly rewind?: number | undefined;
}

/** How far the rows that were there have moved down; 0 where the first of them is gone or still first. */
export function movedBy<Row>(
  first: string | undefined,
  rows: Rows<Row>,
  rowId: (row: Row) => string,
): number {
  if (first === undefined) return 0;
  return Math.max(
    0,
    rows.find((row) => rowId(row) === first),
  );
}

/** Where the row under the cursor is now; its old place where it is gone. */
export function whereTo<Row>(
  cursor: number,
  before: Rows<Row>,
  rows: Rows<Row>,
  rowId: (row: Row) => string,
): number {
  const [was, is] = [before.at(cursor), rows.at(cursor)];
  if (was === undefined || (is !== undefined && rowId(is) === rowId(was))) return cursor;
  const index = rows.find((row) => rowId(row) === rowId(was));
  return index === -1 ? cursor : index;
}

/** On the row whose detail is shown, else on the one that it was on when the list was left. */
function firstCursor<Row>({ rows, rowId, selected, place }: CursorOptions<Row>): number {
  const wanted = selected ?? place?.cursor;
  const found = rows.find((row) => rowId(row) === wanted);
  if (found !== -1) return found;
  // Its page is not there yet.
  const isThere = place !== undefined && (rows.at(place.index) !== undefined || place.index >= rows.count);
  return place === undefined || isThere ? 0 : place.index;
}

interface Shift {
  readonly rows: number;
}

/** Tells, while it is drawn, that a value is no longer what it was. */
function useChange<T>(value: T, changed: (before: T) => void): void {
  const [known, setKnown] = useState(value);
  if (known === value) return;
  setKnown(value);
  changed(known);
}

/** The row under the keyboard's cursor, by its number; and by how many rows the place has yet to follow. */
export function useCursor<Row>(options: CursorOptions<Row>) {
  const { rows, rowId, selected, arrivals, onCursor, rewind = 0 } = options;
  const [cursor, setCursor] = useState(() => firstCursor(options));
  const [shift, setShift] = useState<Shift>({ rows: 0 });
  useChange(rows, (before) => {
    const first = before.at(0);
    const moved =
      arrivals === 'hold' ? movedBy(first === undefined ? undefined : rowId(first), rows, rowId) : 0;
    if (moved > 0) setShift({ rows: moved });
    const isAtTop = cursor === 0 && arrivals === 'follow';
    if (!isAtTop) setCursor(whereTo(cursor, before, rows, rowId));
  });
  useChange(selected, () => {
    const index = rows.find((row) => rowId(row) === selected);
    if (index !== -1) setCursor(index);
  });
  useChange(rewind, () => setCursor(0));
  const at = Math.min(cursor, Math.max(0, rows.count - 1));
  const tell = useEffectEvent((index: number) => onCursor?.(index));
  useEffect(() => tell(at), [at]);
  return { at, setCursor, shift, top: rewind };
}

/** Keeps the rows in sight where they are while others arrive above them; back to the top where that is asked for. */
export function useScrollWith(
  scroller: HTMLElement | null,
  height: number,
  { shift, top }: { readonly shift: Shift; readonly top: number },
): void {
  const follow = useEffectEvent((rows: number) => scroller?.scrollBy({ top: rows * height }));
  const rewind = useEffectEvent(() => scroller?.scrollTo({ top: 0 }));
  useLayoutEffect(() => {
    if (shift.rows > 0) follow(shift.rows);
  }, [shift]);
  useLayoutEffect(() => {
    if (top > 0) rewind();
  }, [top]);
}
