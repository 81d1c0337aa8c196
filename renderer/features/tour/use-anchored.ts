import { type RefObject, useEffect, useState } from 'react';
import { type Box, type Place, placeCoach } from './place-coach.ts';

export interface Anchored {
  readonly place: Place;
  /** What it stands beside; null while that is not there. */
  readonly anchor: Box | null;
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

function visibleIn(selector: string): Element | undefined {
  return [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
}

function look(found: Element | undefined, coach: HTMLElement): Anchored {
  const anchor = found === undefined ? null : boxOf(found);
  const size = { width: coach.offsetWidth, height: coach.offsetHeight };
  return { anchor, place: placeCoach(anchor, size, { width: innerWidth, height: innerHeight }) };
}

/** Follows an element wherever the page puts it: pages load, scroll and change their size without telling. */
export function useAnchored(selector: string, coach: RefObject<HTMLElement | null>): Anchored | null {
  const [anchored, setAnchored] = useState<Anchored | null>(null);
  useEffect(() => {
    let frame = 0;
    let known = '';
    let before: Element | undefined;
    const follow = () => {
      frame = requestAnimationFrame(follow);
      if (coach.current === null) return;
      const found = visibleIn(selector);
      if (found !== before) found?.scrollIntoView({ block: 'nearest' });
      before = found;
      const next = look(found, coach.current);
      const text = JSON.stringify(next);
      if (text === known) return;
      known = text;
      setAnchored(next);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [selector, coach]);
  return anchored;
}
