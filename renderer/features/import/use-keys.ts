import { useState } from 'react';
import { keyed, type Keyed } from './list-order.ts';

/** Keys by which entries are known again after they were moved: what is open stays open, what is typed in stays focused. */
export function useKeys(list: readonly unknown[]): readonly number[] {
  const [known, setKnown] = useState<Keyed<unknown>>(() => keyed({ list: [], keys: [] }, list));
  if (known.list === list) return known.keys;
  const next = keyed(known, list);
  setKnown(next);
  return next.keys;
}
