import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ImportOutcome } from '../../domain/contract/import.ts';
import type { Reading } from '../../domain/contract/import-mapping.ts';
import type { ProcedureInput } from '../../domain/contract/procedures.ts';
import { call } from './client.ts';
import { keys } from './query-keys.ts';

/** What a file holds. Nobody tells when a file changes, so it is asked anew whenever the page is opened. */
export function inspectionQuery(fileId: string, reading: Reading) {
  return queryOptions({
    queryKey: keys.importInspection(fileId, reading),
    queryFn: () => call('import.inspect', { fileId, reading }),
    // Only of the same file: read another way, it shows what it held until then.
    placeholderData: (before) => (before?.file.fileId === fileId ? before : undefined),
    staleTime: 0,
    retry: false,
  });
}

export function samplesQuery(input: ProcedureInput<'import.sample'>) {
  return queryOptions({
    queryKey: keys.importSample(input),
    queryFn: () => call('import.sample', input),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 10_000,
    retry: false,
  });
}

export const mappingsQuery = queryOptions({
  queryKey: keys.importMappings,
  queryFn: async () => (await call('import.mappings', {})).mappings,
});

/** What came of an import, row by row; told anew while it goes on. */
export function importResultsQuery(jobId: string, outcome: ImportOutcome | 'all') {
  return infiniteQueryOptions({
    queryKey: keys.importResults(jobId, outcome),
    initialPageParam: 0,
    queryFn: ({ pageParam: after }) =>
      call('import.results', { jobId, after, ...(outcome === 'all' ? {} : { outcome }) }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
