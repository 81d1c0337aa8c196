import type { Row as RowModel } from '@tanstack/react-table';
import type { MouseEvent } from 'react';
import type { features } from './columns.ts';
import styles from './data-table.module.css';
import { SkeletonRow, TableRow } from './table-row.tsx';
import { PLACES_AHEAD, type VirtualRows } from './use-virtual-rows.ts';

interface TableBodyProps<Row extends object> {
  readonly id: string;
  readonly models: readonly RowModel<typeof features, Row>[];
  readonly virtual: VirtualRows;
  readonly tracks: string;
  readonly ends: readonly boolean[];
  readonly shown: object;
  readonly cursor: number;
  readonly selected: string | undefined;
  readonly onPick: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

/** One handler for all rows: rows stay the same from one scroll position to the next and are not drawn again. */
function rowAt(act: (index: number) => void) {
  return (event: MouseEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (row !== null) act(Number(row.dataset['index']));
  };
}

export function TableBody<Row extends object>(props: TableBodyProps<Row>) {
  const { id, models, virtual, tracks, ends, shown, cursor, selected, onPick, onOpen } = props;
  if (models.length === 0) return <LoadingBody tracks={tracks} ends={ends} />;
  return (
    <div
      role="rowgroup"
      className={styles['body']}
      style={{ height: virtual.size }}
      onClick={rowAt(onPick)}
      onDoubleClick={rowAt(onOpen)}
    >
      {virtual.items.map(({ index, start, size }) => {
        const model = models[index];
        if (model === undefined) {
          return <SkeletonRow key={index} index={index} tracks={tracks} ends={ends} start={start} />;
        }
        return (
          <TableRow
            key={model.id}
            id={`${id}-${index}`}
            row={model}
            index={index}
            tracks={tracks}
            shown={shown}
            start={start}
            height={size}
            cursor={index === cursor}
            selected={model.id === selected}
          />
        );
      })}
    </div>
  );
}

function LoadingBody({ tracks, ends }: { readonly tracks: string; readonly ends: readonly boolean[] }) {
  return (
    <div role="rowgroup" className={styles['body']}>
      {Array.from({ length: PLACES_AHEAD + 8 }, (_, index) => (
        <SkeletonRow key={index} index={index} tracks={tracks} ends={ends} />
      ))}
    </div>
  );
}
