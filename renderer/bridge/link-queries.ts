import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Conflict } from '../../domain/contract/conflicts.ts';
import { call } from './client.ts';
import { keys } from './query-keys.ts';

/** More than can be read at a glance is counted, and found by what it is about. */
const SHOWN = 100;

export const linkQuery = queryOptions({ queryKey: keys.link, queryFn: () => call('link.status', {}) });
export const connectionsQuery = queryOptions({
  queryKey: keys.connections,
  queryFn: () => call('connections.list', {}),
});
export const waitingQuery = queryOptions({
  queryKey: keys.linkWaiting,
  queryFn: () => call('link.waiting', { limit: SHOWN }),
});
export const oddQuery = queryOptions({
  queryKey: keys.linkOdd,
  queryFn: () => call('link.odd', { limit: SHOWN }),
});
export const refusedRequestsQuery = queryOptions({
  queryKey: keys.linkRequests,
  queryFn: () => call('link.requests', { limit: SHOWN }),
});
export const legacyQuery = queryOptions({
  queryKey: keys.legacyStatus,
  queryFn: () => call('legacy.status', {}),
});
export const legacyOddQuery = queryOptions({
  queryKey: keys.legacyOdd,
  queryFn: () => call('legacy.odd', { limit: SHOWN }),
});
export const conflictQuery = (conflictId: string) =>
  queryOptions({
    queryKey: keys.conflict(conflictId),
    queryFn: () => call('conflicts.get', { conflictId }),
  });
/** How many there are of each state. */
export const conflictCountsQuery = queryOptions({
  queryKey: keys.conflictCounts,
  queryFn: () => call('conflicts.list', { limit: 1 }),
  select: ({ counts }) => counts,
});

export interface ConflictFilter {
  readonly state: Conflict['state'];
  readonly severity?: Conflict['severity'] | undefined;
}

function conflictPage({ state, severity }: ConflictFilter, limit: number, after: string | undefined) {
  return call('conflicts.list', {
    state,
    limit,
    ...(severity === undefined ? {} : { severity }),
    ...(after === undefined ? {} : { after }),
  });
}

/** As many cards as are looked at in one go. */
const CARDS = 50;

export function conflictsQuery(filter: ConflictFilter) {
  return infiniteQueryOptions({
    queryKey: keys.conflictsOf(filter),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => conflictPage(filter, CARDS, pageParam),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

const MOST_A_PAGE = 1000;

/** Every conflict that the filter finds: to decide about all of them at once. */
export async function allConflicts(filter: ConflictFilter): Promise<readonly Conflict[]> {
  const found: Conflict[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await conflictPage(filter, MOST_A_PAGE, after);
    found.push(...page.rows);
    after = page.next;
  }
  return found;
}
