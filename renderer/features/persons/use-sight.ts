import { useEffect, useEffectEvent, useState } from 'react';
import { PAGE_ROWS, type Sight } from './list-pages.ts';
import type { Range, RangeStore } from './list-range.tsx';
import { tellOnceRead } from './places-read.ts';

/** One place in so long is read. */
const PACE_MS = 100;
/** Who goes over more rows than these in that time drags the scrollbar, and means the place where it comes to rest. */
const FAR = 2 * PAGE_ROWS;

const TOP: Sight = { first: 0, last: 0, cursor: 0 };

/**
 * Where one is in a list, followed at a pace at which it can be read. A place is told once `read` has what is there or has
 * failed: so the list is drawn anew once for a place, and not a second time when its rows come.
 */
export function useSight(store: RangeStore, list: string, read: (sight: Sight) => Promise<unknown>): Sight {
  const [seen, setSeen] = useState(store.getState);
  const readAt = useEffectEvent(async (place: Range) => (place.list === list ? read(place) : undefined));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let followed = 0;
    let moved = 0;
    let first = store.getState().first;
    const reach = tellOnceRead((place) => readAt(place), setSeen);
    const follow = () => {
      timer = undefined;
      followed = performance.now();
      const now = store.getState();
      first = now.first;
      reach(now);
    };
    // What is set in one go is followed in one go.
    const soon = () => {
      const now = performance.now();
      const dragged = now - moved < PACE_MS && Math.abs(store.getState().first - first) > FAR;
      moved = now;
      if (dragged) {
        clearTimeout(timer);
        timer = setTimeout(follow, PACE_MS);
      }
      timer ??= setTimeout(follow, Math.max(0, followed + PACE_MS - now));
    };
    soon();
    const stop = store.subscribe(soon);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return seen.list === list ? seen : TOP;
}
