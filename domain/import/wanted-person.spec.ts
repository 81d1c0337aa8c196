import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type ImportMappingInput, importMappingSchema } from '../contract/import-mapping.ts';
import { uuidV5 } from '../kernel/derived-id.ts';
import { MAX_ENTRIES } from './wanted-components.ts';
import { type DeriveId, readRow, type WantedPerson } from './wanted-person.ts';

const derive: DeriveId = (namespace, name) => uuidV5(name, namespace);

function mappingOf(parts: Partial<ImportMappingInput>) {
  return importMappingSchema.parse({
    language: 1,
    name: 'test',
    source: 'test',
    key: 'id',
    person: { name: { givenNames: ['first'] } },
    ...parts,
  });
}

function read(parts: Partial<ImportMappingInput>, row: Record<string, unknown>): WantedPerson {
  const found = readRow(mappingOf(parts), row, derive);
  if (!found.ok) throw new Error(found.faults[0].message);
  return found.wanted;
}

function faultOf(parts: Partial<ImportMappingInput>, row: Record<string, unknown>) {
  const found = readRow(mappingOf(parts), row, derive);
  return found.ok ? null : found.faults[0];
}

const emails: ImportMappingInput['components'] = [
  {
    type: 'EmailAddress',
    fact: 'email',
    each: 'emails',
    key: { path: '.', then: [{ do: 'lower' }] },
    data: { address: '.' },
  },
];

describe('a row', () => {
  it('says what the mapping finds in it, and nothing about what is blank', () => {
    const wanted = read(
      {
        person: {
          name: {
            givenNames: ['name.first', 'name.middle'],
            familyNames: ['name.last'],
            preferred: 'name.nick',
          },
          birthDate: 'born',
          identities: { crm: 'id' },
          metadata: { note: 'note' },
        },
      },
      { id: 7, name: { first: ' Ada ', middle: '', last: 'Lovelace' }, born: null, note: '  ' },
    );
    expect(wanted).toMatchObject({ key: '7', identities: { crm: '7' }, metadata: {} });
    expect(wanted.name).toEqual({ givenNames: ['Ada'], familyNames: ['Lovelace'] });
    expect(wanted.birthDate).toBe(undefined);
  });

  it('takes a name on one line apart', () => {
    const { name } = read(
      { person: { name: { whole: 'name', preferred: 'nick' } } },
      { id: 1, name: 'Lovelace, Ada', nick: 'A' },
    );
    expect(name).toMatchObject({ givenNames: ['Ada'], familyNames: ['Lovelace'], preferred: 'A' });
  });

  it('finds a column whose name has dots before keys inside keys', () => {
    const { name } = read(
      { person: { name: { givenNames: ['a.b'] } } },
      { id: 1, 'a.b': 'Ada', a: { b: 'Eve' } },
    );
    expect(name.givenNames).toEqual(['Ada']);
  });

  it('without a key is refused by name', () => {
    expect(faultOf({}, { id: ' ', first: 'Ada' })).toMatchObject({ code: 'key-missing', field: 'id' });
  });

  it('with an object where a value is meant is refused', () => {
    expect(faultOf({}, { id: 1, first: { a: 1 } })).toMatchObject({ code: 'value-nested', field: 'first' });
  });

  it('names the column that a step could not read', () => {
    const person = {
      name: {},
      birthDate: { path: 'born', then: [{ do: 'date' as const, format: 'D.M.YYYY' }] },
    };
    expect(faultOf({ person }, { id: 1, born: 'x' })).toMatchObject({
      code: 'date-unreadable',
      field: 'born',
    });
  });

  property.prop([fc.string({ minLength: 1 }), fc.string({ minLength: 1 })])(
    'of one key is about one person, of another about another',
    (a, b) => {
      fc.pre(a.trim() !== '' && b.trim() !== '');
      const id = (key: string, first: string) => read({}, { id: key, first }).personId;
      expect(id(a, 'Ada')).toBe(id(a, 'Grace'));
      expect(id(a, '') === id(b, '')).toBe(a.trim() === b.trim());
    },
  );
});

