import { useRef } from 'react';

type Action = () => void;

/**
 * What was chosen in a menu or a palette is done once that is gone and the focus is back: a form that opened before
 * would lose the focus, and count its first field as left empty.
 */
export function useAfterClose(): readonly [choose: (action: Action) => void, closed: Action] {
  const chosen = useRef<Action | null>(null);
  const choose = (action: Action) => {
    chosen.current = action;
  };
  const closed = () => {
    const action = chosen.current;
    chosen.current = null;
    if (action !== null) queueMicrotask(action);
  };
  return [choose, closed];
}
