/** From one place to another, both included. */
export interface MarkedRange {
  readonly first: number;
  readonly last: number;
  /** The id of the row that it was begun with, which is one of them. */
  readonly with: string;
}

/** Rows that can be marked, so that something is done to all of them. */
export interface RowMarks<Row extends object> {
  readonly isMarked: (row: Row) => boolean;
  /** Of all rows, those not loaded included: none, some or every one. */
  readonly state: 'none' | 'some' | 'all';
  readonly onToggle: (row: Row) => void;
  /** Rows among them may not be there yet. */
  readonly onRange: (range: MarkedRange) => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
}
