import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type LogSearch, unfiltered, without } from './log-search.ts';

type Change = (old: LogSearch) => LogSearch;

/** Every way the log's address changes. What one walks over replaces the entry, what one chooses adds one. */
export function useLogNavigation() {
  const navigate = useNavigate();
  return useMemo(() => {
    const change = (search: Change, replace: boolean) => void navigate({ to: '/log', search, replace });
    return {
      to: (search: Change) => change(search, false),
      preview: (event: number) => change((old) => ({ ...old, event }), true),
      /** From the detail of one event to that of another: Back leads back. */
      follow: (event: number) => change((old) => ({ ...old, event }), false),
      close: () => change((old) => without(old, 'event'), true),
      clear: () => change(unfiltered, false),
    };
  }, [navigate]);
}
