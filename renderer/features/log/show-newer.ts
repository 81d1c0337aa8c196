import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { LogPage } from '../../../domain/contract/views.ts';
import { keys } from '../../bridge/query-keys.ts';
import { type Chunk, type Mark, orderOf, withNewer } from './log-chunks.ts';
import { filterOf, type LogSearch } from './log-search.ts';
import { firstChunk, logRowsKey } from './queries.ts';

export type Pages = InfiniteData<Chunk, Mark>;

/** `most`: rows that are asked for at once. */
export const tailKey = (search: LogSearch, most: number) =>
  keys.logTail({ ...filterOf(search), order: orderOf(search), most });

/** A list that lost chunks has lost their marks as well. */
function put(client: QueryClient, search: LogSearch, change: (chunks: readonly Chunk[]) => readonly Chunk[]) {
  client.setQueryData<Pages>(logRowsKey(search), (old) => {
    if (old === undefined) return old;
    const pages = [...change(old.pages)];
    return { pages, pageParams: old.pageParams.slice(0, pages.length) };
  });
}

/** As many as were asked for: there may be more. */
export const isFull = (page: LogPage | undefined, most: number): boolean => (page?.rows.length ?? 0) >= most;

/**
 * Shows what is waiting; it waits on where that fails. Too many to put on top start the list again: what is in sight would
 * be pushed out anyway.
 */
export async function showNewer(
  client: QueryClient,
  search: LogSearch,
  newer: LogPage,
  most: number,
): Promise<void> {
  const again = isFull(newer, most) && orderOf(search) === 'newest';
  const first = again ? [await firstChunk(search)] : null;
  put(client, search, (chunks) => first ?? withNewer(chunks, newer, orderOf(search)));
  client.setQueryData<LogPage>(tailKey(search, most), { ...newer, rows: [] });
  // What has been seen may not be the end of the log: no push may come to say so.
  if (again || newer.next !== null) await client.invalidateQueries({ queryKey: tailKey(search, most) });
}
