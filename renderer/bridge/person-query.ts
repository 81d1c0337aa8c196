import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';
import { keys } from './query-keys.ts';

/** A person as they are now. */
export function personQuery(personId: string) {
  return queryOptions({
    queryKey: keys.detail(personId),
    queryFn: () => call('persons.get', { personId }),
  });
}
