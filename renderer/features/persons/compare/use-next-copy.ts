import { type RefObject, useEffect, useRef } from 'react';
import { goHome } from '../../../ui/focus-home.ts';

const BUTTON = 'button[data-copy-over]';

function buttonsIn(table: HTMLElement | null): readonly HTMLElement[] {
  return [...(table?.querySelectorAll<HTMLElement>(BUTTON) ?? [])];
}

/** The button of what was copied goes with it, and the focus to the one that comes into its place, or to the page. */
export function useNextCopy(table: RefObject<HTMLElement | null>, versions: string): void {
  const used = useRef<number | null>(null);
  useEffect(() => {
    const remember = (): void => {
      const index = buttonsIn(table.current).findIndex((button) => button === document.activeElement);
      used.current = index === -1 ? null : index;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [table]);
  useEffect(() => {
    if (used.current === null || document.activeElement !== document.body) return;
    const buttons = buttonsIn(table.current);
    const next = buttons[used.current] ?? buttons.at(-1);
    if (next === undefined) goHome();
    else next.focus();
  }, [table, versions]);
}
