import { describe, expect, it } from 'vitest';
import {
  personSortSchema,
  type ProcedureInput,
  type ProcedureName,
  procedures,
} from '../../../../domain/contract/procedures.ts';
import { registry } from '../../../../domain/registry.ts';
import { uuidOf } from '../../../../domain/testing/recorded.ts';
import { type Plan, recordPlans } from '../../../testing/query-plans.ts';
import { addEmail, createPerson, personIdOf } from '../../../testing/submissions.ts';
import { sharedConsole } from '../../../testing/shared-console.ts';
import { draftOf, openTestLog } from '../../../testing/test-log.ts';
import { liveThrough } from '../../../testing/varied-history.ts';
import { createEventLog } from '../event-log.ts';
import { openReadable } from '../open-database.ts';
import { encodeCursor } from './cursor.ts';
import { createQueries } from './queries.ts';
import { createQueryContext } from './query-context.ts';
import { inOrder, orderOf } from './sorted-persons.ts';

const console = sharedConsole(async (opened) => {
  await liveThrough(opened);
  // Two that may be one: pairs are looked for among those who share something.
  for (const number of [901, 902])
    await opened.submitAll([createPerson(number), addEmail(number, 'ada@example.com')]);
});

/** What SQLite does for one question, statement by statement. */
function plansOf<N extends ProcedureName>(name: N, input: ProcedureInput<N>): readonly Plan[] {
  const { folder } = console().engine.store;
  const [log, views] = [openReadable({ file: folder.log }), openReadable({ file: folder.views })];
  const recorders = [recordPlans(log), recordPlans(views)];
  const run = createQueries(createQueryContext(log, views), registry, () => ({ exists: false }));
  try {
    run(name, procedures[name].input.parse(input));
  } catch (error) {
    // A person as of a time is not folded here.
    if (name !== 'persons.get') throw error;
  }
  const plans = recorders.flatMap(({ plans: recorded }) => recorded());
  log.close();
  views.close();
  return plans;
}

// Walks over what a statement has made itself, along a person's chain, or over the hits of a full-text search: once,
// from end to end. A hit that is looked up by its row (`0:=M`) costs as much as the whole search. `1:` is a list that was
// bound as JSON.
const OWN_ROWS = /^SCAN (?:\(subquery-\d+\)|m|r|chain|CONSTANT ROW|\w+ VIRTUAL TABLE INDEX (?:0:M\d*|1:))$/;

/** Steps that read a whole table, or a whole index of one. */
function wholeTables(plans: readonly Plan[]): readonly string[] {
  return plans.flatMap(({ steps }) =>
    steps.filter((step) => step.startsWith('SCAN') && !OWN_ROWS.test(step)),
  );
}

/** Sorts of more than the few rows that a statement has already picked out. */
function tableSorts(plans: readonly Plan[]): readonly string[] {
  return plans.flatMap(({ steps }) =>
    steps.filter(
      (step, index) => step.startsWith('USE TEMP B-TREE') && !OWN_ROWS.test(steps[index - 1] ?? ''),
    ),
  );
}

const texts = encodeCursor([0, 'lovelace', 1]);
const nothing = encodeCursor([1, '', 1]);
const sorts = personSortSchema.options;
const sortColumns = {
  ...{ name: 'sort_key', status: 'sort_key', updated: 'updated_at', created: 'created_at' },
  ...{ email: 'email_key', phone: 'phone_key', work: 'work_key', location: 'location_key' },
};
const filters = [undefined, ['active'], ['active', 'suspended']] as const;
const lists = sorts.flatMap((sort) =>
  filters.flatMap((status) =>
    [{}, { after: texts }, { offset: 1 }, { offset: 1000 }].flatMap((from) =>
      [false, true].map((descending) => ({
        sort,
        descending,
        ...(status === undefined ? {} : { status: [...status] }),
        ...from,
      })),
    ),
  ),
);

/** The total of the first page: entries of an index are counted, rows are not read. */
const COUNT = /^SELECT count\(\*\)/;

