import { type RefObject, useEffect, useRef } from 'react';

/** Marks the button that takes its entry off the list. */
export const removes = { 'data-removes': '' } as const;

/**
 * An entry that is taken off a list takes the focus with it. It goes to the one that comes into its place, to the last
 * one, or, where none is left, to what the list belongs to. To be told the entry's index when it is taken off.
 */
export function useFocusAfterRemoval(
  count: number,
  list: RefObject<HTMLElement | null>,
  home: RefObject<HTMLElement | null>,
): (index: number) => void {
  const gone = useRef<{ readonly index: number; readonly count: number } | null>(null);
  useEffect(() => {
    if (gone.current === null || count >= gone.current.count) return;
    const { index } = gone.current;
    gone.current = null;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-removes]') ?? [])];
    (buttons[index] ?? buttons.at(-1) ?? home.current)?.focus();
  }, [count, list, home]);
  return (index) => {
    gone.current = { index, count };
  };
}
