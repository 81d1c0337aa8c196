import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefCallback, useCallback, useEffect, useLayoutEffect, useState } from 'react';

export interface VirtualRowsOptions {
  readonly count: number;
  readonly total: number | null;
  /** Height of a row in CSS pixels. */
  readonly height: number;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly onRange?: ((first: number, last: number) => void) | undefined;
  readonly widthRef: RefCallback<HTMLElement>;
  /** Height in CSS pixels of what stands over the last row in sight. */
  readonly foot: number;
  /** Where the list is scrolled to at first, in CSS pixels. */
  readonly offset: number;
}

export interface VirtualRows {
  readonly items: readonly VirtualItem[];
  readonly size: number;
  /** Rows that a page key moves by. */
  readonly page: number;
  readonly reveal: (index: number) => void;
  readonly scroller: HTMLElement | null;
  readonly isScrolling: boolean;
}

/** Rows left before the next page is asked for: a good second of fast scrolling. */
const AHEAD = 120;
const OVERSCAN = 3;
const HEADER = 28;
/** After so long without a step it has come to rest. */
const STILL_MS = 80;
export const PLACES_AHEAD = 24;

function placesAhead({ hasMore, total, count }: VirtualRowsOptions): number {
  if (!hasMore) return 0;
  return Math.max(0, Math.min(PLACES_AHEAD, (total ?? Number.POSITIVE_INFINITY) - count));
}

/** Asks for the next page before the last row of this one is reached. */
function useMore({ hasMore, count, onMore }: VirtualRowsOptions, reached: number): void {
  const isNear = hasMore && reached > count - AHEAD;
  useEffect(() => {
    if (isNear) onMore();
  }, [isNear, count, onMore]);
}

/** Only the rows in sight, places for those that are on their way, and the next page in time. */
export function useVirtualRows(
  options: VirtualRowsOptions,
): readonly [RefCallback<HTMLElement>, VirtualRows] {
  const { count, height, onRange, widthRef } = options;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const frame = useCallback(
    (element: HTMLElement | null) => {
      setScroller(element);
      return widthRef(element);
    },
    [widthRef],
  );
  const virtual = useVirtualizer({
    count: count + placesAhead(options),
    getScrollElement: () => scroller,
    estimateSize: () => height,
    overscan: OVERSCAN,
    isScrollingResetDelay: STILL_MS,
    initialOffset: options.offset,
    // The header stands before the rows, and over them once they are scrolled.
    scrollMargin: HEADER,
    scrollPaddingStart: HEADER,
    scrollPaddingEnd: options.foot,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  const items = virtual.getVirtualItems();
  useMore(options, items.at(-1)?.index ?? 0);
  const first = Math.floor((virtual.scrollOffset ?? 0) / height);
  const last = Math.min(virtual.range?.endIndex ?? 0, count - 1);
  // In the layout phase: what is put off until the frame is out takes a task of its own, with every step of the wheel.
  useLayoutEffect(() => onRange?.(first, last), [onRange, first, last]);
  const visible = Math.floor(((virtual.scrollRect?.height ?? 0) - HEADER) / height);
  const rows = {
    items: items.map((item) => ({ ...item, start: item.start - HEADER })),
    size: virtual.getTotalSize(),
    page: Math.max(1, visible - 1),
    reveal: (index: number) => virtual.scrollToIndex(index, { align: 'auto' }),
    scroller,
    isScrolling: virtual.isScrolling,
  };
  return [frame, rows];
}
