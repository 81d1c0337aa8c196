import { QueryClient } from '@tanstack/react-query';
import { ConsoleFailure } from '../../domain/contract/errors.ts';

const MOST_RETRIES = 2;

/** Only what may pass by itself is tried again. */
export function shouldRetry(failures: number, thrown: unknown): boolean {
  return thrown instanceof ConsoleFailure && thrown.error.kind === 'retryable' && failures < MOST_RETRIES;
}

/** Data is fresh until a push says otherwise: no polling, no refetch on focus. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        retry: shouldRetry,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
