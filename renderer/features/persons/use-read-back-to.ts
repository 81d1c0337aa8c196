import { useEffect } from 'react';
import type { EventRow } from '../../../domain/contract/views.ts';

/** So many events are read without being asked for: what is further back than that is left to the operator. */
const MOST_EVENTS = 1000;

interface History {
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly fetchNextPage: (options: { readonly cancelRefetch: boolean }) => unknown;
}

/** Reads a history on until the version that is looked at is there. True where that is too far back. */
export function useReadBackTo(
  version: number | null,
  newestFirst: readonly EventRow[],
  { error, isFetching, fetchNextPage }: History,
): boolean {
  const isMissing = version !== null && version < (newestFirst.at(-1)?.version ?? 0);
  const isFar = newestFirst.length >= MOST_EVENTS;
  const isWanted = isMissing && !isFar && !isFetching && error === null;
  useEffect(() => {
    if (isWanted) void fetchNextPage({ cancelRefetch: false });
  }, [isWanted, fetchNextPage]);
  return isMissing && isFar;
}
