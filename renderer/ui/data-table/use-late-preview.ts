import { useEffect, useEffectEvent, useRef } from 'react';
import type { Rows } from './rows.ts';

/** The detail beside the list goes with the cursor. At a row that is not there yet, it does so as soon as the row is. */
export function useLatePreview<Row>(
  rows: Rows<Row>,
  at: number,
  isOpen: boolean,
  onPreview: (row: Row) => void,
): (index: number) => void {
  const awaited = useRef<number | null>(null);
  const show = useEffectEvent(() => {
    if (!isOpen) awaited.current = null;
    const row = awaited.current === at ? rows.at(at) : undefined;
    if (row === undefined) return;
    awaited.current = null;
    onPreview(row);
  });
  useEffect(() => show(), [rows, at, isOpen]);
  return (index) => {
    if (!isOpen) return;
    const row = rows.at(index);
    awaited.current = row === undefined ? index : null;
    if (row !== undefined) onPreview(row);
  };
}
