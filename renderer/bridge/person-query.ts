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

/**
 * A person with all that the log holds by now. What is decided on what others did begins here: a record that was looked at
 * before would be theirs as it was then, and be overtaken a moment later. So none is kept, and where it cannot be read
 * there is none.
 */
export function personAtHeadQuery(personId: string) {
  return queryOptions({
    queryKey: keys.atHead(personId),
    queryFn: async () => {
      const { head } = await call('views.status', {});
      return call('persons.get', { personId, atLeast: head });
    },
    gcTime: 0,
  });
}
