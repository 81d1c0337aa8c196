import type { QueryClient } from '@tanstack/react-query';
import type { Outcome } from '../../../domain/contract/commands.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';

/** Fetches a person as of what the command wrote. Where the views cannot show it, the page says so itself. */
export async function waitForPerson(client: QueryClient, personId: string, outcome: Outcome): Promise<void> {
  const position = outcome.events.at(-1)?.position;
  const input = { personId, ...(position === undefined ? {} : { atLeast: position }) };
  const options = {
    queryKey: keys.detail(personId),
    queryFn: () => call('persons.get', input),
    staleTime: 0,
  };
  await client.query(options).catch(() => undefined);
}
