import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { personSortSchema, type ProcedureInput } from '../../../../domain/contract/procedures.ts';
import type { PersonRow } from '../../../../domain/contract/views.ts';
import { sharedConsole } from '../../../testing/shared-console.ts';
import {
  addComponent,
  addEmail,
  createPerson,
  numberOf,
  personIdOf,
  rename,
  setBirthDate,
  submission,
} from '../../../testing/submissions.ts';
import { testClock } from '../../../testing/test-clock.ts';
import { allPages, openTestConsole, type TestConsole } from '../../../testing/test-console.ts';

type Filter = Omit<ProcedureInput<'persons.list'>, 'after' | 'limit'>;

const clock = testClock();
/** Enough that one employer has more than are picked out and sorted, and one type more than a page walks over. */
const MANY = 4200;
const FEW = 30;
const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);

async function fill(console: TestConsole): Promise<void> {
  await console.submitAll(numbers(MANY).map((number) => createPerson(number, `Ada N${number % 97}`)));
  const employed = numbers(MANY).filter((number) => number % 2 === 0);
  await console.submitAll(
    employed.map((number) =>
      addComponent(number, 'Employment', {
        company: number % 200 === 0 ? 'Ångström & Søn' : 'Acme Ltd',
        position: 'Engineer',
        current: true,
      }),
    ),
  );
  await console.submitAll(
    numbers(FEW, MANY - FEW).map((number) => addComponent(number, 'Tag', { name: 'vip' })),
  );
  clock.advance(60_000);
  const reason = 'On leave';
  await console.submitAll(
    numbers(MANY)
      .filter((number) => number % 50 === 0)
      .map((number) => submission('DeactivatePerson', { personId: personIdOf(number), reason })),
  );
  await console.submitAll([11, 4001].map((number) => addEmail(number, 'shared@example.com')));
  // Born on the same day with other names, and with the same name.
  await console.submitAll([20, 21, 22].map((number) => setBirthDate(number, '1980-02-03')));
  await console.submit(rename(22, 'Ada N20'));
}

const console = sharedConsole(fill, { clock });

function ids(rows: readonly PersonRow[]): readonly number[] {
  return rows.map(({ personId }) => numberOf(personId));
}

async function all(filter: Filter, limit = 1000) {
  return allPages((after) =>
    console().ask('persons.list', { ...filter, limit, ...(after === undefined ? {} : { after }) }),
  );
}

describe('each filter of the persons list', () => {
  it('finds those who have a component of a type, few or many', async () => {
    expect([...ids((await all({ componentType: 'Tag' })).rows)].sort()).toEqual(numbers(FEW, MANY - FEW));
    expect((await all({ componentType: 'Employment' })).rows).toHaveLength(MANY / 2);
    expect((await all({ componentType: 'Skill' })).rows).toEqual([]);
  });

  it('finds an employer by its beginning, whatever the case and the accents', async () => {
    const { rows } = await all({ employer: 'angstrom' });
    expect(rows).toHaveLength(MANY / 200);
    expect(new Set(rows.map(({ employer }) => employer))).toEqual(new Set(['Ångström & Søn']));
    expect((await all({ employer: ' ACME l' })).rows).toHaveLength(MANY / 2 - MANY / 200);
    expect((await all({ employer: 'ltd' })).rows).toEqual([]);
  });

  it('finds those who changed since, under each order', async () => {
    const first = await console().ask('persons.list', { sort: 'updated', limit: 1 });
    const since = new Date(Date.parse(first.rows[0]?.updatedAt ?? '') + 30_000).toISOString();
    for (const sort of personSortSchema.options) {
      expect((await all({ changedSince: since, sort })).rows).toHaveLength(MANY / 50 + 5);
    }
    const offset = since.replace('Z', '+00:00');
    expect((await all({ changedSince: offset })).rows).toHaveLength(MANY / 50 + 5);
    expect((await all({ changedSince: first.rows[0]?.updatedAt ?? '', sort: 'updated' })).rows).toHaveLength(
      MANY,
    );
  });

  it('finds those who may be somebody else: not those who only share a birthday', async () => {
    expect([...ids((await all({ duplicates: true })).rows)].sort((a, b) => a - b)).toEqual([
      11, 20, 22, 4001,
    ]);
    const { rows } = await all({ duplicates: true, componentType: 'Employment' });
    expect(ids(rows).toSorted()).toEqual([20, 22]);
  });

  it('counts where a few match, and leaves it to a question of its own where the page would wait for it', async () => {
    expect(await console().ask('persons.list', { componentType: 'Tag', limit: 3 })).toMatchObject({
      total: FEW,
    });
    expect(await console().ask('persons.list', { employer: 'acme', limit: 3 })).toMatchObject({
      total: null,
    });
    expect(await console().ask('persons.total', { employer: 'acme' })).toEqual({
      total: MANY / 2 - MANY / 200,
    });
  });

  it('counts everybody who is found, a few or many, whichever filters come together', async () => {
    const since =
      (await console().ask('persons.list', { sort: 'updated', limit: 1 })).rows[0]?.updatedAt ?? '';
    const filters = [
      {},
      { status: ['suspended'] },
      { componentType: 'Tag' },
      { componentType: 'Employment', status: ['active'] },
      { employer: 'a' },
      { employer: 'acme', status: ['active', 'suspended'] },
      { employer: 'acme', componentType: 'Employment', changedSince: since },
      { changedSince: since },
      { changedSince: since, status: ['suspended'] },
      { employer: 'acme', status: ['archived'] },
    ] satisfies ProcedureInput<'persons.total'>[];
    for (const filter of filters) {
      const { rows } = await all(filter);
      expect(await console().ask('persons.total', filter)).toEqual({ total: rows.length });
    }
  });

  it('counts somebody with two components of a type once', async () => {
    const own = openTestConsole();
    await own.submitAll([createPerson(1), createPerson(2)]);
    await own.submitAll([
      addComponent(1, 'Tag', { name: 'vip' }),
      addComponent(1, 'Tag', { name: 'volunteer' }),
    ]);
    expect(await own.ask('persons.total', { componentType: 'Tag' })).toEqual({ total: 1 });
  });

  it('is entered anywhere, whether a few match or many; a few are counted with it', async () => {
    const filters = [
      { componentType: 'Tag' },
      { componentType: 'Tag', sort: 'updated', descending: true },
      { employer: 'ång', sort: 'created' },
      { employer: 'acme' },
      { employer: 'acme', componentType: 'Employment', status: ['suspended', 'active'], descending: true },
      { componentType: 'Employment', sort: 'status' },
      { componentType: 'Employment', sort: 'email' },
    ] satisfies Filter[];
    for (const filter of filters) {
      const whole = ids((await all(filter)).rows);
      for (const offset of [1, 10, whole.length - 3, whole.length, whole.length + 1]) {
        const page = await console().ask('persons.list', { ...filter, limit: 5, offset });
        expect(ids(page.rows)).toEqual(whole.slice(offset, offset + 5));
        expect(page.total).toBe(whole.length > MANY / 4 ? null : whole.length);
      }
    }
  });

  it('is not entered where persons are compared', async () => {
    await expect(console().ask('persons.list', { duplicates: true, offset: 1 })).rejects.toMatchObject({
      error: { code: 'offset-uncounted', kind: 'wrong-use' },
    });
  });

  it('fills a page where those who match are far from its beginning, and ends it early where persons are compared', async () => {
    const filter = { employer: 'acme', componentType: 'Employment', status: ['archived'] } satisfies Filter;
    expect(await console().ask('persons.list', filter)).toMatchObject({ rows: [], next: null });
    const { rows, sizes } = await all({ duplicates: true }, 2);
    expect(rows).toHaveLength(4);
    expect(sizes.length).toBeGreaterThan(5);
  });
});

