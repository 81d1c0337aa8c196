import { type RefObject, useEffect, useRef } from 'react';
import { goHome } from '../../ui/focus-home.ts';

/** An entry of the list that is about to be deleted, or to have another name. */
export interface LeavingEntry {
  readonly name: string;
  readonly newName?: string;
}

/**
 * An entry that is renamed or deleted takes the focus with it, as it is another one or none from then on. It goes to the
 * entry under its new name, else to the one that comes into its place, to the last one, or to the page.
 */
export function useFocusAfterChange(
  names: readonly string[],
  list: RefObject<HTMLElement | null>,
): (entry: LeavingEntry) => void {
  const leaving = useRef<(LeavingEntry & { readonly index: number }) | null>(null);
  useEffect(() => {
    if (leaving.current === null || names.includes(leaving.current.name)) return;
    const { newName, index } = leaving.current;
    leaving.current = null;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[aria-haspopup="menu"]') ?? [])];
    const at = newName === undefined ? index : names.indexOf(newName);
    const next = buttons[at] ?? buttons.at(-1);
    if (next === undefined) goHome();
    else next.focus();
  }, [names, list]);
  return (entry) => {
    leaving.current = { ...entry, index: names.indexOf(entry.name) };
  };
}
