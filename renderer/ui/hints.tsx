import { Tooltip as Radix } from 'radix-ui';
import { useEffect, useState } from 'react';
import { classNames } from './class-names.ts';
import { usePreferences } from '../state/preferences.ts';
import { absoluteTime } from './format/time.ts';
import { isCut } from './is-cut.ts';
import { portalHome } from './portal-home.ts';
import styles from './tooltip.module.css';

interface Hint {
  readonly text: string;
  readonly place: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;
}

function hintedAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
}

/** An empty hint stands for what the element says itself: a moment in full, or words that may be cut off. */
function textOf(element: HTMLElement): string {
  const { timeZone } = usePreferences.getState();
  if (element.dataset['hint'] !== '') return element.dataset['hint'] ?? '';
  return element instanceof HTMLTimeElement
    ? absoluteTime(element.dateTime, { timeZone })
    : element.textContent;
}

/** Null where all that it says can be read as it stands. */
function hintOf(element: HTMLElement): Hint | null {
  const text = textOf(element);
  const isReadable = text === element.textContent && !isCut(element);
  if (text === '' || isReadable) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  return { text, place: { left, top, width, height } };
}

/** What is done next has nothing to do with what was pointed at, or may move it. */
const LEAVING = ['pointerdown', 'keydown', 'wheel', 'scroll', 'blur'] as const;

/** What is pointed at for a while, and has something to say. */
function useHint(delay: number): Hint | null {
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => {
    let pointedAt: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // While a list is scrolled there is nothing to leave, many times a second.
    const leave = () => {
      if (pointedAt === null) return;
      clearTimeout(timer);
      pointedAt = null;
      setHint(null);
    };
    const point = ({ target }: PointerEvent) => {
      const hinted = hintedAt(target);
      if (hinted === pointedAt) return;
      leave();
      pointedAt = hinted;
      if (hinted !== null) timer = setTimeout(() => setHint(hintOf(hinted)), delay);
    };
    addEventListener('pointerover', point);
    document.documentElement.addEventListener('pointerleave', leave);
    for (const name of LEAVING) addEventListener(name, leave, { capture: true, passive: true });
    return () => {
      leave();
      removeEventListener('pointerover', point);
      document.documentElement.removeEventListener('pointerleave', leave);
      for (const name of LEAVING) removeEventListener(name, leave, { capture: true });
    };
  }, [delay]);
  return hint;
}

/**
 * One tooltip for all that has a `data-hint`: rows of a long list that is scrolled could not have one for each cell. A hint
 * that only repeats what is there shows where that is cut off.
 */
export function Hints({ delay }: { readonly delay: number }) {
  const hint = useHint(delay);
  if (hint === null) return null;
  return (
    <Radix.Root open>
      <Radix.Trigger asChild>
        <span aria-hidden className={styles['place']} style={hint.place} />
      </Radix.Trigger>
      <Radix.Portal container={portalHome()}>
        <Radix.Content
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className={classNames(styles['tooltip'], styles['hint'])}
        >
          <bdi>{hint.text}</bdi>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
