import { useQuery } from '@tanstack/react-query';
import type { ImportInspection } from '../../../domain/contract/import.ts';
import type { ImportMapping, Reading } from '../../../domain/contract/import-mapping.ts';
import { inspectionQuery } from '../../bridge/import-queries.ts';
import { type ImportDraft, useImportDrafts } from './drafts.ts';

const NO_READING: Reading = {};

export interface ImportUnderWay {
  readonly fileId: string;
  readonly draft: ImportDraft | undefined;
  readonly reading: Reading;
  readonly inspection: ImportInspection;
  /** As it would be sent; null where the file has nothing to map. */
  readonly mapping: ImportMapping | null;
  readonly setMapping: (mapping: ImportMapping) => void;
  readonly setReading: (reading: Reading) => void;
}

/** The file that is being imported, what it holds, and the mapping as it stands. */
export function useImport(fileId: string) {
  const draft = useImportDrafts((store) => store.drafts[fileId]);
  const edit = useImportDrafts((store) => store.edit);
  const reading = draft?.reading ?? NO_READING;
  const query = useQuery(inspectionQuery(fileId, reading));
  const inspection = query.data;
  if (inspection === undefined) return { query, underWay: null };
  const begun = draft?.mapping ?? inspection.suggestion;
  const { name } = inspection.file;
  const underWay: ImportUnderWay = {
    fileId,
    draft,
    reading,
    inspection,
    mapping: begun === null ? null : { ...begun, reading },
    setMapping: (mapping) => edit(fileId, { name, mapping, reading: mapping.reading }),
    setReading: (next) => edit(fileId, { name, reading: next }),
  };
  return { query, underWay };
}
