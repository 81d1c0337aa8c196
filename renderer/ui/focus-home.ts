import { useEffect } from 'react';

/** What a page is about: it takes the focus that has nowhere else to go, so that Tab goes on from there. */
export const focusHome = { 'data-focus-home': '', tabIndex: -1 } as const;

export function goHome(): void {
  document.querySelector<HTMLElement>('[data-focus-home]')?.focus({ preventScroll: true });
}

/** Whoever comes to a page from something that is gone by then begins with what the page is about. */
export function useFocusOnArrival(arrived: boolean): void {
  useEffect(() => {
    if (arrived && document.activeElement === document.body) goHome();
  }, [arrived]);
}
