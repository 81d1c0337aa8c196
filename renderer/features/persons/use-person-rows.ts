import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { personRowsQuery } from './queries.ts';
import type { ListSearch } from './search-params.ts';

type RowsQuery = ReturnType<typeof useRowsQuery>;

function useRowsQuery(search: ListSearch) {
  return useInfiniteQuery(personRowsQuery(search));
}

/** A page may end before anybody on it matched: nobody scrolls on from such a page. */
function isLooking({ data, hasNextPage }: RowsQuery): boolean {
  return hasNextPage && data?.pages.at(-1)?.rows.length === 0;
}

function totalOf({ data, hasNextPage }: RowsQuery, loaded: number): number | null {
  // Where nobody counted, all pages together say it.
  const counted = hasNextPage ? null : loaded;
  return data === undefined ? null : (data.pages[0]?.total ?? counted);
}

/** The rows that are loaded, and the way to the next. */
export function usePersonRows(search: ListSearch) {
  const query = useRowsQuery(search);
  const { fetchNextPage, data, error, isFetching } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const onMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const looking = isLooking(query);
  const goOn = looking && !isFetching && error === null;
  useEffect(() => {
    if (goOn) onMore();
  }, [goOn, onMore]);
  const awaited = data === undefined || (looking && rows.length === 0);
  return { query, rows, total: totalOf(query, rows.length), onMore, loading: awaited && error === null };
}
