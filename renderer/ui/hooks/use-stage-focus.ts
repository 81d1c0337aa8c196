import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Moves the focus into what takes the stage, and back to where it was once that leaves. */
export function useStageFocus(onStage: boolean): RefObject<HTMLDivElement | null> {
  const stage = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!onStage) return;
    const before = document.activeElement;
    stage.current?.focus({ preventScroll: true });
    return () => {
      // What was behind the stage can only be focused once it is visible again.
      requestAnimationFrame(() => {
        const free = document.activeElement === null || document.activeElement === document.body;
        if (free && before instanceof HTMLElement) before.focus({ preventScroll: true });
      });
    };
  }, [onStage]);
  return stage;
}
