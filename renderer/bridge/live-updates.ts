import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import { onPush } from './client.ts';
import { useCommandProgress } from './command-progress.ts';
import { useEngineState } from './engine-state.ts';
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

function refresh(client: QueryClient, queryKey: QueryKey): void {
  void client.invalidateQueries({ queryKey, refetchType: 'none' });
  const predicate = (query: Query) => !isLong(query) && !isExtending(query);
  // A fetch that began before this push may answer without it: where there is data, it is begun again.
  void client.refetchQueries({ queryKey, type: 'active', predicate }, { cancelRefetch: true });
}

/** Their next page is on the way and would not be asked for again; once it is there, they are stale all the same. */
function extendingKeys(client: QueryClient, queryKey: QueryKey): readonly QueryKey[] {
  const queries = client.getQueryCache().findAll({ queryKey, predicate: isExtending });
  return queries.map((query) => query.queryKey);
}

/** Turns pushes into stale queries and progress. Answers a function that ends it. */
export function followPushes(client: QueryClient): () => void {
  let gathered = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const gather = (key: QueryKey) => {
    gathered.set(JSON.stringify(key), key);
    timer ??= setTimeout(flush, GATHER_MS);
  };
  const flush = () => {
    const stale = [...gathered.values()];
    gathered = new Map();
    timer = undefined;
    for (const key of stale) {
      refresh(client, key);
      for (const later of extendingKeys(client, key)) gather(later);
    }
  };
  const end = onPush((push) => {
    if (push.name === 'command.update') useCommandProgress.getState().receive(push.payload);
    if (push.name === 'engine.state') useEngineState.setState(push.payload);
    for (const key of staleAfter(push)) gather(key);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}
