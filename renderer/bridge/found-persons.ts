import { useQuery } from '@tanstack/react-query';
import type { PersonRow } from '../../domain/contract/views.ts';
import { call } from './client.ts';
import { keys } from './query-keys.ts';

export interface FoundPersons {
  readonly persons: readonly PersonRow[];
  /** The answer for this text is still on its way. */
  readonly looking: boolean;
  /** Why there is no answer; null where nothing went wrong. */
  readonly error: Error | null;
}

const MOST = 8;
const nobody: readonly PersonRow[] = [];

/**
 * The first few who are found by a text, for whoever chooses one of them. `settled` is the text once typing has paused;
 * until both are the same, nobody is offered: an answer belongs to the text it was asked by.
 */
export function useFoundPersons(text: string, settled: string): FoundPersons {
  const { data, error, isPending } = useQuery({
    queryKey: [...keys.search({ text: settled }), 'quick'],
    queryFn: () => call('persons.search', { text: settled, limit: MOST }),
    enabled: settled !== '',
  });
  if (text === '') return { persons: nobody, looking: false, error: null };
  if (text !== settled) return { persons: nobody, looking: true, error: null };
  return { persons: data?.rows ?? nobody, looking: isPending, error };
}