describe('a value', () => {
  const given = (value: unknown) => ({ person: { name: {}, metadata: { it: value as never } } });
  const row = { id: 1, a: 'A', b: 'B', list: ['x', null, 'y'], none: null };

  it.each([
    [{ join: ['a', 'none', 'b'], with: ', ' }, 'A, B'],
    [{ join: [{ constant: 'of' }, 'none'] }, undefined],
    [{ first: ['none', 'b', 'a'] }, 'B'],
    [{ first: ['none'] }, undefined],
    [{ constant: true, unless: 'none' }, 'true'],
    [{ constant: true, unless: 'a' }, undefined],
    [{ path: 'a', if: 'list' }, 'A'],
    [{ path: 'a', if: 'none' }, undefined],
    ['list', 'x y'],
    ['list.0', 'x'],
    [{ join: ['a', 'b'], with: '', then: [{ do: 'lower' }] }, 'ab'],
  ])('%j is %j', (value, expected) => {
    expect(read(given(value), row).metadata['it']).toBe(expected);
  });
});

describe('a nested list', () => {
  it('becomes one component for each entry, the same for the same key in any order', () => {
    const ids = (list: string[]) =>
      read({ components: emails }, { id: 1, emails: list }).components.map(({ componentId }) => componentId);
    const [first, second] = ids(['a@x.org', 'b@x.org']);
    expect(ids(['B@x.org', 'a@x.org', 'A@X.org'])).toEqual([second, first]);
  });

  it('without a key counts its entries', () => {
    const components: ImportMappingInput['components'] = [
      {
        type: 'Tag',
        fact: 'tag',
        each: { path: 'tags', then: [{ do: 'split', by: ',' }] },
        data: { name: '.' },
      },
    ];
    const { components: tags } = read({ components }, { id: 1, tags: 'a, b' });
    expect(tags.map(({ data }) => data)).toEqual([{ name: 'a' }, { name: 'b' }]);
    expect(new Set(tags.map(({ componentId }) => componentId)).size).toBe(2);
  });

  it('reaches the row, puts fields inside fields, and leaves out what lacks something', () => {
    const components: ImportMappingInput['components'] = [
      {
        type: 'Address',
        fact: 'office',
        each: 'offices',
        needs: ['city'],
        data: {
          city: 'city',
          country: '$.country',
          'coordinates.latitude': 'lat',
          'coordinates.longitude': 'lon',
        },
        custom: { hours: 'hours' },
      },
    ];
    const offices = [{ city: 'Bern', lat: 1, lon: 2, hours: '9' }, { lat: 1 }];
    const found = read({ components }, { id: 1, country: 'CH', offices }).components;
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      data: { city: 'Bern', country: 'CH', coordinates: { latitude: 1, longitude: 2 } },
      custom: { hours: '9' },
    });
  });

  it('of which the entry gives nothing but constants is none', () => {
    const components: ImportMappingInput['components'] = [
      { type: 'Tag', fact: 'tag', data: { name: 'tag', category: { constant: 'c' } } },
    ];
    expect(read({ components }, { id: 1 }).components).toEqual([]);
  });

  it('that is absurdly long is refused', () => {
    const list = Array.from({ length: MAX_ENTRIES + 1 }, (_, index) => `a${index}@x.org`);
    expect(faultOf({ components: emails }, { id: 1, emails: list })).toMatchObject({ code: 'list-too-long' });
  });
});

it('a mapping whose rules could not be told apart is refused', () => {
  const rule = { type: 'Tag' as const, fact: 'tag', data: { name: 'a' } };
  expect(() => mappingOf({ components: [rule, rule] })).toThrow(/need a key each/);
  expect(() => mappingOf({ components: [rule, { ...rule, fact: 'other' }] })).not.toThrow();
});

describe('another person that a row refers to', () => {
  const components: ImportMappingInput['components'] = [
    {
      type: 'Relationship',
      fact: 'boss',
      data: { otherPersonId: 'boss', relationshipType: { constant: 'Manager' } },
    },
  ];
  const other = (boss: unknown) =>
    read({ components }, { id: '1', first: 'Ada', boss }).components[0]?.data['otherPersonId'];

  it('is meant by the key that the same source knows them by, as text or as a number', () => {
    const { personId } = read({}, { id: 7, first: 'Grace' });
    expect(other('7')).toBe(personId);
    expect(other(7)).toBe(personId);
  });

  it('is left as it is where it has the form of an id, with whom it would be as a key', () => {
    const id = '0198c0de-0000-7000-8000-000000000002';
    const { personId } = read({}, { id, first: 'Grace' });
    const [component] = read({ components }, { id: '1', first: 'Ada', boss: id }).components;
    expect(component).toMatchObject({ data: { otherPersonId: id }, otherByKey: personId });
  });
});
