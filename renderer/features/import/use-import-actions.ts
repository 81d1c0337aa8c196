import { useQueryClient } from '@tanstack/react-query';
import type { ImportFile } from '../../../domain/contract/import.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import type { ProcedureInput } from '../../../domain/contract/procedures.ts';
import { call, openDropped } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import { attempt } from '../../ui/attempt.ts';
import { useGoImport } from './address.ts';
import { useImportDrafts } from './drafts.ts';

/** Tries it, and looks at jobs and mappings again. */
function useAttempt() {
  const client = useQueryClient();
  return async <T>(title: string, work: () => Promise<T>): Promise<T | null> => {
    const answer = await attempt(title, work);
    void client.invalidateQueries({ queryKey: keys.jobs });
    void client.invalidateQueries({ queryKey: keys.importMappings });
    return answer;
  };
}

/** What can be done about an import that is there. */
export function useJobActions() {
  const ask = useAttempt();
  return {
    saveRefused: ({ jobId }: Job) =>
      void ask('It was not saved', () => call('jobs.save', { kind: 'import-refused', jobId })),
    resume: ({ jobId }: Job) => void ask('It does not go on', () => call('jobs.resume', { jobId })),
    cancel: ({ jobId }: Job) => void ask('It was not cancelled', () => call('jobs.cancel', { jobId })),
  };
}

export function useMappingActions() {
  const ask = useAttempt();
  return {
    saveMapping: (mapping: ImportMapping) =>
      ask('The mapping was not saved', () => call('import.save-mapping', { mapping })),
    removeMapping: (name: string) =>
      ask('The mapping was not deleted', () => call('import.remove-mapping', { name })),
  };
}

/** Choosing files, trying them out and importing them. */
export function useImportActions() {
  const ask = useAttempt();
  const go = useGoImport();
  const edit = useImportDrafts((store) => store.edit);
  const start = (order: ProcedureInput<'import.start'>) =>
    ask('The import was not started', () => call('import.start', order));
  const pick = async () =>
    (await ask('The file was not opened', () => call('import.choose', {})))?.file ?? null;
  const orderOf = ({ jobId }: Job) => ask('The mapping was not found', () => call('import.order', { jobId }));
  const begin = (file: ImportFile | null) => {
    if (file === null) return;
    edit(file.fileId, { name: file.name });
    go({ file: file.fileId, step: 'file' });
  };
  const choose = async () => begin(await pick());
  const drop = async (file: File) => begin(await ask('The file was not opened', () => openDropped(file)));
  const tryOut = async (fileId: string, mapping: ImportMapping) => {
    const job = await start({ fileId, mapping, dryRun: true });
    if (job === null) return;
    edit(fileId, { tried: { jobId: job.jobId, of: JSON.stringify(mapping) } });
    go({ file: fileId, step: 'try', run: job.jobId });
  };
  /** Another file by the mapping of an import: tried out at once, as only its refused rows were mended. */
  const importMended = async (job: Job) => {
    const order = await orderOf(job);
    const file = order === null ? null : await pick();
    if (file === null || order === null) return;
    const { mapping } = order;
    edit(file.fileId, { name: file.name, mapping, reading: mapping.reading });
    await tryOut(file.fileId, mapping);
  };
  /** The file and mapping of an import, to be looked at and changed. */
  const reopen = async (job: Job) => {
    const order = await orderOf(job);
    if (order === null) return;
    const { fileId, mapping } = order;
    edit(fileId, { name: job.subject ?? '', mapping, reading: mapping.reading });
    go({ file: fileId, step: 'mapping' });
  };
  return { start, choose, drop, tryOut, importMended, reopen };
}
