import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import { goHome } from '../../ui/focus-home.ts';

interface KeptFocus {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
}

/** A card that is decided goes: the one that takes its place has the focus then, or the page where none is left. */
export function useKeptFocus(rows: readonly Conflict[]): KeptFocus {
  const list = useRef<HTMLDivElement>(null);
  /** Of the card that had the focus last; null before any part of the list had it. */
  const place = useRef<number | null>(null);
  const ids = rows.map(({ conflictId }) => conflictId).join();
  useEffect(() => {
    if (place.current === null || document.activeElement !== document.body) return;
    const cards = [...(list.current?.querySelectorAll('article') ?? [])];
    const next = cards[Math.min(place.current, cards.length - 1)];
    const button = next?.querySelector<HTMLElement>('button');
    if (button === undefined || button === null) goHome();
    else button.focus();
  }, [ids]);
  const onFocus = ({ target }: FocusEvent): void => {
    // Dialogs are told of, too, though they stand elsewhere.
    if (list.current?.contains(target) !== true) return;
    const cards = [...list.current.querySelectorAll('article')];
    place.current = Math.max(
      0,
      cards.findIndex((card) => card.contains(target)),
    );
  };
  return { list, onFocus };
}
