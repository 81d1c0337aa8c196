import type { ImportFile } from '../../../domain/contract/import.ts';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import { call, openDropped } from '../../bridge/client.ts';
import { useGoImport } from './address.ts';
import { useImportDrafts } from './drafts.ts';
import { useImportAttempt } from './use-import-attempt.ts';

/** The ways in which an import begins: a file is chosen or dropped, for a saved mapping or for none. */
export function useBeginImport() {
  const ask = useImportAttempt();
  const go = useGoImport();
  const edit = useImportDrafts((store) => store.edit);
  const pick = async () =>
    (await ask('The file was not opened', () => call('import.choose', {})))?.file ?? null;
  const begin = (file: ImportFile | null) => {
    if (file === null) return;
    edit(file.fileId, { name: file.name });
    go({ file: file.fileId, step: 'file' });
  };
  const choose = async () => begin(await pick());
  const drop = async (file: File) => begin(await ask('The file was not opened', () => openDropped(file)));
  /** A file that is read by a saved mapping from the beginning. */
  const chooseFor = async (mapping: ImportMapping) => {
    const file = await pick();
    if (file === null) return;
    edit(file.fileId, { name: file.name, mapping, reading: mapping.reading });
    go({ file: file.fileId, step: 'mapping' });
  };
  return { pick, choose, chooseFor, drop };
}
