import { type CSSProperties, type ReactNode, useEffect, useEffectEvent, useId, useMemo } from 'react';
import { type Preferences, usePreferences } from '../../state/preferences.ts';
import { useWidth } from '../hooks/use-width.ts';
import { type ColumnChoice, useTableWidths } from './column-choice.ts';
import { type DataColumn, leastWidth, shownColumns } from './columns.ts';
import styles from './data-table.module.css';
import type { RowMarks } from './row-marks.ts';
import type { Rows } from './rows.ts';
import { TableBody } from './table-body.tsx';
import { type Sort, TableHead } from './table-head.tsx';
import { tableKeyHandler } from './table-keys.ts';
import { cursorId } from './table-row.tsx';
import { useCursor, useScrollWith } from './use-cursor.ts';
import { useLatePreview } from './use-late-preview.ts';
import { useMarking } from './use-marking.ts';
import { type ListPlace, usePlace } from './use-place.ts';
import { useVirtualRows, type VirtualRows } from './use-virtual-rows.ts';

export interface DataTableProps<Row extends object> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly choice: ColumnChoice;
  readonly rows: Rows<Row>;
  readonly rowId: (row: Row) => string;
  /** Rows in the whole result, null where unknown. */
  readonly total: number | null;
  readonly sort?: Sort | undefined;
  readonly selected: string | undefined;
  readonly loading: boolean;
  readonly stale?: boolean | undefined;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  /** Enter or double click: the full page. */
  readonly onOpen: (row: Row) => void;
  /** Space, → or click: the detail beside the list. */
  readonly onPreview: (row: Row) => void;
  readonly onClose: () => void;
  readonly onRange?: ((first: number, last: number) => void) | undefined;
  /** Where the operator was when this list was last left; absent: at its top. */
  readonly place?: ListPlace | undefined;
  readonly onLeave?: ((place: ListPlace) => void) | undefined;
  /** Of rows that arrive above those in sight: they push nothing away, or the list stays at its top. */
  readonly arrivals?: 'hold' | 'follow' | undefined;
  readonly onCursor?: ((index: number) => void) | undefined;
  /** Another number leads back to the top. */
  readonly rewind?: number | undefined;
  /** Absent: rows cannot be marked. */
  readonly marks?: RowMarks<Row> | undefined;
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode;
}

/** The one below, where the table scrolls sideways. */
const SCROLLBAR = 12;
const ROW_HEIGHTS = { compact: 28, default: 32, comfortable: 40 } as const;
const rowHeight = ({ density }: Preferences): number => ROW_HEIGHTS[density];

/** A list of any length: virtualised, with a keyboard cursor, and fetched on as one scrolls. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  if (props.rows.count === 0 && !props.loading) return <div className={styles['empty']}>{props.empty}</div>;
  return <Grid {...props} />;
}

/** Which columns show at this width, and the tracks that header and rows share. */
function useColumns<Row extends object>({ columns, choice }: DataTableProps<Row>, width: number) {
  const shown = useMemo(() => shownColumns(columns, width, choice), [columns, width, choice]);
  const { table } = choice;
  useEffect(() => useTableWidths.setState({ [table]: width }), [table, width]);
  return useMemo(() => {
    const least = leastWidth(shown, width);
    return {
      shown,
      tracks: shown.map(({ track }) => track).join(' '),
      least: `${least ?? 0}px`,
      wide: least === null ? undefined : '',
      foot: least === null ? 0 : SCROLLBAR,
    };
  }, [shown, width]);
}

/** A row that is scrolled out of sight is not on the page, and nothing may point to it. */
function isDrawn({ items }: VirtualRows, rows: Rows<object>, index: number): boolean {
  return rows.at(index) !== undefined && items.some((item) => item.index === index);
}

/** A row whose detail was opened from elsewhere, by an address or a link, is brought into sight. */
function useRevealed<Row extends object>(
  { rows, rowId, selected }: DataTableProps<Row>,
  at: number,
  { reveal, scroller }: VirtualRows,
): void {
  const row = rows.at(at);
  const found = selected !== undefined && row !== undefined && rowId(row) === selected;
  const show = useEffectEvent(() => reveal(at));
  useEffect(() => {
    if (found && scroller !== null) show();
  }, [found, selected, scroller]);
}

function Grid<Row extends object>(props: DataTableProps<Row>) {
  const { rows, rowId, selected, onPreview, onOpen, total, marks } = props;
  const id = useId();
  const height = usePreferences(rowHeight);
  const { at, setCursor, ...moved } = useCursor(props);
  const [widthRef, width] = useWidth();
  const { shown, tracks: columns, least, wide, foot } = useColumns(props, width);
  const [frame, virtual] = useVirtualRows({
    ...props,
    count: rows.count,
    height,
    widthRef,
    foot,
    offset: props.place?.offset ?? 0,
  });
  const { mark, tracksWith } = useMarking(props);
  useScrollWith(virtual.scroller, height, moved);
  useRevealed(props, at, virtual);
  usePlace(props, virtual.scroller, at);
  const previewAt = useLatePreview(rows, at, selected !== undefined, onPreview);
  const withRow = (index: number, act: (row: Row) => void) => {
    const row = rows.at(index);
    if (row !== undefined) act(row);
  };
  const move = (index: number) => {
    setCursor(index);
    virtual.reveal(index);
    previewAt(index);
  };
  const press = tableKeyHandler({
    at,
    count: rows.count,
    page: virtual.page,
    move,
    open: () => withRow(at, onOpen),
    preview: () => withRow(at, onPreview),
    close: props.onClose,
    mark,
  });
  return (
    <div
      ref={frame}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total ?? -1}
      aria-busy={props.loading}
      aria-multiselectable={mark !== undefined || undefined}
      aria-activedescendant={isDrawn(virtual, rows, at) ? cursorId(id, at) : undefined}
      className={styles['table']}
      style={{ '--tracks': tracksWith(columns), '--least': least } as CSSProperties}
      data-wide={wide}
      data-waiting={rows.count === 0 ? '' : undefined}
      data-scrolling={virtual.isScrolling ? '' : undefined}
      data-stale={props.stale === true ? '' : undefined}
      onKeyDown={press}
    >
      <TableHead columns={shown} sort={props.sort} marks={marks} />
      <TableBody
        id={id}
        rows={rows}
        rowId={rowId}
        columns={shown}
        virtual={virtual}
        cursor={at}
        selected={selected}
        marks={marks}
        onMark={(index, range) => {
          setCursor(index);
          mark?.(index, range);
        }}
        onPick={(index) => {
          setCursor(index);
          withRow(index, onPreview);
        }}
        onOpen={(index) => withRow(index, onOpen)}
      />
    </div>
  );
}
