import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { personSortSchema, type ProcedureInput } from '../../../../domain/contract/procedures.ts';
import { type PersonRow, personStatusSchema } from '../../../../domain/contract/views.ts';
import { foldText } from '../../../../domain/person/name.ts';
import { sharedConsole } from '../../../testing/shared-console.ts';
import {
  addComponent,
  createPerson,
  numberOf,
  personIdOf,
  submission,
} from '../../../testing/submissions.ts';
import { testClock } from '../../../testing/test-clock.ts';
import { allPages, type TestConsole } from '../../../testing/test-console.ts';

type Input = ProcedureInput<'persons.list'>;

const PERSONS = 70;
const numbers = Array.from({ length: PERSONS }, (_, index) => index + 1);
const clock = testClock();

// Of each a few, some written in two ways, so that many agree; every so many have nothing.
const addresses = ['zoe@example.org', 'Ada@Example.org', 'ada@example.org', 'grace@example.com'];
const phones = ['+41 44 668 18 00', '0041 44 668 18 00', '+1 (555) 010-0199', '+15550100', '044 1'];
const jobs = [
  { position: 'Engineer', company: 'Ångström & Søn' },
  { position: 'engineer', company: 'Acme' },
  { position: 'Éditrice', company: 'Acme' },
  { position: 'Planner', company: 'zenith' },
];
const places = [
  { city: 'Zürich', country: 'CH' },
  { city: 'ZURICH', country: 'CH' },
  { city: 'Ås', country: 'NO' },
  { city: 'Oslo', country: 'NO' },
];

function facts(number: number) {
  const one = <T>(list: readonly T[], by: number): T | undefined =>
    number % by === 0 ? undefined : list[number % list.length];
  return [
    [
      'EmailAddress',
      one(
        addresses.map((address) => ({ address })),
        3,
      ),
    ],
    [
      'PhoneNumber',
      one(
        phones.map((phone) => ({ number: phone, countryCode: '+41' })),
        4,
      ),
    ],
    ['Employment', one(jobs, 5)],
    ['Address', one(places, 6)],
  ] as const;
}

async function fill(console: TestConsole): Promise<void> {
  for (const number of numbers) {
    if (number % 7 === 0) clock.advance(1000);
    await console.submit(createPerson(number, ['Ada Lovelace', 'Grace Hopper', 'Åsa Öberg'][number % 3]));
  }
  const described = numbers.flatMap((number) =>
    facts(number).flatMap(([type, data]) => (data === undefined ? [] : [addComponent(number, type, data)])),
  );
  clock.advance(5000);
  const outcomes = await console.submitAll(described);
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['accepted']));
  const of = (number: number) => ({ personId: personIdOf(number), reason: 'Because' });
  await console.submitAll([
    ...numbers.filter((n) => n % 9 === 0).map((n) => submission('DeactivatePerson', of(n))),
    ...numbers.filter((n) => n % 10 === 1).map((n) => submission('ArchivePerson', of(n))),
    submission('RecordDeath', { personId: personIdOf(2), dateOfDeath: '1852-11-27' }),
    submission('MergePersons', {
      personId: personIdOf(3),
      targetId: personIdOf(4),
      reason: 'DuplicateIdentity',
    }),
  ]);
}

const console = sharedConsole(fill, { clock });

const sorts = personSortSchema.options;
const columns = ['email', 'phone', 'work', 'location'] as const;

const joined = (parts: readonly (string | null)[]): string =>
  parts.flatMap((part) => (part === null ? [] : [foldText(part)])).join('  ');

/** What stands in a column, as it is compared. */
const texts: Readonly<Record<(typeof columns)[number], (row: PersonRow) => string>> = {
  email: ({ primaryEmail }) => joined([primaryEmail]),
  phone: ({ primaryPhone }) =>
    joined([primaryPhone])
      .replaceAll(/[ ()-]/g, '')
      .replace(/^00/, '+'),
  work: ({ role, employer }) => joined([role, employer]),
  location: ({ location }) => joined([location]),
};

const asked = fc.record({
  sort: fc.constantFrom(...sorts),
  descending: fc.boolean(),
  status: fc.option(fc.subarray([...personStatusSchema.options], { minLength: 1 }), { nil: undefined }),
});

const filtering = fc.constantFrom<Partial<Input>>(
  {},
  { componentType: 'Employment' },
  { employer: 'a' },
  { changedSince: '2024-06-01T12:00:09.000Z' },
  { duplicates: true },
);

function ids(rows: readonly PersonRow[]): readonly number[] {
  return rows.map(({ personId }) => numberOf(personId));
}

function given<T extends object>(input: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as never;
}

async function whole(input: Input): Promise<readonly PersonRow[]> {
  return (await console().ask('persons.list', { ...input, limit: 1000 })).rows;
}

/** A plain sort of those who are handed in, by what they are shown with. They come in the order of their creation. */
function sorted(rows: readonly PersonRow[], sort: (typeof columns)[number], descending: boolean) {
  const text = texts[sort];
  const by = (a: PersonRow, b: PersonRow) => Number(text(a) > text(b)) - Number(text(a) < text(b));
  const oriented = (list: readonly PersonRow[]) => (descending ? list.toReversed() : list);
  const filled = rows.filter((row) => text(row) !== '');
  return [...oriented(filled.toSorted(by)), ...oriented(rows.filter((row) => text(row) === ''))];
}

