import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { personSortSchema } from '../../../../domain/contract/procedures.ts';
import type { PersonRow } from '../../../../domain/contract/views.ts';
import { allPages, type TestConsole } from '../../../testing/test-console.ts';
import { createPerson, personIdOf, rename, submission } from '../../../testing/submissions.ts';
import { sharedConsole } from '../../../testing/shared-console.ts';
import { testClock } from '../../../testing/test-clock.ts';
import { encodeCursor } from './cursor.ts';

const PERSONS = 45;
// Few names and few instants, so that many rows agree in what they are sorted by.
const names = ['Ada Lovelace', 'ada lovelace', 'Grace Hopper', 'Åsa Öberg', 'Zoë Zeta', '李 明'];
const clock = testClock();

async function fill(console: TestConsole): Promise<void> {
  const numbers = Array.from({ length: PERSONS }, (_, index) => index + 1);
  for (const number of numbers) {
    if (number % 7 === 0) clock.advance(1000);
    await console.submit(createPerson(number, names[number % names.length]));
  }
  const reason = 'Because';
  const personId = (number: number) => ({ personId: personIdOf(number), reason });
  const changes = numbers.flatMap((number) => {
    if (number % 9 === 0) return [submission('DeactivatePerson', personId(number))];
    if (number % 10 === 0) return [submission('ArchivePerson', personId(number))];
    return number % 4 === 0 ? [rename(number, 'Emmy Noether')] : [];
  });
  clock.advance(5000);
  await console.submitAll(changes);
  await console.submit(submission('RecordDeath', { personId: personIdOf(1), dateOfDeath: '1852-11-27' }));
  await console.submit(
    submission('MergePersons', {
      personId: personIdOf(2),
      targetId: personIdOf(3),
      reason: 'DuplicateIdentity',
    }),
  );
}

const console = sharedConsole(fill, { clock });

const statuses = ['active', 'suspended', 'archived', 'deceased', 'merged'] as const;
const sorts = { name: 'displayName', updated: 'updatedAt', created: 'createdAt' } as const;

const asked = fc.record({
  sort: fc.constantFrom(...personSortSchema.options),
  descending: fc.boolean(),
  status: fc.option(fc.subarray([...statuses], { minLength: 1 }), { nil: undefined }),
  limit: fc.integer({ min: 1, max: 50 }),
});

function ids(rows: readonly PersonRow[]): readonly string[] {
  return rows.map(({ personId }) => personId);
}

describe('the persons list', () => {
  test.prop([asked], { numRuns: 60 })(
    'shows everybody once, page by page, under every order, direction and filter',
    async ({ status, ...rest }) => {
      const input = { ...rest, ...(status === undefined ? {} : { status }) };
      const all = await console().ask('persons.list', { limit: 1000 });
      const wanted = all.rows.filter((row) => status === undefined || status.includes(row.status));

      const { rows, sizes } = await allPages((after) =>
        console().ask('persons.list', after === undefined ? input : { ...input, after }),
      );

      expect([...ids(rows)].sort()).toEqual([...ids(wanted)].sort());
      expect(sizes.slice(0, -1).every((size) => size === rest.limit)).toBe(true);
      const whole = await console().ask('persons.list', { ...input, limit: 1000 });
      expect(ids(rows)).toEqual(ids(whole.rows));
      expect(whole.total).toBe(wanted.length);
    },
  );

  test.prop([asked, fc.integer({ min: 0, max: PERSONS + 5 })], { numRuns: 60 })(
    'is entered anywhere, under every order, direction and filter, and goes on from there',
    async ({ status, limit, ...rest }, offset) => {
      const input = { ...rest, ...(status === undefined ? {} : { status }) };
      const all = await console().ask('persons.list', { ...input, limit: 1000 });

      const page = await console().ask('persons.list', { ...input, limit, offset });

      expect(ids(page.rows)).toEqual(ids(all.rows.slice(offset, offset + limit)));
      expect(page.total).toBe(all.rows.length);
      expect(page.next === null).toBe(offset + limit >= all.rows.length);
      if (page.next === null) return;
      const following = await console().ask('persons.list', { ...input, limit, after: page.next });
      expect(ids(following.rows)).toEqual(ids(all.rows.slice(offset + limit, offset + 2 * limit)));
    },
  );

  test.prop([fc.constantFrom('name' as const, 'updated' as const, 'created' as const)], { numRuns: 20 })(
    'is sorted by what was asked for; the other way round is its mirror',
    async (sort) => {
      const up = await console().ask('persons.list', { sort, limit: 1000 });
      const down = await console().ask('persons.list', { sort, descending: true, limit: 1000 });

      expect(ids(down.rows)).toEqual([...ids(up.rows)].reverse());
      if (sort === 'name') return;
      const values = up.rows.map((row) => row[sorts[sort]]);
      expect(values).toEqual([...values].sort());
    },
  );

  it('sorts names as a register does: by folded family name, then by given name', async () => {
    const { rows } = await console().ask('persons.list', { limit: 1000 });
    const order = [...new Set(rows.map(({ displayName }) => displayName.toLowerCase()))];
    expect(order).toEqual(['grace hopper', 'ada lovelace', 'emmy noether', 'åsa öberg', 'zoë zeta', '李明']);
  });

  it('counts once, on the first page, and says how far the view has come', async () => {
    const first = await console().ask('persons.list', { limit: 10 });
    const second = await console().ask('persons.list', { limit: 10, after: first.next ?? '' });
    const { head } = await console().ask('log.page');

    expect([first.total, second.total]).toEqual([PERSONS, null]);
    expect([first.position, second.position]).toEqual([head, head]);
  });

  it('shows what a row is about', async () => {
    const { rows } = await console().ask('persons.list', { status: ['merged', 'deceased'] });
    expect(rows).toEqual([
      expect.objectContaining({
        personId: personIdOf(2),
        status: 'merged',
        redirectTo: personIdOf(3),
        version: 2,
      }),
      expect.objectContaining({
        personId: personIdOf(1),
        status: 'deceased',
        redirectTo: null,
        componentCount: 0,
      }),
    ]);
    expect(Object.keys(rows[0] ?? {})).not.toContain('key');
  });

  it('counts persons by state', async () => {
    const { persons, components } = await console().ask('persons.counts', {});
    expect(persons).toEqual({ active: 34, suspended: 5, archived: 4, deceased: 1, merged: 1 });
    expect(components).toEqual({});
  });
});

describe('a page mark', () => {
  it.each([
    ['of no sense', 'nonsense'],
    ['of other JSON', Buffer.from('{"a":1}').toString('base64url')],
    ['that is cut', encodeCursor([0, 'lovelace', 3]).slice(0, -3)],
    ['with too few values', encodeCursor([0, 'lovelace'])],
    ['with values of other types', encodeCursor([0, 3, 'lovelace'])],
    ['with half a number', encodeCursor([0, 'lovelace', 1.5])],
    ['that is empty', ''],
  ])('%s is refused', async (_, after) => {
    await expect(console().ask('persons.list', { after })).rejects.toMatchObject({
      error: { code: 'cursor-invalid', kind: 'wrong-use' },
    });
  });

  test.prop([fc.string({ maxLength: 60 })])(
    'that nobody handed out is refused or a place in the list, never a fault',
    async (after) => {
      const asking = ['persons.list', 'persons.duplicates'] as const;
      for (const name of asking) {
        const answer = await console()
          .ask(name, { after })
          .catch((error: unknown) => error);
        expect(answer).toSatisfy((found: object) => 'next' in found || 'error' in found);
      }
    },
  );
});
