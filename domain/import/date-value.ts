import type { FoundPath } from '../contract/import.ts';
import type { MappedValue } from '../contract/import-mapping.ts';
import { PRESENT_WORDS } from './present-words.ts';

const AS_KEPT = 'YYYY-MM-DD';

/** The end of a time: none where a word says that it goes on. */
export function endValue({
  path,
  dateFormats,
  kind,
}: Pick<FoundPath, 'path' | 'dateFormats' | 'kind'>): MappedValue {
  if (kind === 'date' || dateFormats.length === 0) return dateValue({ path, dateFormats });
  const [format = AS_KEPT] = dateFormats;
  const table = Object.fromEntries(PRESENT_WORDS.map((word) => [word, '']));
  const words = [{ do: 'lower' as const }, { do: 'lookup' as const, table, otherwise: 'keep' as const }];
  return { path, then: format === AS_KEPT ? words : [...words, { do: 'date', format }] };
}

/** A date as it is written there. */
export function dateValue({ path, dateFormats }: Pick<FoundPath, 'path' | 'dateFormats'>): MappedValue {
  const [format = AS_KEPT] = dateFormats;
  return format === AS_KEPT ? path : { path, then: [{ do: 'date', format }] };
}
