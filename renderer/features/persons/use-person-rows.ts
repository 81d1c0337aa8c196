import { useInfiniteQuery, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { PersonRow } from '../../../domain/contract/views.ts';
import { pagedRows, type Rows, wholeRows } from '../../ui/data-table/rows.ts';
import type { RangeStore } from './list-range.tsx';
import { PAGE_ROWS, pagesAt, type Sight } from './list-pages.ts';
import { type NumberedPage, pageQuery, personRowsQuery, totalQuery } from './queries.ts';
import type { ListSearch } from './search-params.ts';
import { useSight } from './use-sight.ts';

type RowsQuery = ReturnType<typeof useRowsQuery>;

function useRowsQuery(search: ListSearch) {
  return useInfiniteQuery(personRowsQuery(search));
}

/** A page may end before anybody on it matched: nobody scrolls on from such a page. */
function isLooking({ data, hasNextPage }: RowsQuery): boolean {
  return hasNextPage && data?.pages.at(-1)?.rows.length === 0;
}

/** Hits of a search are ranked, and those who may be somebody else are compared: both are read one page after the other. */
function isCounted({ q, duplicates }: ListSearch): boolean {
  return q === undefined && duplicates === undefined;
}

/** Its first page did not wait for the count. */
function lacksCount({ data, hasNextPage, isPlaceholderData }: RowsQuery): boolean {
  return data?.pages[0]?.total === null && hasNextPage && !isPlaceholderData;
}

/** Of a list that is counted any place is read by itself. */
function useCount(search: ListSearch, query: RowsQuery): number | null {
  const counted = isCounted(search);
  const asked = useQuery({ ...totalQuery(search), enabled: counted && lacksCount(query) });
  const first = query.data?.pages[0];
  if (first === undefined || !counted) return null;
  return first.total ?? asked.data ?? null;
}

function totalOf({ data, hasNextPage }: RowsQuery, count: number | null, loaded: number): number | null {
  // Where nobody counted, all pages together say it.
  const counted = hasNextPage ? null : loaded;
  return data === undefined ? null : (count ?? data.pages[0]?.total ?? counted);
}

/** Nothing is there yet, not even that there is nobody. */
function isAwaited(query: RowsQuery, rows: number): boolean {
  return query.error === null && (query.data === undefined || (isLooking(query) && rows === 0));
}

interface Answer {
  readonly data?: NumberedPage | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Outside of the hook, so that it is put together again only where an answer has changed. */
function pagesIn(answers: readonly Answer[]) {
  return {
    pages: new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [[data.page, data.rows]]))),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    retry: () => answers.filter(({ error }) => error !== null).forEach(({ refetch }) => void refetch()),
  };
}

/** The pages of a counted list that are in sight, but for its first one; those that were there before until they are read. */
function usePages(search: ListSearch, place: ListRange, count: number | null) {
  const client = useQueryClient();
  const pagesOf = (sight: Sight) => (count === null ? [] : pagesAt(sight, count));
  // Tried but once: a page that fails is tried again, and told, by what shows it.
  const read = (page: number) => client.query({ ...pageQuery(search, page), retry: false });
  const sight = useSight(place.store, place.list, (at) => Promise.allSettled(pagesOf(at).map(read)));
  const pages = pagesOf(sight);
  return useQueries({ queries: pages.map((page) => pageQuery(search, page)), combine: pagesIn });
}

function rowsIn(
  data: RowsQuery['data'],
  further: ReadonlyMap<number, readonly PersonRow[]>,
  count: number | null,
): Rows<PersonRow> {
  const pages = data?.pages ?? [];
  if (count === null) return wholeRows(pages.flatMap((page) => page.rows));
  return pagedRows(new Map([[0, pages[0]?.rows ?? []], ...further]), PAGE_ROWS, count);
}

/** Which list it is, and where one is in it. */
interface ListRange {
  readonly store: RangeStore;
  readonly list: string;
}

/** The rows that are there: of a counted list those in sight, of another one all from its beginning, and the way to the next. */
export function usePersonRows(search: ListSearch, place: ListRange) {
  const query = useRowsQuery(search);
  const { fetchNextPage, data, error, isFetching, isStale, isPlaceholderData, refetch } = query;
  const count = useCount(search, query);
  const further = usePages(search, place, isPlaceholderData ? null : count);
  const rows = useMemo(() => rowsIn(data, further.pages, count), [data, further.pages, count]);
  const onMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const goOn = isLooking(query) && !isFetching && error === null;
  useEffect(() => {
    if (goOn) onMore();
  }, [goOn, onMore]);
  const retry = () => {
    further.retry();
    return refetch();
  };
  return {
    rows,
    total: totalOf(query, count, rows.count),
    query: { error: error ?? further.error, isStale, isFetching, isPlaceholderData, refetch: retry },
    hasMore: count === null && query.hasNextPage,
    onMore,
    loading: isAwaited(query, rows.count),
  };
}
