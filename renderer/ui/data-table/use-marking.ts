import { useState } from 'react';
import type { RowMarks } from './row-marks.ts';
import type { Rows } from './rows.ts';

const MARK_TRACK = '28px';

interface MarkedTable<Row extends object> {
  readonly rows: Rows<Row>;
  readonly rowId: (row: Row) => string;
  readonly marks?: RowMarks<Row> | undefined;
}

export interface Marking {
  /** Undefined where rows cannot be marked. `range`: from the row marked last to this one. */
  readonly mark: ((index: number, range: boolean) => void) | undefined;
  /** The column of marks stands before the others. */
  readonly tracksWith: (columns: string) => string;
}

/** The row marked last; `index` is where it was then. */
interface Anchor {
  readonly id: string;
  readonly index: number;
}

/** Marks one row, or all from the one marked last to this one. */
export function useMarking<Row extends object>({ rows, rowId, marks }: MarkedTable<Row>): Marking {
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  if (marks === undefined) return { mark: undefined, tracksWith: (columns) => columns };
  /** It is where it was if it is not among the rows that are there. */
  const placeOf = ({ id, index }: Anchor): number => {
    const found = rows.find((row) => rowId(row) === id);
    if (found !== -1) return found;
    return rows.at(index) === undefined && index < rows.count ? index : -1;
  };
  const mark = (index: number, range: boolean): void => {
    const row = rows.at(index);
    const anchored = range && anchor !== null && marks.state !== 'none' ? placeOf(anchor) : -1;
    if (anchor !== null && anchored !== -1) {
      marks.onRange({ first: Math.min(anchored, index), last: Math.max(anchored, index), with: anchor.id });
      return;
    }
    if (row === undefined) return;
    setAnchor({ id: rowId(row), index });
    if (range) marks.onRange({ first: index, last: index, with: rowId(row) });
    else marks.onToggle(row);
  };
  return { mark, tracksWith: (columns) => `${MARK_TRACK} ${columns}` };
}
