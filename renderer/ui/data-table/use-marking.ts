import { useState } from 'react';
import type { RowMarks } from './row-marks.ts';

const MARK_TRACK = '28px';

interface MarkedTable<Row extends object> {
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly marks?: RowMarks<Row> | undefined;
}

export interface Marking {
  /** Undefined where rows cannot be marked. `range`: from the row marked last to this one. */
  readonly mark: ((index: number, range: boolean) => void) | undefined;
  /** The column of marks stands before the others. */
  readonly tracksWith: (columns: string) => string;
}

/** Marks one row, or all from the one marked last to this one. */
export function useMarking<Row extends object>({ rows, rowId, marks }: MarkedTable<Row>): Marking {
  const [anchor, setAnchor] = useState<string | null>(null);
  if (marks === undefined) return { mark: undefined, tracksWith: (columns) => columns };
  const mark = (index: number, range: boolean): void => {
    const row = rows[index];
    if (row === undefined) return;
    const anchored = range && marks.state !== 'none' ? rows.findIndex((each) => rowId(each) === anchor) : -1;
    const from = anchored === -1 ? index : anchored;
    setAnchor(rowId(rows[from] ?? row));
    if (range) marks.onRange(rows.slice(Math.min(from, index), Math.max(from, index) + 1));
    else marks.onToggle(row);
  };
  return { mark, tracksWith: (columns) => `${MARK_TRACK} ${columns}` };
}
