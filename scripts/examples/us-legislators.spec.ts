import { describe, expect, it } from 'vitest';
import { componentTypes, isComponentType } from '../../domain/person/index.ts';
import { registry } from '../../domain/registry.ts';
import { type Command, toCommands } from './us-legislators-commands.ts';
import { factsOf } from './us-legislators-facts.ts';
import type { Legislator, Term } from './us-legislators-source.ts';

const senate: Term = {
  type: 'sen',
  start: '2019-01-03',
  end: '2025-01-03',
  state: 'ME',
  party: 'Independent',
  url: 'https://www.example.org/ashworth',
  address: '1 Made-up Office Building Washington DC 20510',
  phone: '202-555-0100',
  office: '1 Made-up Office Building',
  contact_form: 'https://www.example.org/ashworth/contact',
};

/** Made up, with one of everything that the source can say; the second term repeats what the first says. */
const everything: Legislator = {
  id: 'X000001',
  name: {
    first: 'Iris',
    middle: 'Ruth',
    last: 'Ashworth',
    suffix: 'Jr.',
    nickname: 'Ira',
    official_full: 'Iris R. Ashworth, Jr.',
  },
  bio: { birthday: '1960-02-29', gender: 'F' },
  terms: [{ ...senate, type: 'rep', start: '2017-01-03', end: '2019-01-03' }, senate],
  leadership_roles: [
    { title: 'Minority Whip', chamber: 'house', start: '2017-01-03', end: '2019-01-03' },
    { title: 'Majority Leader', chamber: 'senate', start: '2021-01-20' },
  ],
  social: { twitter: 'irisashworth', twitter_id: 1234567, youtube_id: 'UC0000' },
  offices: [
    {
      id: 'X000001-bangor',
      address: '2 Main St.',
      suite: 204,
      building: 'Federal Building',
      city: 'Bangor',
      state: 'ME',
      zip: '04401',
      latitude: 44.8,
      longitude: -68.8,
      phone: '207-555-0100',
      fax: '207-555-0101',
      hours: '9 to 5',
    },
    { id: 'X000001-portland', suite: 'B', city: 'Portland', state: 'ME', latitude: 43.7 },
  ],
  family: [{ name: 'Henry Ashworth', relation: 'daughter' }],
};

/** With nothing that may be missing. */
const least: Legislator = {
  id: 'X000002',
  name: { first: 'Jonas', last: 'Fairfax' },
  bio: { birthday: '1970-01-01', gender: 'M' },
  terms: [{ type: 'rep', start: '2019-01-03', end: '2021-01-03', state: 'OH', party: 'Independent' }],
  leadership_roles: [],
  social: {},
  offices: [],
  family: [],
};

const LAST_START = '2023-01-03';
const people = [everything, least];

function faultsOf({ type, data }: Command): readonly unknown[] {
  const schemas = [[registry.commands.get(type)?.schema, data]];
  const { componentType, data: content } = data;
  if (typeof componentType === 'string' && isComponentType(componentType))
    schemas.push([componentTypes[componentType].schema, content as never]);
  return schemas.flatMap(([schema, value]) => {
    const parsed = (schema as (typeof componentTypes)['Tag']['schema']).safeParse(value);
    return (parsed.error?.issues ?? []).map(({ path, message }) => [type, componentType, path, message]);
  });
}

describe('a record of the source', () => {
  it.each(people.map((person) => [person.id, person] as const))(
    '%s becomes commands that fit',
    (_id, person) => {
      const commands = toCommands(person, LAST_START);
      expect(commands.flatMap(faultsOf)).toEqual([]);
      expect(commands.map(({ commandId }) => commandId)).toEqual(
        toCommands(person, LAST_START).map(({ commandId }) => commandId),
      );
    },
  );

  it('has a suite as text, however it is written', () => {
    const units = factsOf(everything, LAST_START)
      .filter(({ kind }) => kind === 'District office')
      .map(({ data }) => data['unit']);
    expect(units).toEqual(['204', 'B']);
  });
});
