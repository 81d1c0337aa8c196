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
    renameMapping: ({ name }: ImportMapping, newName: string) =>
      ask('The mapping was not renamed', () => call('import.rename-mapping', { name, newName })),
    exportMapping: ({ name }: ImportMapping) =>
      ask('The mapping was not exported', () => call('import.export-mapping', { name })),
    readMapping: async () =>
      (await ask('The mapping was not read', () => call('import.choose-mapping', {})))?.mapping ?? null,
  };
}
