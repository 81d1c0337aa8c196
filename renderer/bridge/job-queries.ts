import { queryOptions } from '@tanstack/react-query';
import type { Job } from '../../domain/contract/jobs.ts';
import { call } from './client.ts';
import { keys } from './query-keys.ts';

/** Long work, newest first. */
export const jobsQuery = queryOptions({
  queryKey: keys.jobs,
  queryFn: async (): Promise<readonly Job[]> => (await call('jobs.list', {})).jobs,
});
