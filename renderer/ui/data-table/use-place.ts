import { useEffect, useEffectEvent, useLayoutEffect } from 'react';
import type { Rows } from './rows.ts';

/** Where the operator was in a list. */
export interface ListPlace {
  /** Id of the row under the cursor. */
  readonly cursor: string | undefined;
  /** The place of that row. */
  readonly index: number;
  /** How far it was scrolled, in CSS pixels. */
  readonly offset: number;
}

interface PlaceOptions<Row> {
  readonly rows: Rows<Row>;
  readonly rowId: (row: Row) => string;
  readonly place?: ListPlace | undefined;
  readonly onLeave?: ((place: ListPlace) => void) | undefined;
}

/** Tells the place once the list goes away; a list that one comes back to has the keyboard at once. */
export function usePlace<Row>(
  { rows, rowId, place, onLeave }: PlaceOptions<Row>,
  scroller: HTMLElement | null,
  index: number,
): void {
  const leave = useEffectEvent((offset: number) => {
    const row = rows.at(index);
    onLeave?.({ cursor: row === undefined ? undefined : rowId(row), index, offset });
  });
  const enter = useEffectEvent(() => {
    const free = document.activeElement === document.body;
    if (place !== undefined && free) scroller?.focus({ preventScroll: true });
  });
  useEffect(() => enter(), [scroller]);
  // In the layout phase: afterwards the element is gone from the page, and no longer scrolled.
  useLayoutEffect(() => {
    if (scroller === null) return;
    return () => leave(scroller.scrollTop);
  }, [scroller]);
}
