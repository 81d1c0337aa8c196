import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import { call } from '../../bridge/client.ts';
import { useImportAttempt } from './use-import-attempt.ts';

/** What can be done about saved mappings. */
export function useMappingActions() {
  const ask = useImportAttempt();
  return {
    saveMapping: (mapping: ImportMapping) =>
      ask('The mapping was not saved', () => call('import.save-mapping', { mapping })),
    removeMapping: (name: string) =>
      ask('The mapping was not deleted', () => call('import.remove-mapping', { name })),
    /** The new name is there before the old one goes: whatever happens in between, nothing is lost. */
    renameMapping: (mapping: ImportMapping, name: string) =>
      ask('The mapping was not renamed', async () => {
        await call('import.save-mapping', { mapping: { ...mapping, name } });
        return call('import.remove-mapping', { name: mapping.name });
      }),
    exportMapping: ({ name }: ImportMapping) =>
      ask('The mapping was not exported', () => call('import.export-mapping', { name })),
    readMapping: async () =>
      (await ask('The mapping was not read', () => call('import.choose-mapping', {})))?.mapping ?? null,
  };
}
