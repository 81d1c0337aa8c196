import { useEffect, useEffectEvent, useState } from 'react';
import type { Rows } from './rows.ts';

/** The detail beside the list follows the cursor to a row that is not there yet: it is shown as soon as the row is. */
export function useLatePreview<Row>(
  rows: Rows<Row>,
  at: number,
  isOpen: boolean,
  onPreview: (row: Row) => void,
): (index: number) => void {
  const [awaited, setAwaited] = useState<number | null>(null);
  const row = isOpen && awaited === at ? rows.at(at) : undefined;
  const show = useEffectEvent(() => {
    if (row === undefined) return;
    setAwaited(null);
    onPreview(row);
  });
  useEffect(() => show(), [row]);
  return setAwaited;
}
