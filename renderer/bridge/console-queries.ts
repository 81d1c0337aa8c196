import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';
import { keys } from './query-keys.ts';

/** What every area asks of the console itself. */
export const infoQuery = queryOptions({ queryKey: keys.info, queryFn: () => call('console.info', {}) });
/** Changed by the system's menu as well as here: whoever shows it asks again when the window's room changes. */
export const zoomQuery = queryOptions({
  queryKey: keys.zoom,
  queryFn: async () => (await call('window.zoom', {})).factor,
});
export const viewsQuery = queryOptions({ queryKey: keys.views, queryFn: () => call('views.status', {}) });
