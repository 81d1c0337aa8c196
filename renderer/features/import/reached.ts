import type { ImportStep } from './address.ts';
import type { ImportDraft } from './drafts.ts';

export interface Reached {
  readonly words: string;
  /** Where it goes on. */
  readonly step: ImportStep;
}

/** How far an import has come that was begun. */
export function reachedBy({ mapping, tried }: Pick<ImportDraft, 'mapping' | 'tried'>): Reached {
  if (tried !== null) return { words: 'Dry run made', step: 'try' };
  if (mapping === null) return { words: 'File chosen', step: 'file' };
  return { words: `Mapping “${mapping.name}” begun`, step: 'mapping' };
}
