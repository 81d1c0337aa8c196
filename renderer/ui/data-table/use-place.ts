import { useEffect, useEffectEvent, useLayoutEffect } from 'react';

/** Where the operator was in a list. */
export interface ListPlace {
  /** Id of the row under the cursor. */
  readonly cursor: string | undefined;
  /** The place of that row. */
  readonly index: number;
  /** How far it was scrolled, in CSS pixels. */
  readonly offset: number;
}

interface PlaceOptions {
  readonly place?: ListPlace | undefined;
  readonly onLeave?: ((place: ListPlace) => void) | undefined;
}

/** Tells the place once the list goes away; a list that one comes back to has the keyboard at once. */
export function usePlace(
  { place, onLeave }: PlaceOptions,
  scroller: HTMLElement | null,
  cursor: { readonly id: string | undefined; readonly index: number },
): void {
  const leave = useEffectEvent((offset: number) => onLeave?.({ cursor: cursor.id, index: cursor.index, offset }));
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
