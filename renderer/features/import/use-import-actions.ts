import { useQueryClient } from '@tanstack/react-query';
import type { ImportFile } from '../../../domain/contract/import.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import type { ProcedureInput } from '../../../domain/contract/procedures.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import { useGoImport } from './address.ts';
import { useImportDrafts } from './drafts.ts';
import { useBeginImport } from './use-begin-import.ts';
import { useImportAttempt } from './use-import-attempt.ts';

/** What can be done about an import that is there. */
export function useJobActions() {
  const ask = useImportAttempt();
  return {
    exportRows: ({ jobId }: Job) =>
      void ask('It was not exported', () => call('jobs.save', { kind: 'results-export', jobId })),
    saveNotTaken: ({ jobId }: Job) =>
      void ask('It was not saved', () => call('jobs.save', { kind: 'import-refused', jobId })),
    resume: ({ jobId }: Job) => void ask('It does not go on', () => call('jobs.resume', { jobId })),
    cancel: ({ jobId }: Job) => void ask('It was not cancelled', () => call('jobs.cancel', { jobId })),
  };
}

/** Trying files out and importing them. */
export function useImportActions() {
  const client = useQueryClient();
  const ask = useImportAttempt();
  const { pick } = useBeginImport();
  const go = useGoImport();
  const edit = useImportDrafts((store) => store.edit);
  const start = async (order: ProcedureInput<'import.start'>) => {
    const job = await ask('The import was not started', () => call('import.start', order));
    // The file may be another than the one on the page.
    if (job === null) void client.invalidateQueries({ queryKey: keys.importFiles });
    return job;
  };
  const orderOf = ({ jobId }: Job) => ask('The mapping was not found', () => call('import.order', { jobId }));
  const tryOut = async ({ fileId, mark }: Pick<ImportFile, 'fileId' | 'mark'>, mapping: ImportMapping) => {
    const job = await start({ fileId, mapping, mark, dryRun: true });
    if (job === null) return;
    edit(fileId, { tried: { jobId: job.jobId, of: JSON.stringify(mapping), mark } });
    go({ file: fileId, step: 'try', run: job.jobId });
  };
  /** Another file by the mapping of an import: tried out at once, as only rows that were not taken were mended. */
  const importMended = async (job: Job) => {
    const order = await orderOf(job);
    const file = order === null ? null : await pick();
    if (file === null || order === null) return;
    const { mapping } = order;
    edit(file.fileId, { name: file.name, mapping, reading: mapping.reading });
    await tryOut(file, mapping);
  };
  /** The file and mapping of an import, to be looked at and changed. */
  const reopen = async (job: Job) => {
    const order = await orderOf(job);
    if (order === null) return;
    const { fileId, mapping } = order;
    edit(fileId, { name: job.subject ?? '', mapping, reading: mapping.reading });
    go({ file: fileId, step: 'mapping' });
  };
  return { start, tryOut, importMended, reopen };
}