const asked = fc.record({
  sort: fc.constantFrom(...personSortSchema.options),
  descending: fc.boolean(),
  status: fc.option(
    fc.constantFrom(['active' as const], ['suspended' as const], ['active', 'suspended'] as const),
    {
      nil: undefined,
    },
  ),
  componentType: fc.option(fc.constantFrom('Tag', 'Employment'), { nil: undefined }),
  employer: fc.option(fc.constantFrom('a', 'acme', 'ång'), { nil: undefined }),
  limit: fc.constantFrom(7, 100, 1000),
});

function companyOf(number: number): string {
  if (number % 2 !== 0) return '';
  return number % 200 === 0 ? 'ang' : 'acme';
}

function hasComponent(number: number, type: string): boolean {
  return type === 'Tag' ? number >= MANY - FEW && number < MANY : companyOf(number) !== '';
}

function isSuch(row: PersonRow, { status, componentType, employer }: Filter): boolean {
  const number = numberOf(row.personId);
  const company = companyOf(number);
  const fits = [
    status === undefined || status.includes(row.status),
    componentType === undefined || hasComponent(number, componentType),
    employer === undefined || (company !== '' && company.startsWith(employer.replace('å', 'a'))),
  ];
  return fits.every(Boolean);
}

describe('filters together', () => {
  test.prop([asked], { numRuns: 25 })(
    'show everybody who matches once, page by page, in order, and nobody else',
    async ({ limit, ...given }) => {
      const filter = Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      ) as Filter;
      const { sort, descending } = given;
      const everybody = await all({ sort, descending });
      const wanted = everybody.rows.filter((row) => isSuch(row, filter));
      const { rows, sizes } = await all(filter, limit);
      expect(ids(rows)).toEqual(ids(wanted));
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(limit);
    },
  );

  it('narrow a search as they narrow the list', async () => {
    const found = await console().ask('persons.search', { text: 'ada', componentType: 'Tag', limit: 1000 });
    expect(found.rows).toHaveLength(FEW);
    const pairs = await allPages((after) =>
      console().ask('persons.search', {
        text: 'n20',
        duplicates: true,
        limit: 1,
        ...(after === undefined ? {} : { after }),
      }),
    );
    expect(ids(pairs.rows).toSorted()).toEqual([20, 22]);
  });
});

describe('while persons change', () => {
  it('nobody who matched all the time is missed or shown twice', async () => {
    const own = openTestConsole();
    await own.submitAll(numbers(60).map((number) => createPerson(number, `Ada N${number}`)));
    await own.submitAll(numbers(60).map((number) => addComponent(number, 'Tag', { name: 'vip' })));
    let round = 0;
    const { rows } = await allPages(async (after) => {
      round += 1;
      const moving = numbers(5, round * 5);
      await own.submitAll(moving.map((number) => rename(number, `Zoe Z${number}`)));
      return own.ask('persons.list', {
        componentType: 'Tag',
        limit: 10,
        ...(after === undefined ? {} : { after }),
      });
    });
    const still = numbers(60).filter((number) => number < 5 || number >= round * 5 + 5);
    const seen = ids(rows);
    for (const number of still) expect(seen.filter((each) => each === number)).toHaveLength(1);
  });

  it('what is not a time, a type or a name is refused before it is looked for', async () => {
    const asking = (filter: object) => () => console().ask('persons.list', filter);
    await expect(asking({ changedSince: 'yesterday' })()).rejects.toThrow();
    await expect(asking({ employer: '  ' })()).rejects.toThrow();
    await expect(asking({ duplicates: false })()).rejects.toThrow();
  });
});
