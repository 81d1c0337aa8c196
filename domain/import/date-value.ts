import type { FoundPath } from '../contract/import.ts';
import type { MappedValue } from '../contract/import-mapping.ts';

const AS_KEPT = 'YYYY-MM-DD';

/** A date as it is written there. */
export function dateValue({ path, dateFormats }: Pick<FoundPath, 'path' | 'dateFormats'>): MappedValue {
  const [format = AS_KEPT] = dateFormats;
  return format === AS_KEPT ? path : { path, then: [{ do: 'date', format }] };
}