describe('the persons list', () => {
  it.each(lists)('reads its page from an index that is in order: %j', (input) => {
    const plans = plansOf('persons.list', input).filter(({ sql }) => !COUNT.test(sql));

    expect(plans.length).toBeGreaterThan(0);
    expect(wholeTables(plans)).toEqual([]);
    expect(tableSorts(plans)).toEqual([]);
    const searches = plans.flatMap(({ steps }) => steps.filter((step) => step.startsWith('SEARCH persons')));
    const index = input.sort === 'status' ? 'name' : input.sort;
    for (const step of searches) expect(step).toContain(`USING COVERING INDEX persons_1_${index} (status=?`);
  });

  it.each(sorts.flatMap((sort) => [false, true].map((descending) => [sort, descending] as const)))(
    'goes on in it from the row before, by %s, descending: %s',
    (sort, descending) => {
      const page = (after: string) =>
        plansOf('persons.list', { sort, descending, status: ['active'], after }).flatMap(
          ({ steps }) => steps,
        );
      const active = sort === 'status' && descending ? encodeCursor([4, 'lovelace', 1]) : texts;
      const steps = page(active).filter((step) => step.startsWith('SEARCH persons'));
      const [column, beyond] = [sortColumns[sort], descending ? '<' : '>'];
      // First those that are equal to it, by their keys: not from the beginning of them.
      expect(steps[0]).toContain(`(status=? AND ${column}=? AND key${beyond}?)`);
      expect(steps[1]).toContain(`(status=? AND ${column}${beyond}?)`);
    },
  );

  it.each(['email', 'phone', 'work', 'location'] as const)(
    'goes on among those without it, by %s',
    (sort) => {
      const plans = plansOf('persons.list', { sort, status: ['active'], after: nothing });
      expect(tableSorts(plans)).toEqual([]);
      const steps = plans.flatMap((plan) => plan.steps).filter((step) => step.startsWith('SEARCH persons'));
      expect(steps).toHaveLength(1);
      expect(steps[0]).toContain(`(status=? AND ${sortColumns[sort]}=? AND key>?)`);
    },
  );

  it.each([
    [{ sort: 'work' }, texts, 'work_key=? AND key>?'],
    [{ sort: 'work' }, nothing, 'work_key=? AND key>?'],
    [{ sort: 'work', descending: true }, texts, 'work_key=? AND key<?'],
    [{ sort: 'updated' }, texts, 'updated_at=? AND key>?'],
  ] as const)('goes on as well where every row is looked at: %j, %s', (order, after, bounds) => {
    const plans = plansOf('persons.list', { ...order, after, status: ['active'], duplicates: true });
    const walks = plans.filter(({ sql }) => sql.includes('ORDER BY value'));
    expect(walks.length).toBeGreaterThan(0);
    expect(walks[0]?.steps).toContainEqual(expect.stringContaining(`(status=? AND ${bounds})`));
  });

  it.each([
    [false, 'updated_at>?'],
    [true, 'updated_at>? AND updated_at<?'],
  ])(
    'is bounded by the row before, and by a time where that is ahead; descending: %s',
    (descending, bound) => {
      const views = openReadable({ file: console().engine.store.folder.views });
      const { plans } = recordPlans(views);
      const order = orderOf(
        procedures['persons.list'].input.parse({
          ...{ sort: 'updated', descending, status: ['active'] },
          ...{ after: encodeCursor([0, '2026', 1]), changedSince: '2020-01-01T00:00:00Z' },
        }),
      );
      for (const run of order.runs) views.prepare(inOrder('persons_1', order, run, { limit: 1 }).sql);
      const steps = plans().flatMap((plan) => plan.steps);
      views.close();
      expect(order.runs.at(-1)?.parts.flatMap(({ parameters }) => parameters)).toEqual(
        descending ? ['active', '2026', '2020-01-01T00:00:00.000Z'] : ['active', '2026'],
      );
      expect(steps).toContainEqual(expect.stringContaining(`(status=? AND ${bound})`));
    },
  );

  it('counts nothing to enter the list where its first rows reach', () => {
    const counts = (sort: 'email' | 'work', offset: number) =>
      plansOf('persons.list', { sort, status: ['active'], limit: 1, offset }).filter(({ sql }) =>
        sql.includes('(SELECT count(*)'),
      );
    // Four of them have an address, and one of them has work.
    expect([counts('email', 1), counts('email', 2), counts('work', 0)]).toEqual([[], [], []]);
    expect(counts('work', 1)).toHaveLength(1);
  });
});

