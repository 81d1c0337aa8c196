import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import { onPush } from './client.ts';
import { useCommandProgress } from './command-progress.ts';
import { askEngineState, useEngineState } from './engine-state.ts';
import { type QueryKey, staleAfter } from './push-effects.ts';

/** A batch of thousands of commits tells of each: what is shown follows at most this often. */
const GATHER_MS = 150;
/** Longer lists are not fetched again under the operator's hands; they offer to be refreshed. */
const PAGES_KEPT_FRESH = 8;

function isLong(query: Query): boolean {
  const data = query.state.data as Partial<InfiniteData<unknown>> | undefined;
  return Array.isArray(data?.pages) && data.pages.length > PAGES_KEPT_FRESH;
}

function isExtending(query: Query): boolean {
  const { fetchStatus, fetchMeta } = query.state;
  return fetchStatus === 'fetching' && fetchMeta?.fetchMore !== undefined;
}

type IsStale = (query: Query) => boolean;

/** A query is stale where what it is known by begins with one of the keys. One look at each query, however many keys. */
function isUnder(stale: ReadonlySet<string>, longest: number): IsStale {
  return ({ queryKey }) => {
    for (let length = 0; length <= Math.min(longest, queryKey.length); length += 1)
      if (stale.has(JSON.stringify(queryKey.slice(0, length)))) return true;
    return false;
  };
}

function refresh(client: QueryClient, isStale: IsStale): void {
  void client.invalidateQueries({ predicate: isStale, refetchType: 'none' });
  const predicate = (query: Query) => isStale(query) && !isLong(query) && !isExtending(query);
  // A fetch that began before this push may answer without it: where there is data, it is begun again.
  void client.refetchQueries({ type: 'active', predicate }, { cancelRefetch: true });
}

/** Their next page is on the way and would not be asked for again; once it is there, they are stale all the same. */
function extendingKeys(client: QueryClient, isStale: IsStale): readonly QueryKey[] {
  const predicate = (query: Query) => isStale(query) && isExtending(query);
  return client
    .getQueryCache()
    .findAll({ predicate })
    .map((query) => query.queryKey);
}

/** Turns pushes into stale queries and progress. Answers a function that ends it. */
export function followPushes(client: QueryClient): () => void {
  let gathered = new Set<string>();
  let longest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const gather = (key: QueryKey) => {
    gathered.add(JSON.stringify(key));
    longest = Math.max(longest, key.length);
    timer ??= setTimeout(flush, GATHER_MS);
  };
  const flush = () => {
    const isStale = isUnder(gathered, longest);
    gathered = new Set();
    longest = 0;
    timer = undefined;
    refresh(client, isStale);
    for (const later of extendingKeys(client, isStale)) gather(later);
  };
  const end = onPush((push) => {
    if (push.name === 'command.update') useCommandProgress.getState().receive(push.payload);
    if (push.name === 'engine.state') useEngineState.setState(push.payload);
    for (const key of staleAfter(push)) gather(key);
  });
  // The banner says nothing where even this is not answered; whatever the page shows then says why.
  void askEngineState().catch(() => undefined);
  return () => {
    clearTimeout(timer);
    end();
  };
}