describe('the persons list, by what stands in a column,', () => {
  test.prop([fc.constantFrom(...columns), fc.boolean(), asked], { numRuns: 40 })(
    'agrees with a plain sort of all persons, those without it last in either direction',
    async (sort, descending, { status }) => {
      const created = await whole(given({ sort: 'created' as const, status }));
      const everybody = created.toSorted((a, b) => numberOf(a.personId) - numberOf(b.personId));
      const rows = await whole(given({ sort, descending, status }));
      expect(ids(rows)).toEqual(ids(sorted(everybody, sort, descending)));
    },
  );

  it('has some with it and some without, and some who agree, under each', async () => {
    const rows = await whole({});
    for (const sort of columns) {
      const filled = rows.map(texts[sort]).filter((text) => text !== '');
      expect(filled.length).toBeGreaterThan(PERSONS / 2);
      expect(filled.length).toBeLessThan(PERSONS);
      expect(new Set(filled).size).toBeLessThan(PERSONS / 4);
    }
  });

  it.each([
    [
      'work',
      ({ role, employer }: PersonRow) => `${role ?? ''}|${employer ?? ''}`,
      ['Éditrice|Acme', 'engineer|Acme', 'Engineer|Ångström & Søn', 'Planner|zenith', '|'],
    ],
    [
      'location',
      ({ location }: PersonRow) => location?.toLowerCase() ?? '',
      ['ås, no', 'oslo, no', 'zürich, ch', 'zurich, ch', ''],
    ],
  ] as const)('is read as a register is, by %s', async (sort, shown, order) => {
    const rows = await whole({ sort });
    const read = rows.map((row) => foldText(shown(row)));
    expect(new Set(rows.map(shown))).toEqual(new Set(order));
    expect([...new Set(read)]).toEqual([...new Set(order.map(foldText))]);
  });
});

describe('the persons list by status', () => {
  it('goes from active to merged, or back, the persons of each by name', async () => {
    const byName = await whole({});
    const of = (status: string) => byName.filter((row) => row.status === status);
    const order = personStatusSchema.options.flatMap(of);
    expect(new Set(order.map(({ status }) => status)).size).toBe(5);
    expect(ids(await whole({ sort: 'status' }))).toEqual(ids(order));
    expect(ids(await whole({ sort: 'status', descending: true }))).toEqual(ids(order.toReversed()));
    const some = await whole({ sort: 'status', status: ['merged', 'archived'] });
    expect(ids(some)).toEqual(ids([...of('archived'), ...of('merged')]));
  });
});

describe('the persons list under every order', () => {
  test.prop([asked, filtering, fc.integer({ min: 1, max: 40 })], { numRuns: 80 })(
    'is the same page by page as in one, with each filter',
    async (input, filter, limit) => {
      const list = { ...given(input), ...filter };
      const { rows } = await allPages((after) =>
        console().ask('persons.list', { ...list, limit, ...(after === undefined ? {} : { after }) }),
      );
      expect(ids(rows)).toEqual(ids(await whole(list)));
      const matching = new Set(ids(rows));
      const unfiltered = ids(await whole(given(input)));
      expect(ids(rows)).toEqual(unfiltered.filter((number) => matching.has(number)));
    },
  );

  test.prop([asked, fc.integer({ min: 0, max: PERSONS + 5 }), fc.integer({ min: 1, max: 40 })], {
    numRuns: 80,
  })('is entered anywhere, and goes on from there', async (input, offset, limit) => {
    const list = given(input);
    const rows = ids(await whole(list));
    const page = await console().ask('persons.list', { ...list, limit, offset });
    expect(ids(page.rows)).toEqual(rows.slice(offset, offset + limit));
    expect(page.total).toBe(rows.length);
    expect(page.next === null).toBe(offset + limit >= rows.length);
    if (page.next === null) return;
    const following = await console().ask('persons.list', { ...list, limit, after: page.next });
    expect(ids(following.rows)).toEqual(rows.slice(offset + limit, offset + 2 * limit));
  });

  test.prop([asked, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: PERSONS })], { numRuns: 40 })(
    'passes over rows behind a mark as well',
    async (input, limit, offset) => {
      const list = given(input);
      const rows = ids(await whole(list));
      const { next } = await console().ask('persons.list', { ...list, limit });
      if (next === null) return;
      const page = await console().ask('persons.list', { ...list, limit, offset, after: next });
      expect(ids(page.rows)).toEqual(rows.slice(limit + offset, 2 * limit + offset));
    },
  );

  it('begins nowhere where a mark is of a place that this order does not have', async () => {
    const { next } = await console().ask('persons.list', {
      sort: 'status',
      status: ['merged', 'deceased'],
      limit: 1,
    });
    const page = await console().ask('persons.list', { sort: 'name', after: next ?? '' });
    expect(page).toMatchObject({ rows: [], next: null });
  });
});
