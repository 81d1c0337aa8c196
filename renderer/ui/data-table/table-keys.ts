import type { KeyboardEvent } from 'react';
import { moveCursor } from './cursor.ts';

export interface TableKeys {
  readonly at: number;
  readonly count: number;
  readonly page: number;
  readonly move: (index: number) => void;
  readonly open: () => void;
  readonly preview: () => void;
  readonly close: () => void;
  /** Absent where rows cannot be marked. `range`: all from the last one on. */
  readonly mark?: ((index: number, range: boolean) => void) | undefined;
}

/** Keys of a list: arrows, j, k, Home, End, Page up and down move; Enter opens; Space and → show; Esc closes; x marks. */
export function tableKeyHandler(keys: TableKeys): (event: KeyboardEvent) => void {
  const actions: Readonly<Record<string, () => void>> = {
    Enter: keys.open,
    ' ': keys.preview,
    ArrowRight: keys.preview,
    ArrowLeft: keys.close,
    Escape: keys.close,
  };
  const moveTo = (target: number, range: boolean): void => {
    // The row that one comes from belongs to the range.
    if (range) keys.mark?.(keys.at, true);
    keys.move(target);
    if (range) keys.mark?.(target, true);
  };
  const actionOf = (key: string) => {
    if (key.toLowerCase() !== 'x' || keys.mark === undefined) return actions[key];
    return () => keys.mark?.(keys.at, key === 'X');
  };
  return (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (modified || event.target !== event.currentTarget || keys.count === 0) return;
    const target = moveCursor(event.key, keys.at, keys.count, keys.page);
    const action = target === undefined ? actionOf(event.key) : () => moveTo(target, event.shiftKey);
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
}
