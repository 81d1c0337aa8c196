import { type RefObject, useEffect, useRef } from 'react';
import { isDialogOpen, MOD_KEY, useHotkeys } from '../../ui/hooks/use-hotkeys.ts';

export const STEP_KEY = `${MOD_KEY}+Enter`;

/**
 * The button that leads on from a step: it has the focus that has nowhere else to go once the step is shown, and
 * Ctrl+Enter presses it from anywhere on the page, as it sends a form. A key that is held presses it once.
 */
export function useStepButton(step: string, isNext = true): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isNext && document.activeElement === document.body) button.current?.focus();
  }, [step, isNext]);
  useHotkeys(
    {
      'mod+enter': ({ repeat }) => {
        if (!repeat && !isDialogOpen()) button.current?.click();
      },
    },
    isNext,
  );
  return button;
}
