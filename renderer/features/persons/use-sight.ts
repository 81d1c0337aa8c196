import { useEffect, useState } from 'react';
import { isSamePlace, type Sight } from './list-pages.ts';
import type { RangeStore } from './list-range.tsx';

/** Who drags the scrollbar over a thousand pages means the one where it comes to rest: one place in so long is read. */
const PACE_MS = 100;

const TOP: Sight = { first: 0, last: 0, cursor: 0 };

/** Where one is in a list, followed at a pace at which it can be read. */
export function useSight(store: RangeStore, list: string): Sight {
  const [seen, setSeen] = useState(store.getState);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let followed = 0;
    const follow = () => {
      timer = undefined;
      followed = performance.now();
      const now = store.getState();
      setSeen((before) => (before.list === now.list && isSamePlace(before, now) ? before : now));
    };
    // What is set in one go is followed in one go.
    const soon = () => {
      timer ??= setTimeout(follow, Math.max(0, followed + PACE_MS - performance.now()));
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
