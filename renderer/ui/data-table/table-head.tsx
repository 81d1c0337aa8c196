import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo } from 'react';
import { classNames } from '../class-names.ts';
import type { DataColumn } from './columns.ts';
import styles from './data-table.module.css';
import type { RowMarks } from './row-marks.ts';

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
  readonly onSort: (by: string) => void;
}

interface HeadProps<Row extends object> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: Sort | undefined;
  readonly marks: Pick<RowMarks<Row>, 'state' | 'onAll' | 'onClear'> | undefined;
}

function ariaSort(
  sort: Sort | undefined,
  by: string | undefined,
): 'ascending' | 'descending' | 'none' | undefined {
  if (by === undefined || sort === undefined) return undefined;
  if (sort.by !== by) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** Stays as it is while the rows move. `memo` forgets type parameters; the component is the same. */
export const TableHead = memo(PlainHead) as typeof PlainHead;

function PlainHead<Row extends object>({ columns, sort, marks }: HeadProps<Row>) {
  return (
    <div role="rowgroup" className={styles['headGroup']}>
      <div role="row" aria-rowindex={1} className={styles['head']}>
        {marks === undefined ? null : <MarkAll {...marks} />}
        {columns.map(({ id, title, align, sort: by }, place) => (
          <div
            key={id}
            role="columnheader"
            data-lead={place === 0 ? '' : undefined}
            aria-sort={ariaSort(sort, by)}
            className={classNames(styles['headCell'], align === 'end' && styles['end'])}
          >
            <HeadLabel title={title} by={by} sort={sort} />
          </div>
        ))}
      </div>
    </div>
  );
}

function MarkAll({ state, onAll, onClear }: Pick<RowMarks<object>, 'state' | 'onAll' | 'onClear'>) {
  const part = (box: HTMLInputElement | null) => {
    if (box !== null) box.indeterminate = state === 'some';
  };
  return (
    <div role="columnheader" className={styles['mark']}>
      <input
        ref={part}
        type="checkbox"
        aria-label="Select all that match"
        checked={state === 'all'}
        onChange={() => (state === 'none' ? onAll() : onClear())}
      />
    </div>
  );
}

interface LabelProps {
  readonly title: string;
  readonly by: string | undefined;
  readonly sort: Sort | undefined;
}

function HeadLabel({ title, by, sort }: LabelProps) {
  if (by === undefined || sort === undefined) return <span className={styles['headText']}>{title}</span>;
  const active = sort.by === by;
  const Arrow = active && sort.descending ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      data-active={active ? '' : undefined}
      className={styles['sort']}
      onClick={() => sort.onSort(by)}
    >
      <span className={styles['headText']}>{title}</span>
      <Arrow aria-hidden />
    </button>
  );
}
