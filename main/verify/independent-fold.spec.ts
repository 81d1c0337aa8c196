import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../domain/kernel/event.ts';
import { componentTypeNames } from '../../domain/person/components/index.ts';
import { evolve } from '../../domain/person/evolve.ts';
import { type ExistingPerson, personEvents, type PersonState, summarise } from '../../domain/person/index.ts';
import { unknownPerson } from '../../domain/person/state.ts';
import { duplicateKeys } from '../../domain/person/similarity.ts';
import { duplicateSubject } from '../../domain/projections/duplicate-subject.ts';
import { searchText } from '../../domain/projections/person-search.ts';
import { commandSequence, componentData } from '../../domain/testing/arbitraries.ts';
import { added, created, lovelace } from '../../domain/testing/persons.ts';
import { NOW, record, uuidOf } from '../../domain/testing/recorded.ts';
import { run } from '../../domain/testing/world.ts';
import { componentRows, searchColumns, sharedKeys, summaryRow } from './expected-rows.ts';
import { differenceAt } from './same-json.ts';
import { FOLDED_TYPES, type FoldedPerson, passBy, takeEvent } from './independent-fold.ts';

declare global {
  interface ImportMeta {
    glob(pattern: string, options: object): Record<string, string>;
  }
}

interface Fact {
  readonly type: string;
  readonly data: unknown;
}

const ID = uuidOf(1, 1);
const begin: Fact = created(ID);

function stored(facts: readonly Fact[]): StoredEvent[] {
  return facts.map((fact, index) => ({
    streamId: `person-${ID}`,
    schemaVersion: 3,
    ...record(fact, { version: index + 1, commandId: uuidOf(0xc, index), timestamp: `${NOW}#${index}` }),
  }));
}

function bothFolds(facts: readonly Fact[]): { readonly state: unknown; readonly person: unknown } {
  const events = stored(facts);
  const state = events.reduce<PersonState>((before, event) => evolve(before, event as never), unknownPerson);
  const person = events.reduce<FoldedPerson | null>(takeEvent, null);
  return { state: asJson(state.exists ? state : null), person: asJson(person) };
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}

/** The rows that the views write of a person, in the form of the expected ones. */
function rowsOfViews(person: ExistingPerson) {
  const { displayName, sortKey, status, birthDate, primaryEmail, primaryPhone, ...rest } = summarise(person);
  const subject = duplicateSubject(person);
  return {
    summary: {
      ...{ person_id: person.personId, display_name: displayName, sort_key: sortKey, status },
      ...{ birth_date: birthDate, primary_email: primaryEmail, primary_phone: primaryPhone },
      ...{
        employer: rest.employer,
        employer_key: rest.employerKey,
        role: rest.role,
        location: rest.location,
        email_key: rest.orderKeys.email,
        phone_key: rest.orderKeys.phone,
        work_key: rest.orderKeys.work,
        location_key: rest.orderKeys.location,
      },
      ...{ component_count: rest.componentCount, skill_count: rest.skillCount, redirect_to: rest.redirectTo },
      ...{ version: person.version, created_at: person.createdAt, updated_at: person.updatedAt },
    },
    words: Object.entries(searchText(person)).map(([column, text]: [string, string]) => [
      column,
      distinct(text.split(' ').filter((word) => word !== '')),
    ]),
    keys: subject === null ? [] : duplicateKeys(subject).sort(),
    components: person.components.map(({ componentId }) => componentId).sort(),
  };
}

function expectedRows(person: FoldedPerson) {
  return {
    summary: summaryRow(person),
    words: Object.entries(searchColumns(person)).map(([column, words]) => [column, distinct(words)]),
    keys: sharedKeys(person),
    components: Object.keys(componentRows(person)).sort(),
  };
}

const fixtures = import.meta.glob('../../domain/testing/fixtures/events/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const legacy = Object.entries(fixtures).map(([path, raw]) => ({
  file: path.replace(/^.*\//, ''),
  today: (JSON.parse(raw) as { readonly today: StoredEvent }).today,
}));

