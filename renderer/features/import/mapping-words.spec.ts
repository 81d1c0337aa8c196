import { describe, expect, it } from 'vitest';
import type { ImportChange } from '../../../domain/contract/import.ts';
import { changesWords, valueWords } from './mapping-words.ts';

describe('a mapped value in words', () => {
  it('reads as one says it', () => {
    expect(valueWords({ join: ['type', 'start'], with: '/', then: [] })).toBe(
      'type and start joined with “/” between',
    );
    expect(valueWords({ first: ['a', { constant: '+1' }], then: [{ do: 'digits' }] })).toBe(
      'the first given of a, “+1”, its digits only',
    );
    expect(valueWords({ constant: true, unless: 'end' })).toBe('“true”, only where end is not given');
    expect(
      valueWords({ path: 'type', then: [{ do: 'lookup', table: { a: 'b' }, otherwise: 'refuse' }] }),
    ).toBe('type, looked up in a table of 1 entry');
    expect(valueWords({ path: '$.id', then: [{ do: 'part', by: ' ', at: -1 }] })).toBe(
      'id (of the row), the last part at “ ”',
    );
  });
});

describe('what came of a row in words', () => {
  it('tells alike changes once', () => {
    const change = (what: string, changes: Partial<ImportChange> = {}): ImportChange => ({
      what,
      how: 'added',
      componentId: null,
      fields: [],
      ...changes,
    });
    expect(
      changesWords([
        change('name', { how: 'changed', fields: ['familyNames'] }),
        change('Employment'),
        change('Employment'),
        change('identities.bioguide'),
      ]),
    ).toEqual(['Name changed: family names', 'Employment added\u00a0×\u00a02', 'Identity bioguide added']);
    expect(changesWords([change('name'), change('Employment'), change('Employment')], true)).toEqual([
      'Name',
      'Employment\u00a0×\u00a02',
    ]);
  });
});
