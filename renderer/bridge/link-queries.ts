import { queryOptions } from '@tanstack/react-query';
import type { Conflict } from '../../domain/contract/conflicts.ts';
import { call } from './client.ts';
import { keys } from './query-keys.ts';

/** More than can be read at a glance is counted, and found by what it is about. */
const SHOWN = 100;

export const linkQuery = queryOptions({ queryKey: keys.link, queryFn: () => call('link.status', {}) });
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
export const conflictsQuery = (state: Conflict['state']) =>
  queryOptions({
    queryKey: keys.conflictsOf(state),
    queryFn: () => call('conflicts.list', { state, limit: SHOWN }),
  });
