import { importResultSchema } from '../../../domain/contract/import.ts';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import { formatCount } from '../../ui/format/number.ts';
import { usedColumns } from './columns.ts';
import { formats } from './reading-choices.ts';

const SHOWN = 3;

/** Which columns a mapping reads, and of what kind of file where it says so. */
export function readsWords(mapping: ImportMapping): string {
  const { format } = mapping.reading;
  const kind = formats.find(({ value }) => value === format)?.label;
  const columns = [...usedColumns(mapping)].filter((name) => name !== '');
  const more = columns.length - SHOWN;
  const named = columns.slice(0, SHOWN).join(', ');
  const listed = more > 0 ? `${named} and ${formatCount(more)} more` : named;
  return kind === undefined ? listed : `${kind}: ${listed}`;
}

/** When an import or a dry run went by this mapping last, as far as that work is still kept. */
export function lastUse(jobs: readonly Job[], name: string): Job['startedAt'] | null {
  const uses = jobs
    .filter(({ kind, result }) => {
      if (kind !== 'import') return false;
      return importResultSchema.safeParse(result).data?.mapping === name;
    })
    .map(({ startedAt }) => startedAt)
    .toSorted();
  return uses.at(-1) ?? null;
}
