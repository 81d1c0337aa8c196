/** Rows that can be marked, so that something is done to all of them. */
export interface RowMarks<Row extends object> {
  readonly isMarked: (row: Row) => boolean;
  /** What a row is about, for a screen reader. */
  readonly labelOf: (row: Row) => string;
  /** Of all rows, those not loaded included: none, some or every one. */
  readonly state: 'none' | 'some' | 'all';
  readonly onToggle: (row: Row) => void;
  readonly onRange: (rows: readonly Row[]) => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
}
