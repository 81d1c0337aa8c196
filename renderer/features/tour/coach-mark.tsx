import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './coach-mark.module.css';
import type { TourStep } from './tour-steps.ts';
import { type Anchored, useAnchored } from './use-anchored.ts';

export interface CoachMarkProps {
  readonly step: TourStep;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly onGo: (index: number) => void;
  readonly onEnd: () => void;
}

/** A few words beside what they are about. The page under it goes on working. */
export function CoachMark({ step, index, count, onGo, onEnd }: CoachMarkProps) {
  const mark = useRef<HTMLElement>(null);
  const anchored = useAnchored(step.anchor, mark);
  const isLast = index === count - 1;
  const next = () => (isLast ? onEnd() : onGo(index + 1));
  const back = () => (index === 0 ? undefined : onGo(index - 1));
  useStepFocus(mark, index, anchored);
  return (
    <>
      <Ring anchor={anchored?.anchor ?? null} />
      <section
        ref={mark}
        className={styles['mark']}
        aria-label={`Guided tour: ${step.title}`}
        data-tour=""
        style={anchored === null ? { visibility: 'hidden' } : anchored.place}
        onKeyDown={(event) => walk(event, { next, back, end: onEnd })}
      >
        <header className={styles['head']}>
          <h2 className={styles['title']}>{step.title}</h2>
          <IconButton icon={X} size="small" label="End the tour" shortcut="Esc" onClick={onEnd} />
        </header>
        <p role="status">{step.text}</p>
        <footer className={styles['foot']}>
          <span className={styles['count']}>
            {index + 1} of {count}
          </span>
          <Button size="small" variant="quiet" disabled={index === 0} shortcut="←" onClick={back}>
            Back
          </Button>
          <Button size="small" variant="primary" shortcut="→" onClick={next}>
            {isLast ? 'Done' : 'Next'}
          </Button>
        </footer>
      </section>
    </>
  );
}

interface Ways {
  readonly next: () => void;
  readonly back: () => void;
  readonly end: () => void;
}

function walk(event: KeyboardEvent, { next, back, end }: Ways): void {
  const ways: Readonly<Record<string, () => void>> = { ArrowRight: next, ArrowLeft: back, Escape: end };
  const way = ways[event.key];
  if (way === undefined) return;
  // The page has uses of its own for these keys.
  event.preventDefault();
  event.stopPropagation();
  way();
}

/** A page that is new takes the focus when it is there: the mark takes it back once what it stands beside is found. */
function useStepFocus(
  mark: { readonly current: HTMLElement | null },
  index: number,
  anchored: Anchored | null,
): void {
  const shows = anchored !== null;
  const stands = shows && anchored.anchor !== null;
  useEffect(() => {
    if (!shows) return;
    const next = () => mark.current?.querySelector<HTMLElement>('footer button:last-child')?.focus();
    const timer = setTimeout(next);
    return () => clearTimeout(timer);
  }, [mark, index, shows, stands]);
}

function Ring({ anchor }: Pick<Anchored, 'anchor'>) {
  if (anchor === null) return null;
  const { left, top, width, height } = anchor;
  return <div aria-hidden className={styles['ring']} style={{ left, top, width, height }} />;
}
