import { useInfiniteQuery } from '@tanstack/react-query';
import { duplicatesQuery } from '../queries.ts';

/** Others who may be the same person, as far as they are read. */
export function usePossiblySame(personId: string, enabled = true) {
  const duplicates = useInfiniteQuery({ ...duplicatesQuery(personId), enabled });
  const pairs = duplicates.data?.pages.flatMap((page) => page.pairs) ?? [];
  const others = pairs.map(({ first, second, reasons }) => ({
    row: first.personId === personId ? second : first,
    reasons,
  }));
  return { duplicates, others };
}
