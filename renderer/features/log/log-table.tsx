import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { LogRow } from '../../../domain/contract/views.ts';
import { useColumnChoice } from '../../ui/data-table/column-choice.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { wholeRows } from '../../ui/data-table/rows.ts';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { logColumns } from './columns.tsx';
import { orderOf } from './log-chunks.ts';
import { NoEvents } from './log-empty.tsx';
import { createRangeStore, type Following, LogFooter } from './log-footer.tsx';
import styles from './log-page.module.css';
import { isFiltered, type LogSearch, toggleOrder } from './log-search.ts';
import { EarlierRows, NewEvents } from './more-rows.tsx';
import { logRowsKey } from './queries.ts';
import { useAiming } from './use-aiming.ts';
import { useLogNavigation } from './use-log-navigation.ts';
import { useLogRows } from './use-log-rows.ts';
import { useLogTail } from './use-log-tail.ts';

export const LOG_TABLE = 'log';

const idOf = (row: LogRow): string => String(row.position);

/** The keyboard comes back to a list that was made anew under it. */
const AT_TOP = { cursor: undefined, index: 0, offset: 0 } as const;

function followingOf(live: boolean, paused: boolean, follows: boolean): Following {
  if (!live) return 'off';
  if (paused) return 'paused';
  return follows ? 'following' : 'held';
}

/** Where the operator is: new events may only push rows away from under somebody who is at the top, reading none. */
function usePlaceInList() {
  const [range] = useState(createRangeStore);
  const [scrolled, setScrolled] = useState(false);
  const [cursor, setCursor] = useState(0);
  const [aiming, handlers] = useAiming();
  const onRange = useCallback(
    (first: number, last: number) => {
      range.setState({ first, last });
      setScrolled(first > 0);
    },
    [range],
  );
  return { range, onRange, setCursor, handlers, atTop: !scrolled && cursor === 0, aiming };
}

export interface LogTableProps {
  readonly search: LogSearch;
  readonly paused: boolean;
}

/** The rows, and whether new ones are put on top of them by themselves. */
function useFollowing({ search, paused }: LogTableProps, reads: boolean) {
  const list = useLogRows(search);
  // At the end of a list that begins with the oldest, new rows push nothing away.
  const follows = !paused && (orderOf(search) === 'oldest' || !reads);
  const tail = useLogTail(search, list.chunks, follows);
  const following = followingOf(tail.live, paused, tail.byItself);
  const { waiting, more, show, query: newer } = tail;
  // Rows that are asked for above a list that is not live push nothing away either.
  const arrivals = follows && tail.live ? ('follow' as const) : ('hold' as const);
  return { ...list, arrivals, following, waiting, more, show, newer };
}

export function LogTable(props: LogTableProps) {
  const { search } = props;
  const client = useQueryClient();
  const go = useLogNavigation();
  const place = usePlaceInList();
  const [rewind, setRewind] = useState(0);
  const below = orderOf(search) === 'oldest';
  const list = useFollowing(props, search.event !== undefined || place.aiming || !place.atTop);
  const { query, rows } = list;
  const filtered = isFiltered(search);
  const show = () => {
    list.show();
    if (!below) setRewind(rewind + 1);
  };
  return (
    <>
      {rows.length === 0 ? null : (
        <StaleNotice
          query={list.newer.error === null ? query : list.newer}
          what="The log"
          onRefresh={() => void client.resetQueries({ queryKey: logRowsKey(search) })}
        />
      )}
      <div className={styles['table']} {...place.handlers}>
        <Rows
          search={search}
          list={list}
          rewind={rewind}
          onRange={place.onRange}
          onCursor={place.setCursor}
          empty={
            <NoEvents
              filtered={filtered}
              whole={search.at === undefined}
              error={query.error}
              state={list.state}
              chunk={list.chunks.at(-1)}
              onRetry={() => void query.refetch()}
              onClear={go.clear}
              onStop={list.stop}
              onResume={list.resume}
            />
          }
        />
      </div>
      <LogFooter
        range={place.range}
        rows={rows}
        chunks={list.chunks}
        filtered={filtered}
        whole={search.at === undefined}
        state={list.state}
        following={list.following}
        onStop={list.stop}
        onResume={list.resume}
      >
        <NewEvents waiting={list.waiting} more={list.more} below={below} onShow={show} />
        {query.hasPreviousPage && place.atTop ? (
          <EarlierRows below={below} onShow={() => void query.fetchPreviousPage()} />
        ) : null}
      </LogFooter>
    </>
  );
}

interface RowsProps {
  readonly search: LogSearch;
  readonly list: ReturnType<typeof useFollowing>;
  readonly rewind: number;
  readonly onRange: (first: number, last: number) => void;
  readonly onCursor: (index: number) => void;
  readonly empty: ReactNode;
}

/** New rows are drawn between frames: while thousands pour in, each screenful of them takes longer than a frame has. */
function useShownRows({ rows, arrivals }: RowsProps['list']) {
  const shown = useMemo(() => ({ rows: wholeRows(rows), arrivals }), [rows, arrivals]);
  return useDeferredValue(shown);
}

function Rows({ search, list, rewind, onRange, onCursor, empty }: RowsProps) {
  const go = useLogNavigation();
  const { rows, arrivals } = useShownRows(list);
  const { query } = list;
  const preview = (row: LogRow) => go.preview(row.position);
  const descending = orderOf(search) === 'newest';
  return (
    <DataTable
      label="Events"
      columns={logColumns}
      choice={useColumnChoice(LOG_TABLE)}
      rows={rows}
      rowId={idOf}
      total={null}
      sort={{ by: 'position', descending, onSort: () => go.to(toggleOrder) }}
      selected={search.event === undefined ? undefined : String(search.event)}
      loading={query.isPending}
      hasMore={query.hasNextPage && list.state !== 'stopped'}
      onMore={list.onMore}
      onRange={onRange}
      onCursor={onCursor}
      arrivals={arrivals}
      rewind={rewind}
      place={AT_TOP}
      onOpen={preview}
      onPreview={preview}
      onClose={go.close}
      empty={empty}
    />
  );
}
