import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './mapping.module.css';

export interface MoveEntry {
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
}

/** Moving an element takes the focus from it: whoever moves on by the keyboard needs it where it was. */
function moveTo({ count, onMove }: MoveEntry, to: number): void {
  if (to < 0 || to >= count) return;
  const focused = document.activeElement;
  flushSync(() => onMove(to));
  if (focused instanceof HTMLElement) focused.focus();
}

/** Alt with an arrow moves the entry that the focus is in, unless the keys have opened a list of choices. */
export function moveByKey(event: KeyboardEvent, entry: MoveEntry): void {
  // With nothing to change places with, the keys are for what is around it.
  if (entry.count < 2) return;
  if (!event.altKey || event.defaultPrevented) return;
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  event.preventDefault();
  event.stopPropagation();
  moveTo(entry, entry.index + (event.key === 'ArrowUp' ? -1 : 1));
}

export interface MoveButtonsProps {
  /** What is moved, by its name. */
  readonly what: string;
  readonly entry: MoveEntry;
}

/** None where there is only one. At either end a button stays where it is: the focus is not lost on the way. */
export function MoveButtons({ what, entry }: MoveButtonsProps) {
  const { index, count } = entry;
  if (count < 2) return null;
  return (
    <span className={styles['moves']}>
      <IconButton
        icon={ArrowUp}
        size="small"
        label={`Move up: ${what}`}
        shortcut="Alt+↑"
        aria-disabled={index === 0}
        onClick={() => moveTo(entry, index - 1)}
      />
      <IconButton
        icon={ArrowDown}
        size="small"
        label={`Move down: ${what}`}
        shortcut="Alt+↓"
        aria-disabled={index === count - 1}
        onClick={() => moveTo(entry, index + 1)}
      />
    </span>
  );
}
