import { queryOptions } from '@tanstack/react-query';
import { call } from './client.ts';
import { keys } from './query-keys.ts';

/** A person as they are now. */
export function personQuery(personId: string) {
  return queryOptions({
    queryKey: keys.detail(personId),
    queryFn: () => call('persons.get', { personId }),
    // Where a merged record leads changes with others, of whom no push says that they concern this one.
    refetchOnMount: ({ state }) => (state.data?.redirect ? 'always' : true),
  });
}
