import type { FoundPath, ImportInspection } from '../../../domain/contract/import.ts';
import type { ComponentRule, ImportMapping } from '../../../domain/contract/import-mapping.ts';
import { isRefusedColumn } from '../../../domain/contract/refused-columns.ts';
import { valuesIn } from './mapping-edit.ts';
import { pathsIn } from './mapping-value.ts';

type Found = Pick<FoundPath, 'path' | 'kind' | 'samples' | 'dateFormats'>;

const IN_ROW = '$.';

/** The list that a rule goes through, where it is one of the file. */
export function listOf(each: ComponentRule['each']): string | null {
  if (each === undefined) return null;
  return typeof each === 'string' ? each : each.path;
}

/** What values of a rule can be taken from: the entry of its list first, then the row. */
export function columnsFor(paths: readonly FoundPath[], each: ComponentRule['each']): readonly Found[] {
  const list = listOf(each);
  if (list === null) return paths;
  const entries = paths.find(({ path }) => path === list)?.entries;
  const itself: Found = { path: '.', kind: 'text', samples: [], dateFormats: [] };
  const inEntry: readonly Found[] = entries ?? [itself];
  return [...inEntry, ...paths.map((found) => ({ ...found, path: IN_ROW + found.path }))];
}

export function columnLabel(path: string): string {
  if (path === '.') return 'The entry itself';
  return path.startsWith(IN_ROW) ? `${path.slice(IN_ROW.length)} (of the row)` : path;
}

/** Seen from the row: `terms` and `start` make `terms › start`. */
function fromRow(path: string, each: ComponentRule['each']): string {
  const list = listOf(each);
  if (path.startsWith(IN_ROW)) return path.slice(IN_ROW.length);
  if (list === null) return path;
  return path === '.' ? list : `${list} › ${path}`;
}

/** Every column that some value, list or condition of the mapping reads. */
export function usedColumns(mapping: ImportMapping): ReadonlySet<string> {
  const values = valuesIn(mapping).flatMap(({ value, each }) =>
    pathsIn(value).map((path) => fromRow(path, each)),
  );
  const lists = mapping.components.flatMap(({ each }) => listOf(each) ?? []);
  const needs = mapping.components.flatMap((rule) => rule.needs.map((path) => fromRow(path, rule.each)));
  return new Set([...values, ...lists, ...needs]);
}

export interface Unmapped {
  readonly name: string;
  /** Null inside a nested list. */
  readonly path: string | null;
  readonly sample: string;
  /** Null where the suggestion had read it. */
  readonly why: string | null;
}

type Inspected = Pick<ImportInspection, 'paths' | 'leftOut'>;

function whyNot(leftOut: Inspected['leftOut'], path: string, entry: string | null = null): string | null {
  return leftOut.find((one) => one.path === path && one.entry === entry)?.why ?? null;
}

function alone({ path, kind, samples, entries }: FoundPath, leftOut: Inspected['leftOut']): Unmapped {
  const isSingle = kind !== 'list' && entries === null;
  const sample = isSingle ? (samples[0] ?? '') : 'a list';
  return { name: path, path: isSingle ? path : null, sample, why: whyNot(leftOut, path) };
}

function insideList(
  { path, entries }: FoundPath,
  leftOut: Inspected['leftOut'],
  used: ReadonlySet<string>,
): readonly Unmapped[] {
  return (entries ?? [])
    .filter((entry) => entry.path !== '.')
    .map((entry) => ({
      name: `${path} › ${entry.path}`,
      path: null,
      sample: entry.samples[0] ?? '',
      why: whyNot(leftOut, path, entry.path),
    }))
    .filter(({ name }) => !used.has(name));
}

/** What the file has and the mapping leaves behind. Lists that are left out stand for all that is in them. */
export function unmapped({ paths, leftOut }: Inspected, mapping: ImportMapping): readonly Unmapped[] {
  const used = usedColumns(mapping);
  return paths
    .filter(({ path }) => !isRefusedColumn(path))
    .flatMap((found) => (used.has(found.path) ? insideList(found, leftOut, used) : [alone(found, leftOut)]));
}

/** What the mapping reads and the file was not seen to have. */
export function missingColumns(
  { paths }: Pick<ImportInspection, 'paths'>,
  mapping: ImportMapping,
): readonly string[] {
  const known = new Set(
    paths.flatMap(({ path, entries }) => [
      path,
      ...(entries ?? []).map((entry) => `${path} › ${entry.path}`),
    ]),
  );
  return [...usedColumns(mapping)].filter((name) => name !== '' && !known.has(name) && !name.endsWith('› .'));
}
