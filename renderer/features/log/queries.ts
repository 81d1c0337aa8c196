import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import { type Chunk, chunkOf, type Mark, spanOf } from './log-chunks.ts';
import { filterOf, type LogFilter, type LogSearch } from './log-search.ts';

/** Rows of an answer. */
export const PAGE = 150;
/** So many new events are counted for whoever reads on. */
export const MOST_WAITING = 500;

export function logRowsKey(search: LogSearch) {
  const { order, at } = search;
  return keys.logRows({ ...filterOf(search), order, at });
}

async function chunkAt(mark: Mark, search: LogSearch): Promise<Chunk> {
  const page = await call('log.page', { ...filterOf(search), ...spanOf(mark, search), limit: PAGE });
  return chunkOf(page, mark, search);
}

export function firstChunk(search: LogSearch): Promise<Chunk> {
  return chunkAt('start', search);
}

const START: Mark = 'start';

export function logRowsQuery(search: LogSearch) {
  return infiniteQueryOptions({
    queryKey: logRowsKey(search),
    initialPageParam: START,
    queryFn: ({ pageParam }) => chunkAt(pageParam, search),
    getNextPageParam: (last) => last.next,
    getPreviousPageParam: (first) => first.ahead,
  });
}

export function eventQuery(position: number) {
  return queryOptions({
    queryKey: keys.logEvent(position),
    queryFn: () => call('log.event', { position }),
  });
}

export const namesQuery = queryOptions({
  queryKey: keys.logNames,
  queryFn: () => call('log.names', {}),
  // Names come with events, and nobody is told of each: asked for again whenever the menu opens.
  staleTime: 0,
});

/** What was appended behind a position: `most` rows of it. */
export function newerThan(filter: LogFilter, after: number, most: number) {
  return call('log.page', { ...filter, after, limit: most });
}
