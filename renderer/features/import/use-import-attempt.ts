import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../../bridge/query-keys.ts';
import { attempt } from '../../ui/attempt.ts';

/** Tries it, and looks at jobs and mappings again. */
export function useImportAttempt() {
  const client = useQueryClient();
  return async <T>(title: string, work: () => Promise<T>): Promise<T | null> => {
    const answer = await attempt(title, work);
    void client.invalidateQueries({ queryKey: keys.jobs });
    void client.invalidateQueries({ queryKey: keys.importMappings });
    return answer;
  };
}
