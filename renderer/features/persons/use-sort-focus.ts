import { type RefObject, useEffect, useRef } from 'react';

/**
 * A list in another order is another table, without the header that had the focus. Whoever sorts by keyboard finds it on
 * the same header in the new one: the next key turns the direction. Answers what is to be called when somebody sorts.
 */
export function useSortFocus(table: RefObject<HTMLElement | null>, list: string): () => void {
  const byKeyboard = useRef(false);
  useEffect(() => {
    if (byKeyboard.current)
      table.current?.querySelector<HTMLElement>('[aria-sort$="scending"] button')?.focus();
    byKeyboard.current = false;
  }, [table, list]);
  return () => {
    byKeyboard.current = document.activeElement?.matches(':focus-visible') === true;
  };
}
