import { memo } from 'react';
import { classNames } from '../class-names.ts';
import { Skeleton } from '../skeleton.tsx';
import { type DataColumn, isWhole } from './columns.ts';
import styles from './data-table.module.css';

interface CellsProps<Row extends object> {
  /** Id of the table's element. */
  readonly grid: string;
  /** Which of the table's nodes it is: what is named by it stays as rows come and go. */
  readonly slot: number;
  /** Undefined: it is on its way, and this is its place. */
  readonly row: Row | undefined;
  readonly columns: readonly DataColumn<Row>[];
  /** Undefined where rows cannot be marked. */
  readonly marked: boolean | undefined;
}

export interface TableRowProps<Row extends object> extends CellsProps<Row> {
  readonly index: number;
  /** Distance from the top in CSS pixels; absent: in the flow. */
  readonly start?: number | undefined;
  readonly cursor: boolean;
  readonly selected: boolean;
}

/** The id of the row under the keyboard's cursor: no other has one. By its place, so that a move of the cursor is told. */
export function cursorId(grid: string, index: number): string {
  return `${grid}-row-${index}`;
}

function PlainRow<Row extends object>({ index, start, cursor, selected, ...cells }: TableRowProps<Row>) {
  const { grid, row, marked } = cells;
  const isThere = row !== undefined;
  return (
    <div
      id={cursor ? cursorId(grid, index) : undefined}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isThere ? (marked ?? selected) : undefined}
      aria-current={marked !== undefined && selected ? true : undefined}
      data-index={isThere ? index : undefined}
      data-cursor={cursor ? '' : undefined}
      data-selected={selected ? '' : undefined}
      data-marked={marked === true ? '' : undefined}
      className={classNames(styles['row'], start !== undefined && styles['floating'])}
      style={start === undefined ? undefined : { top: start }}
    >
      <Cells {...cells} />
    </div>
  );
}

/** `memo` forgets type parameters; the component is the same. */
export const TableRow = memo(PlainRow) as typeof PlainRow;

/** What is in a row changes less often than where it is. */
const Cells = memo(PlainCells) as typeof PlainCells;

function PlainCells<Row extends object>({ grid, slot, row, columns, marked }: CellsProps<Row>) {
  const lead = `${grid}-${slot}`;
  return (
    <>
      {marked === undefined ? null : <MarkCell lead={lead} marked={marked} isThere={row !== undefined} />}
      {columns.map((column, place) => (
        <div
          key={column.id}
          id={place === 0 ? lead : undefined}
          role="gridcell"
          data-lead={place === 0 ? '' : undefined}
          aria-label={row === undefined ? 'Loading' : undefined}
          className={classNames(
            styles['cell'],
            (row === undefined || isWhole(column, row)) && styles['fits'],
            column.align === 'end' && styles['end'],
            row === undefined && styles['loading'],
          )}
        >
          {row === undefined ? <Skeleton width={placeWidth(slot, place)} /> : column.cell(row)}
        </div>
      ))}
    </>
  );
}

const WIDTHS = [62, 74, 48, 66, 54, 70, 44];

function placeWidth(slot: number, column: number): string {
  return `${WIDTHS[(slot + column * 3) % WIDTHS.length] ?? 60}%`;
}

interface MarkCellProps {
  /** Id of the cell that says what the row is. */
  readonly lead: string;
  readonly marked: boolean;
  readonly isThere: boolean;
}

/**
 * Reached with the keyboard by the row's own key: a stop at every row would be a long way to go. It is called by itself and
 * the row's first cell, and so stays as it is when its node shows another row.
 */
const MarkCell = memo(function MarkCell({ lead, marked, isThere }: MarkCellProps) {
  const id = `${lead}-mark`;
  return (
    <div role="gridcell" className={styles['mark']} data-mark="">
      {isThere ? (
        <input
          id={id}
          type="checkbox"
          tabIndex={-1}
          checked={marked}
          readOnly
          aria-label="Select"
          aria-labelledby={`${id} ${lead}`}
        />
      ) : null}
    </div>
  );
});
