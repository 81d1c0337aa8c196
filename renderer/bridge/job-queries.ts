import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BulkState } from '../../domain/contract/bulk.ts';
import type { Job } from '../../domain/contract/jobs.ts';
import { call } from './client.ts';
import { keys } from './query-keys.ts';

/** Long work, newest first. */
export const jobsQuery = queryOptions({
  queryKey: keys.jobs,
  queryFn: async (): Promise<readonly Job[]> => (await call('jobs.list', {})).jobs,
});

/** What came of a change to many persons, one by one; told anew while it goes on. */
export function bulkResultsQuery(jobId: string, state: BulkState | 'all') {
  return infiniteQueryOptions({
    queryKey: keys.bulkResults(jobId, state),
    initialPageParam: 0,
    queryFn: ({ pageParam: after }) =>
      call('bulk.results', { jobId, after, ...(state === 'all' ? {} : { state }) }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