const questions: readonly (readonly [ProcedureName, ProcedureInput<ProcedureName>])[] = [
  ['persons.get', { personId: personIdOf(4) }],
  ['persons.get', { personId: personIdOf(4), asOf: { time: '2030-01-01T00:00:00Z' } }],
  ['persons.get', { personId: personIdOf(4), asOf: { version: 1 } }],
  ['persons.timeline', { personId: personIdOf(1) }],
  ['persons.timeline', { personId: personIdOf(1), before: 12 }],
  ['persons.components', { componentType: 'Tag' }],
  ['persons.components', { componentType: 'Tag', after: encodeCursor(['pioneer', 1, 'x']) }],
  ['persons.duplicates', { personId: personIdOf(1) }],
  ['persons.relatedTo', { to: { kind: 'person', personId: personIdOf(1) } }],
  ['persons.relatedTo', { to: { kind: 'location', name: 'London' }, after: encodeCursor([3, 'x']) }],
  ['persons.search', { text: 'ada love' }],
  ['persons.search', { text: 'ada', status: ['active'] }],
  ['persons.search', { text: 'ada', employer: 'acme', componentType: 'Tag' }],
  ['persons.list', { componentType: 'Tag' }],
  [
    'persons.list',
    { employer: 'acme', sort: 'updated', status: ['active'], after: encodeCursor([0, '2026', 1]) },
  ],
  ['persons.list', { changedSince: '2026-01-01T00:00:00Z', descending: true }],
  ['persons.list', { changedSince: '2026-01-01T00:00:00Z', sort: 'updated', employer: 'a' }],
  ['persons.list', { duplicates: true }],
  ['persons.total', {}],
  ['persons.total', { employer: 'acme' }],
  ['persons.total', { employer: 'acme', componentType: 'Tag', status: ['active'] }],
  ['persons.total', { changedSince: '2026-01-01T00:00:00Z', status: ['active'] }],
  ['log.page', {}],
  ['log.page', { before: 20 }],
  ['log.page', { after: 3 }],
  ['log.page', { streamId: `person-${personIdOf(1)}` }],
  ['log.page', { streamId: `person-${personIdOf(1)}`, after: 0, types: ['NameUpdated'] }],
  ['log.page', { types: ['NameUpdated'], actor: 'user:grace', origin: uuidOf(0, 1) }],
  ['log.page', { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z', limit: 2 }],
  ['log.page', { correlationId: uuidOf(0, 1), causationId: uuidOf(0, 2) }],
  ['log.page', { eventId: uuidOf(0, 1) }],
  ['log.page', { commandId: uuidOf(0, 1) }],
  ['log.event', { position: 5 }],
  ['log.position', { time: '2020-01-01T00:00:00Z' }],
];

describe('no question reads a whole table:', () => {
  it.each(questions)('%s %j', (name, input) => {
    const plans = plansOf(name, input);
    expect(plans.length).toBeGreaterThan(0);
    expect(wholeTables(plans)).toEqual([]);
  });

  it.each([
    ['persons.components', { componentType: 'Tag', after: encodeCursor(['pioneer', 1, 'x']) }],
    ['persons.relatedTo', { to: { kind: 'organization', name: 'Acme' } }],
    ['persons.relatedTo', { to: { kind: 'location', name: 'London' }, after: encodeCursor([3, 'x']) }],
    ['log.page', { after: 3 }],
    ['log.page', {}],
  ] as const)('nor sorts one: %s %j', (name, input) => {
    expect(tableSorts(plansOf(name, input))).toEqual([]);
  });

  it.each([
    ['persons.list', { componentType: 'Tag', changedSince: '2026-01-01T00:00:00Z' }],
    ['persons.list', { componentType: 'Tag', sort: 'updated' }],
    ['persons.search', { text: 'ada', componentType: 'Tag' }],
  ] as const)('whether somebody has a component is looked up among their own: %s %j', (name, input) => {
    const steps = plansOf(name, input).flatMap((plan) => plan.steps);
    const own = steps.filter((step) => step.startsWith('SEARCH c '));
    expect(own.length).toBeGreaterThan(0);
    for (const step of own) expect(step).toMatch(/USING PRIMARY KEY \(key=\?\)$/);
  });

  it('pairs of duplicates begin where the page before ended, and find each other by an index', () => {
    const plans = plansOf('persons.duplicates', { after: encodeCursor([3, 0]) });
    const steps = plans.flatMap((plan) => plan.steps);
    expect(wholeTables(plans)).toEqual([]);
    expect(steps).toContain('SEARCH a USING PRIMARY KEY (key>?)');
    expect(steps).toContain('SEARCH a USING PRIMARY KEY (key=?)');
    // Those who share a value are counted as they come, and no further than it matters.
    expect(steps).toEqual(expect.arrayContaining([expect.stringMatching(/^SCAN \(subquery-\d+\)$/)]));
  });
});

describe('the writer', () => {
  it('looks everything up by a key: head, command, names, events of a stream', () => {
    const { db, clock } = openTestLog();
    const recorder = recordPlans(db);
    const log = createEventLog({ db, file: ':memory:', clock, origin: uuidOf(0, 1) });
    // What is counted once, when the log is opened.
    recorder.forget();
    const reopened = createEventLog({ db, file: ':memory:', clock, origin: uuidOf(0, 1) });
    const { head } = reopened.group(() => reopened.append(draftOf(1, 'person-ada')));
    log.streamHead('person-ada');
    log.readStream('person-ada', head);
    log.findCommand(uuidOf(0xc, 1));
    log.scan(0, 10);
    log.touched(0, 10);

    const hot = recorder
      .plans()
      .filter(({ sql }) => !/max\(position\)|count\(\*\) FROM outbox|ORDER BY number DESC/.test(sql))
      // At most ten thousand, and looked through when the broker has lost something, or there are too many.
      .filter(({ sql }) => !/FROM odd_messages/.test(sql));

    expect(hot.length).toBeGreaterThan(8);
    expect(wholeTables(hot)).toEqual([]);
    expect(tableSorts(hot)).toEqual([]);
  });
});
