import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, sorted(inner)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Whether two mappings do the same: name and version are not what they do. */
export function sameMapping(one: ImportMapping, other: ImportMapping): boolean {
  const text = (mapping: ImportMapping) => JSON.stringify(sorted({ ...mapping, name: '', version: 0 }));
  return text(one) === text(other);
}

/** How a mapping stands to what is saved under its name. */
export function savedWords(saved: ImportMapping | undefined, mapping: ImportMapping): string {
  if (saved === undefined) return 'Not saved';
  return sameMapping(saved, mapping)
    ? `Saved, version ${saved.version}`
    : `Changed since version ${saved.version}`;
}
