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
}

/** Keys of a list: arrows, j, k, Home, End, Page up and down move; Enter opens; Space and → show; Esc closes. */
export function tableKeyHandler(keys: TableKeys): (event: KeyboardEvent) => void {
  const actions: Readonly<Record<string, () => void>> = {
    Enter: keys.open,
    ' ': keys.preview,
    ArrowRight: keys.preview,
    ArrowLeft: keys.close,
    Escape: keys.close,
  };
  return (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (modified || event.target !== event.currentTarget || keys.count === 0) return;
    const target = moveCursor(event.key, keys.at, keys.count, keys.page);
    const action = target === undefined ? actions[event.key] : () => keys.move(target);
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
}
