import { memo } from 'react';
import { classNames } from '../class-names.ts';
import { Skeleton } from '../skeleton.tsx';
import type { DataColumn } from './columns.ts';
import styles from './data-table.module.css';

interface TableRowProps<Row extends object> {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly DataColumn<Row>[];
  readonly start: number;
  readonly cursor: boolean;
  readonly selected: boolean;
  /** Undefined where rows cannot be marked. */
  readonly marked?: boolean | undefined;
  readonly label: string;
}

function PlainRow<Row extends object>(props: TableRowProps<Row>) {
  const { id, row, index, columns, start, cursor, selected, marked, label } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={marked ?? selected}
      aria-current={marked !== undefined && selected ? true : undefined}
      data-index={index}
      data-cursor={cursor ? '' : undefined}
      data-selected={selected ? '' : undefined}
      data-marked={marked === true ? '' : undefined}
      className={classNames(styles['row'], styles['floating'])}
      style={{ top: start }}
    >
      {marked === undefined ? null : <MarkCell marked={marked} label={`Select ${label}`} />}
      {columns.map((column, place) => (
        <div
          key={column.id}
          role="gridcell"
          data-lead={place === 0 ? '' : undefined}
          className={classNames(
            styles['cell'],
            column.fits === true && styles['fits'],
            column.align === 'end' && styles['end'],
          )}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** Reached with the keyboard by the row's own key: a stop at every row would be a long way to go. */
function MarkCell({ marked, label }: { readonly marked: boolean; readonly label: string }) {
  return (
    <div role="gridcell" className={styles['mark']} data-mark="">
      <input type="checkbox" tabIndex={-1} checked={marked} readOnly aria-label={label} />
    </div>
  );
}

/** `memo` forgets type parameters; the component is the same. */
export const TableRow = memo(PlainRow) as typeof PlainRow;

export interface SkeletonRowProps {
  readonly index: number;
  readonly columns: readonly Pick<DataColumn<object>, 'id' | 'align'>[];
  readonly markable?: boolean | undefined;
  /** Distance from the top in CSS pixels; absent: in the flow. */
  readonly start?: number | undefined;
}

const WIDTHS = [62, 74, 48, 66, 54, 70, 44];

export function SkeletonRow({ index, columns, start, markable }: SkeletonRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classNames(styles['row'], start !== undefined && styles['floating'])}
      style={start === undefined ? undefined : { top: start }}
    >
      {markable === true ? <div role="gridcell" className={styles['mark']} /> : null}
      {columns.map(({ id, align }, column) => (
        <div
          key={id}
          role="gridcell"
          className={classNames(styles['cell'], styles['loading'], align === 'end' && styles['end'])}
          aria-label="Loading"
        >
          <Skeleton width={`${WIDTHS[(index + column * 3) % WIDTHS.length] ?? 60}%`} />
        </div>
      ))}
    </div>
  );
}
