import { type MouseEvent, useState } from 'react';
import type { DataColumn } from './columns.ts';
import styles from './data-table.module.css';
import type { RowMarks } from './row-marks.ts';
import { createRowSlots } from './row-slots.ts';
import type { Rows } from './rows.ts';
import { TableRow, type TableRowProps } from './table-row.tsx';
import { PLACES_AHEAD, type VirtualRows } from './use-virtual-rows.ts';

interface TableBodyProps<Row extends object> {
  readonly id: string;
  readonly rows: Rows<Row>;
  readonly rowId: (row: Row) => string;
  readonly columns: readonly DataColumn<Row>[];
  readonly virtual: VirtualRows;
  readonly cursor: number;
  readonly selected: string | undefined;
  readonly onPick: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly marks: RowMarks<Row> | undefined;
  readonly onMark: (index: number, range: boolean) => void;
}

function around({ target }: MouseEvent, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

const rowOf = (event: MouseEvent) => around(event, '[data-index]');
const isMark = (event: MouseEvent) => around(event, '[data-mark]') !== null;
/** A link or a button in a row does what it says, and nothing else. */
const isOwn = (event: MouseEvent) => around(event, 'a, button') !== null;

/** One handler for all rows: rows stay the same from one scroll position to the next and are not drawn again. */
function rowAt(act: (index: number) => void) {
  return (event: MouseEvent<HTMLElement>) => {
    const row = rowOf(event);
    if (row !== null && !isMark(event) && !isOwn(event)) act(Number(row.dataset['index']));
  };
}

/** A click on the box marks, with Shift all from the last one on; elsewhere Shift does the same, Ctrl or Cmd marks one. */
function markOr(mark: TableBodyProps<object>['onMark'] | undefined, pick: (index: number) => void) {
  return (event: MouseEvent<HTMLElement>) => {
    const row = rowOf(event);
    if (row === null || isOwn(event)) return;
    const index = Number(row.dataset['index']);
    const marking = isMark(event) || event.shiftKey || event.ctrlKey || event.metaKey;
    if (marking && mark !== undefined) mark(index, event.shiftKey);
    else pick(index);
  };
}

/** The keyboard stays with the grid, and a range does not select the text that it goes over. */
function keepFocus(event: MouseEvent<HTMLElement>): void {
  if (!isMark(event) && !event.shiftKey) return;
  event.preventDefault();
  event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
}

export function TableBody<Row extends object>(props: TableBodyProps<Row>) {
  const { id, rows, rowId, columns, virtual, cursor, selected, onPick, onOpen, marks, onMark } = props;
  const [placeRows] = useState(createRowSlots);
  const unmarked = marks === undefined ? undefined : false;
  if (rows.count === 0) return <LoadingBody grid={id} columns={columns} marked={unmarked} />;
  const ids = virtual.items.map(({ index }) => {
    const row = rows.at(index);
    return row === undefined ? `place ${index}` : rowId(row);
  });
  return (
    <div
      role="rowgroup"
      className={styles['body']}
      style={{ height: virtual.size }}
      onMouseDown={marks === undefined ? undefined : keepFocus}
      onClick={markOr(marks === undefined ? undefined : onMark, onPick)}
      onDoubleClick={rowAt(onOpen)}
    >
      {placeRows(onceEach(ids), virtual.isScrolling).map(({ slot, at }) => {
        const item = virtual.items[at];
        if (item === undefined) return null;
        const { index, start } = item;
        const row = rows.at(index);
        return (
          <TableRow
            key={slot}
            grid={id}
            slot={slot}
            row={row}
            index={index}
            columns={columns}
            start={start}
            cursor={row !== undefined && index === cursor}
            selected={ids[at] === selected}
            marked={row === undefined ? unmarked : marks?.isMarked(row)}
          />
        );
      })}
    </div>
  );
}

/** Pages that were read one after the other may both have a row that has moved meanwhile. */
function onceEach(ids: readonly string[]): readonly string[] {
  if (new Set(ids).size === ids.length) return ids;
  return ids.map((id, at) => (ids.indexOf(id) === at ? id : `again ${at} ${id}`));
}

type LoadingProps<Row extends object> = Pick<TableRowProps<Row>, 'grid' | 'columns' | 'marked'>;

function LoadingBody<Row extends object>(props: LoadingProps<Row>) {
  return (
    <div role="rowgroup" className={styles['body']}>
      {Array.from({ length: PLACES_AHEAD + 8 }, (_, index) => (
        <TableRow
          key={index}
          slot={index}
          row={undefined}
          index={index}
          cursor={false}
          selected={false}
          {...props}
        />
      ))}
    </div>
  );
}
