import { describe, expect, it } from 'vitest';
import type { FoundPath } from '../../../domain/contract/import.ts';
import { type ImportMappingInput, importMappingSchema } from '../../../domain/contract/import-mapping.ts';
import { columnLabel, columnsFor, missingColumns, unmapped } from './columns.ts';

const found = (path: string, changes: Partial<FoundPath> = {}): FoundPath => ({
  path,
  kind: 'text',
  samples: [`a ${path}`],
  dateFormats: [],
  misfits: {},
  rising: false,
  lapses: false,
  repeats: false,
  given: 1,
  entries: null,
  ...changes,
});
const paths = [
  found('id'),
  found('name'),
  found('notes'),
  found('blank', { kind: 'empty' }),
  found('import-reason'),
  found('terms', { kind: 'list', entries: [found('start'), found('party')] }),
  found('tags', { kind: 'list', entries: [found('.')] }),
];
const mapping = (changes: Partial<ImportMappingInput> = {}) =>
  importMappingSchema.parse({
    language: 1,
    name: 'people',
    source: 'people',
    key: 'id',
    person: { name: { whole: 'name' } },
    ...changes,
  });

describe('the columns of a file', () => {
  it('are left behind as long as nothing reads them, those that were empty so far as well; our own are not', () => {
    const names = unmapped({ paths, leftOut: [] }, mapping()).map(({ name }) => name);
    expect(names).toEqual(['notes', 'blank', 'terms', 'tags']);
  });

  it('say why they were not suggested, in the row and inside a list', () => {
    const rule = { type: 'Employment', fact: 'term', each: 'terms', data: { startDate: 'start' } } as const;
    const leftOut = [
      { path: 'notes', entry: null, why: 'of the row' },
      { path: 'terms', entry: 'party', why: 'of the entry' },
    ];
    const left = unmapped({ paths, leftOut }, mapping({ components: [rule] }));
    expect(left.map(({ name, why }) => [name, why])).toEqual([
      ['notes', 'of the row'],
      ['blank', null],
      ['terms › party', 'of the entry'],
      ['tags', null],
    ]);
  });

  it('are looked at inside a list as soon as a rule goes through it', () => {
    const employment = {
      type: 'Employment',
      fact: 'term',
      each: 'terms',
      data: { startDate: 'start', company: '$.notes' },
    } as const;
    const left = unmapped({ paths, leftOut: [] }, mapping({ components: [employment] }));
    expect(left.map(({ name }) => name)).toEqual(['blank', 'terms › party', 'tags']);
  });

  it('are missed where the mapping reads what the file does not have', () => {
    const missing = missingColumns({ paths }, mapping({ key: { join: ['id', 'number'] } }));
    expect(missing).toEqual(['number']);
  });

  it('are offered from the entry of a list first, then from the row', () => {
    const offered = columnsFor(paths, 'terms').map(({ path }) => path);
    expect(offered.slice(0, 3)).toEqual(['start', 'party', '$.id']);
    expect(columnLabel('$.id')).toBe('id (of the row)');
    expect(columnLabel('.')).toBe('The entry itself');
  });
});
