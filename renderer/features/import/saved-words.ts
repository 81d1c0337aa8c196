import { sameJson } from '../../../domain/contract/forms.ts';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';

/** Whether two mappings do the same: name and version are not what they do. */
export function sameMapping(one: ImportMapping, other: ImportMapping): boolean {
  const doing = (mapping: ImportMapping) => ({ ...mapping, name: '', version: 0 });
  return sameJson(doing(one), doing(other));
}

/** How a mapping stands to what is saved under its name. */
export function savedWords(saved: ImportMapping, mapping: ImportMapping): string {
  return sameMapping(saved, mapping)
    ? `Saved, version ${saved.version}`
    : `Changed since version ${saved.version}`;
}