describe('the independent fold agrees with the one behind the views', () => {
  it('knows every event of persons', () => {
    expect([...FOLDED_TYPES].sort()).toEqual(Object.keys(personEvents).sort());
  });

  it.each(legacy)('on $file, at the beginning of a stream, after a creation, and twice', ({ today }) => {
    for (const facts of [[today], [begin, today], [begin, today, today]]) {
      const { state, person } = bothFolds(facts);
      expect(person).toEqual(state);
    }
  });

  test.prop([commandSequence])('on whatever commands lead to, row by row', (commands) => {
    const { world } = run(commands);
    for (const [personId, events] of world.streams) {
      const state = world.states.get(personId);
      const person = events.reduce<FoldedPerson | null>(
        (before, event) => takeEvent(before, { ...event, streamId: '', schemaVersion: 1 }),
        null,
      );
      expect(asJson(person)).toEqual(asJson(state?.exists === true ? state : null));
      if (person === null || state?.exists !== true) continue;
      expect(expectedRows(person)).toEqual(rowsOfViews(state));
    }
  });

  const componentIds = fc.constantFrom('a', 'b', '7', '__proto__', 'constructor', undefined);
  const oddData = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(fc.constantFrom('x', 'y', '__proto__', 'constructor'), fc.jsonValue({ maxDepth: 2 })),
    fc.constantFrom(...componentTypeNames).chain(componentData),
  );
  const changes = fc.record(
    {
      data: oddData,
      custom: oddData,
      primary: fc.boolean(),
      verified: fc.boolean(),
      tags: fc.constant(['t']),
    },
    { requiredKeys: [] },
  );
  const fields = fc.record(
    {
      componentId: componentIds,
      employmentId: componentIds,
      componentType: fc.constantFrom('Employment', 'Tag', 'Unheard'),
      data: oddData,
      changes: fc.oneof(changes, oddData),
      tags: fc.constant(['x']),
      custom: fc.constant({ k: 'v' }),
      primary: fc.boolean(),
      registeredBy: fc.constantFrom('hr:desk', null),
      system: fc.constantFrom('ldap', '__proto__'),
      identityId: fc.string(),
      into: fc.string(),
      reason: fc.string(),
      birthDate: fc.constant('1815-12-10'),
      newName: fc.constant(lovelace),
      name: fc.constant(lovelace),
      personId: fc.constant(ID),
    },
    { requiredKeys: [] },
  );
  const facts = fc.array(
    fc.record({
      type: fc.constantFrom(...Object.keys(personEvents), 'Unheard'),
      data: fc.oneof({ weight: 9, arbitrary: fields }, { weight: 1, arbitrary: oddData }),
    }),
    { maxLength: 25 },
  );

  test.prop([facts], { numRuns: 150 })('on any history, however odd its events are', (odd) => {
    const { state, person } = bothFolds([begin, ...odd]);
    expect(differenceAt(state, person)).toBeNull();
  });
});

describe('the rows that a person should have', () => {
  const employment = (number: number, data: object, primary = false): Fact =>
    added(number, 'Employment', { data: { company: `C${number}`, ...data }, primary });
  const address = (number: number, data: Record<string, unknown>): Fact => added(number, 'Address', { data });
  const phone = (data: Record<string, unknown>): Fact => added(1, 'PhoneNumber', { data });
  const histories: readonly (readonly [string, readonly Fact[]])[] = [
    [
      'two employments that run',
      [employment(1, { startDate: '2001-01-01' }), employment(2, { startDate: '2002-01-01' })],
    ],
    [
      'the later one first',
      [employment(1, { startDate: '2002-01-01' }), employment(2, { startDate: '2001-01-01' })],
    ],
    ['one without a beginning', [employment(1, {}), employment(2, { startDate: '1999-01-01' })]],
    ['none with a beginning', [employment(1, {}), employment(2, {})]],
    ['one that has ended', [employment(1, { endDate: '2001-01-01' }), employment(2, { current: false })]],
    ['an ended one that says it is current', [employment(1, { endDate: '2001-01-01', current: true })]],
    ['a primary one', [employment(1, { startDate: '2009-01-01' }), employment(2, {}, true)]],
    ['one that says nothing', [added(1, 'Employment', { data: {}, primary: true }), employment(2, {})]],
    ['an address with town and country', [address(1, { city: 'Bern', country: 'CH' })]],
    ['an address with a region alone', [address(1, { region: 'Ticino' })]],
    ['an address with a country alone', [address(1, { country: 'CH' })]],
    ['an empty address before a full one', [address(1, {}), address(2, { city: 'Bern' })]],
    ['a national number', [phone({ number: '079 123 45 67', countryCode: '+41' })]],
    ['an international number', [phone({ number: '+41 79 123 45 67', countryCode: '+41' })]],
    ['a number dialled abroad', [phone({ number: '0041 79 123 45 67', countryCode: '+41' })]],
    ['a number without a code', [phone({ number: '079 123 45 67' })]],
    ['an address that is none', [added(1, 'EmailAddress', { data: { address: 'ada@' } })]],
  ];

  it.each(histories)('are those that the views write: %s', (_, facts) => {
    const events = stored([begin, ...facts]);
    const state = events.reduce<PersonState>(
      (before, event) => evolve(before, event as never),
      unknownPerson,
    );
    const person = events.reduce<FoldedPerson | null>(takeEvent, null);
    if (person === null || !state.exists) throw new Error('nobody was created');
    expect(expectedRows(person)).toEqual(rowsOfViews(state));
  });
});

describe('an event that nobody can read', () => {
  it('counts as a version and changes nothing else', () => {
    const person = takeEvent(null, stored([begin])[0] as StoredEvent);
    expect(passBy(person, 7)).toMatchObject({ version: 7, name: lovelace, updatedAt: `${NOW}#0` });
  });

  it('of a stream without a person creates none', () => {
    expect(passBy(null, 7)).toBeNull();
  });
});
