import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { PersonDetail } from '../../domain/contract/views.ts';
import { onPush } from './client.ts';
import { useCommandProgress } from './command-progress.ts';
import { askEngineState, useEngineState } from './engine-state.ts';
import { type QueryKey, staleAfter } from './push-effects.ts';
import { keys } from './query-keys.ts';
import { useRestoreProgress } from './restore-progress.ts';

/** A commit is told of by several pushes: what is shown follows once. */
const GATHER_MS = 150;
/** A batch of thousands of commits tells of each: what is shown follows at most this often. */
const PACE_MS = 500;
/** Longer lists are not fetched again under the operator's hands; they offer to be refreshed. */
const PAGES_KEPT_FRESH = 8;

function isLong(query: Query): boolean {
  const data = query.state.data as Partial<InfiniteData<unknown>> | undefined;
  return Array.isArray(data?.pages) && data.pages.length > PAGES_KEPT_FRESH;
}

function isUnderWay(query: Query): boolean {
  return query.state.fetchStatus === 'fetching';
}

type IsStale = (query: Query) => boolean;

/** A merged record tells where its way ends: what is told of that one, or of where it leads now, is told of this one. */
function endOfWay({ queryKey, state }: Query): QueryKey {
  const data = state.data as Partial<Pick<PersonDetail, 'redirect'>> | undefined;
  const isPerson = queryKey[0] === keys.everyPerson[0];
  return isPerson && data?.redirect ? keys.person(data.redirect.personId) : [];
}

/** A query is stale where what it is known by begins with one of the keys. One look at each query, however many keys. */
function isUnder(stale: ReadonlySet<string>, longest: number): IsStale {
  const begins = (key: QueryKey): boolean => {
    for (let length = 0; length <= Math.min(longest, key.length); length += 1)
      if (stale.has(JSON.stringify(key.slice(0, length)))) return true;
    return false;
  };
  return (query) => begins(query.queryKey) || begins(endOfWay(query));
}

function refresh(client: QueryClient, isStale: IsStale): void {
  void client.invalidateQueries({ predicate: isStale, refetchType: 'none' });
  const predicate = (query: Query) => isStale(query) && !isLong(query) && !isUnderWay(query);
  void client.refetchQueries({ type: 'active', predicate });
}

/**
 * What is on the way may have been read before this push: once it is there, it is stale all the same. It is not begun anew,
 * or what takes longer than the time between two pushes would never be seen.
 */
function keysUnderWay(client: QueryClient, isStale: IsStale): readonly QueryKey[] {
  const predicate = (query: Query) => isStale(query) && isUnderWay(query);
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
  let followed = Number.NEGATIVE_INFINITY;
  const gather = (key: QueryKey) => {
    gathered.add(JSON.stringify(key));
    longest = Math.max(longest, key.length);
    timer ??= setTimeout(flush, Math.max(GATHER_MS, followed + PACE_MS - performance.now()));
  };
  const flush = () => {
    const isStale = isUnder(gathered, longest);
    gathered = new Set();
    longest = 0;
    timer = undefined;
    followed = performance.now();
    const later = keysUnderWay(client, isStale);
    refresh(client, isStale);
    for (const key of later) gather(key);
  };
  const end = onPush((push) => {
    if (push.name === 'command.update') useCommandProgress.getState().receive(push.payload);
    if (push.name === 'restore.changed') useRestoreProgress.setState({ now: push.payload });
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
