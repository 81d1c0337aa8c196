import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';
import { keys } from './query-keys.ts';

/** What every area asks of the console itself. */
export const infoQuery = queryOptions({ queryKey: keys.info, queryFn: () => call('console.info', {}) });
export const viewsQuery = queryOptions({ queryKey: keys.views, queryFn: () => call('views.status', {}) });
