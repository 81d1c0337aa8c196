import type { ImportMapping } from '../../contract/import-mapping.ts';
import { uuidV5 } from '../../kernel/derived-id.ts';
import { componentLabel } from '../../person/index.ts';
import { PathCollector } from '../found-paths.ts';
import { planRow } from '../plan-row.ts';
import { suggestMapping } from '../suggest-mapping.ts';
import { readRow } from '../wanted-person.ts';

export type Row = Readonly<Record<string, unknown>>;

export function suggested(rows: readonly Row[]): ImportMapping {
  const collector = new PathCollector();
  for (const row of rows) collector.see(row);
  const mapping = suggestMapping({
    paths: collector.found(),
    rows: rows.length,
    reading: {},
    fileName: 'x.jsonl',
  });
  if (mapping === null) throw new Error('nothing to map');
  return mapping;
}

export function planned(mapping: ImportMapping, row: Row) {
  const read = readRow(mapping, row, (namespace, name) => uuidV5(name, namespace));
  if (!read.ok) return { fault: read.faults[0], after: null };
  const context = {
    source: mapping.source,
    sourceSystem: undefined,
    now: '2026-01-01T00:00:00.000Z',
    reference: () => undefined,
  };
  return planRow(read.wanted, { exists: false }, context);
}

/** What the suggestion for a file of this person alone makes of them. */
export function taken(person: Row): string[] {
  const row = { id: '1', name: 'Ada Nobody', ...person };
  const { fault, after } = planned(suggested([row]), row);
  if (fault !== null) throw new Error(fault.message);
  return (after?.components ?? []).map(({ type, data }) => `${type}: ${componentLabel(type, data)}`);
}

export const typesFor = (person: Row) =>
  suggested([{ id: '1', name: 'Ada Nobody', ...person }]).components.map(({ type }) => type);
