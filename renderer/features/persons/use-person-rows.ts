import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { personRowsQuery } from './queries.ts';
import type { ListSearch } from './search-params.ts';

/** The rows that are loaded, and the way to the next. */
export function usePersonRows(search: ListSearch) {
  const query = useInfiniteQuery(personRowsQuery(search));
  const { fetchNextPage, data } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const onMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const loading = data === undefined && query.error === null;
  // Where nobody counted, all pages together say it.
  const counted = query.hasNextPage ? null : rows.length;
  const total = data === undefined ? null : (data.pages[0]?.total ?? counted);
  return { query, rows, total, onMore, loading };
}
