import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { z } from 'zod';

const id = z.string().min(1).max(50).optional().catch(undefined);
const importSearchSchema = z.object({
  file: id,
  step: z.enum(['file', 'mapping', 'try']).optional().catch(undefined),
  run: id,
});

export type ImportStep = 'file' | 'mapping' | 'try';

/** Which file is being imported and how far that is, or what an import has come to: back, reload and links keep it. */
export interface ImportSearch {
  readonly file?: string;
  readonly step?: ImportStep;
  /** A job of kind `import`: beside the step of a dry run, the one that is looked at. */
  readonly run?: string;
}

export function parseImportSearch(raw: Readonly<Record<string, unknown>>): ImportSearch {
  const { file, step, run } = importSearchSchema.parse(raw);
  return {
    ...(file !== undefined && { file }),
    ...(step !== undefined && { step }),
    ...(run !== undefined && { run }),
  };
}

export type GoImport = (search: ImportSearch) => void;

export function useGoImport(): GoImport {
  const navigate = useNavigate();
  return useCallback((search) => void navigate({ to: '/import', search }), [navigate]);
}
