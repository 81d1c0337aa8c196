import { type InfiniteData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { LogPage } from '../../../domain/contract/views.ts';
import { keys } from '../../bridge/query-keys.ts';
import { type Chunk, type Mark, orderOf, tailStart, withNewer } from './log-chunks.ts';
import { filterOf, type LogSearch } from './log-search.ts';
import { firstChunk, logRowsKey, MOST_WAITING, newerThan } from './queries.ts';

type Pages = InfiniteData<Chunk, Mark>;

const NOTHING: LogPage = { rows: [], next: null, head: 0, reached: 0, reachedAt: null };

const tailKey = (search: LogSearch) => keys.logTail({ ...filterOf(search), order: orderOf(search) });

/** A list that lost chunks has lost their marks as well. */
function put(client: QueryClient, search: LogSearch, change: (chunks: readonly Chunk[]) => readonly Chunk[]) {
  client.setQueryData<Pages>(logRowsKey(search), (old) => {
    if (old === undefined) return old;
    const pages = [...change(old.pages)];
    return { pages, pageParams: old.pageParams.slice(0, pages.length) };
  });
}

const isFull = (page: LogPage | undefined): boolean => (page?.rows.length ?? 0) >= MOST_WAITING;

/** Shows what is waiting. Too many to put on top start the list again: what is in sight would be pushed out anyway. */
async function take(client: QueryClient, search: LogSearch, newer: LogPage): Promise<void> {
  client.setQueryData<LogPage>(tailKey(search), { ...newer, rows: [] });
  if (isFull(newer) && orderOf(search) === 'newest') {
    const chunk = await firstChunk(search);
    put(client, search, () => [chunk]);
    return;
  }
  put(client, search, (chunks) => withNewer(chunks, newer, orderOf(search)));
  // It has not seen the end of the log yet: no push may come to say so.
  if (newer.next !== null) await client.invalidateQueries({ queryKey: tailKey(search) });
}

/** What was appended behind the list, asked for again with every push. */
function useNewer(search: LogSearch, start: number | undefined) {
  const client = useQueryClient();
  const queryKey = tailKey(search);
  // Where more are waiting than will be shown one by one, there is nothing more to know.
  const enabled = start !== undefined && !isFull(client.getQueryData<LogPage>(queryKey));
  const behind = (): number => {
    // The list may have taken rows in since this was drawn.
    const pages = client.getQueryData<Pages>(logRowsKey(search))?.pages ?? [];
    return tailStart(pages, search) ?? start ?? 0;
  };
  const queryFn = () => newerThan(filterOf(search), behind());
  return useQuery({ queryKey, enabled, gcTime: 0, queryFn });
}

/** Events that the list does not show yet: waiting, or shown at once where it follows the end of the log. */
export function useLogTail(search: LogSearch, chunks: readonly Chunk[], follows: boolean) {
  const client = useQueryClient();
  const start = tailStart(chunks, search);
  const query = useNewer(search, start);
  const newer = query.data ?? NOTHING;
  const seen = start ?? Number.POSITIVE_INFINITY;
  const waiting = newer.rows.filter(({ position }) => position > seen).length;
  const nothingIn = waiting === 0 && newer.reached > seen;
  const show = () => void take(client, search, newer);
  const showDue = useEffectEvent(show);
  const due = nothingIn || (follows && waiting > 0);
  useEffect(() => {
    if (due) showDue();
  }, [due, newer]);
  return { live: start !== undefined, waiting, more: isFull(newer), show, query };
}
