import { useLastList } from '../state/last-list.ts';
import { useLastLog } from '../state/last-log.ts';

/** Where one was in a list is kept, whatever way leads back to it: filters and search, and with them who is selected. */
export function lastSearch(to: string): Readonly<Record<string, unknown>> {
  if (to === '/persons') return useLastList.getState().search;
  return to === '/log' ? useLastLog.getState().search : {};
}
