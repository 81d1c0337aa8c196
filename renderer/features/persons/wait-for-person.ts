import type { QueryClient } from '@tanstack/react-query';
import type { Outcome } from '../../../domain/contract/commands.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import { personQuery } from '../../bridge/person-query.ts';

/** Fetches a person as of what the command wrote. Where the views cannot show it, the page says so itself. */
export async function waitForPerson(client: QueryClient, personId: string, outcome: Outcome): Promise<void> {
  const position = outcome.events.at(-1)?.position;
  const input = { personId, ...(position === undefined ? {} : { atLeast: position }) };
  await call('persons.get', input).catch(() => undefined);
  // A fetch that began before the command was carried out would be joined, and answer with the older person.
  await client.cancelQueries({ queryKey: keys.detail(personId) });
  await client.query({ ...personQuery(personId), staleTime: 0 }).catch(() => undefined);
}
