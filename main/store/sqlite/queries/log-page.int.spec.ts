import { describe, expect, it } from 'vitest';
import type { ProcedureInput } from '../../../../domain/contract/procedures.ts';
import type { LogRow } from '../../../../domain/contract/views.ts';
import { uuidOf } from '../../../../domain/testing/recorded.ts';
import { sharedConsole } from '../../../testing/shared-console.ts';
import {
  addEmail,
  commandIdOf,
  createPerson,
  personIdOf,
  rename,
  submission,
} from '../../../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../../../testing/test-console.ts';
import { testClock } from '../../../testing/test-clock.ts';

type Input = ProcedureInput<'log.page'>;

const clock = testClock('2024-06-01T12:00:00.000Z');
const [CHAIN, NOBODY] = [uuidOf(0xc, 900), uuidOf(0xc, 999)];
const stream = (number: number): string => `person-${personIdOf(number)}`;

/** Ada's events stand at 1 3 5 7 9 and Grace's at 2 4 6 8 10, a minute between each pair; 11 is caused by 10. */
async function fill(console: TestConsole): Promise<void> {
  await console.submit(createPerson(1, 'Ada Byron', { commandId: commandIdOf(1) }));
  await console.submit(createPerson(2, 'Grace Hopper', { correlationId: CHAIN }));
  for (let round = 1; round <= 4; round += 1) {
    clock.advance(60_000);
    await console.submit(rename(1, `Ada Name${round}`));
    await console.submit(addEmail(2, `grace${round}@example.com`, { correlationId: CHAIN }));
  }
  await console.ask('operator.set', { name: 'Rear Admiral: 海軍' });
  clock.advance(60_000);
  const [last] = (await console.ask('log.page', { before: 11, limit: 1 })).rows;
  const caused = { causationId: last?.eventId ?? '', correlationId: CHAIN };
  await console.submit(createPerson(3, 'Barbara Liskov', caused));
}

const console = sharedConsole(fill, { clock });
const positions = (rows: readonly LogRow[]): number[] => rows.map(({ position }) => position);
const found = async (input: Input): Promise<number[]> =>
  positions((await console().ask('log.page', input)).rows);

/** Page by page to the end, in either direction. */
async function walked(opened: TestConsole, input: Input): Promise<readonly number[][]> {
  const pages: number[][] = [];
  for (let mark: Input = {}; ; ) {
    const { rows, next } = await opened.ask('log.page', { ...input, ...mark });
    pages.push(positions(rows));
    if (next === null) return pages;
    mark = input.after === undefined ? { before: next } : { after: next };
  }
}

describe('a filter of the log finds', () => {
  const cases: readonly (readonly [string, () => Input, number[]])[] = [
    ['types', () => ({ types: ['PersonCreated'] }), [11, 2, 1]],
    [
      'several types',
      () => ({ types: ['PersonCreated', 'NameUpdated', 'Nonsense'] }),
      [11, 9, 7, 5, 3, 2, 1],
    ],
    ['a stream', () => ({ streamId: stream(2) }), [10, 8, 6, 4, 2]],
    ['an actor', () => ({ actor: 'user:Rear Admiral: 海軍' }), [11]],
    ['a correlation', () => ({ correlationId: CHAIN }), [11, 10, 8, 6, 4, 2]],
    ['a command’s own correlation', () => ({ correlationId: commandIdOf(1) }), [1]],
    ['a command', () => ({ commandId: commandIdOf(1) }), [1]],
    ['from a time on', () => ({ from: '2024-06-01T12:03:00.000Z' }), [11, 10, 9, 8, 7]],
    ['up to a time', () => ({ to: '2024-06-01T12:01:00.000Z' }), [2, 1]],
    [
      'a time in another zone',
      () => ({ from: '2024-06-01T14:01:00+02:00', to: '2024-06-01T14:02:00+02:00' }),
      [4, 3],
    ],
    [
      'all of it together',
      () => ({ types: ['ComponentAdded'], correlationId: CHAIN, from: '2024-06-01T12:02:00Z', before: 10 }),
      [8, 6],
    ],
    ['types of a stream', () => ({ streamId: stream(1), types: ['NameUpdated'], before: 8 }), [7, 5, 3]],
  ];

  it.each(cases)('%s, downwards and upwards', async (_what, input, expected) => {
    const asked = input();
    expect(await found(asked)).toEqual(expected);
    expect(await found({ ...asked, after: 0 })).toEqual(expected.toReversed());
  });

  it.each(cases)('%s, one event a page, in both directions', async (_what, input, expected) => {
    const asked = { ...input(), limit: 1 };
    expect((await walked(console(), asked)).flat()).toEqual(expected);
    expect((await walked(console(), { ...asked, after: 0 })).flat()).toEqual(expected.toReversed());
  });

  it('an origin, an event, and what an event led to', async () => {
    const { rows } = await console().ask('log.page', {});
    const [last, cause] = rows;
    expect(await found({ origin: last?.origin ?? '' })).toHaveLength(11);
    expect(await found({ eventId: cause?.eventId ?? '' })).toEqual([10]);
    expect(await found({ causationId: cause?.eventId ?? '' })).toEqual([11]);
    expect(last).toMatchObject({ causationId: cause?.eventId, correlationId: CHAIN });
  });

  it.each([
    ['type', { types: ['Nonsense'] }],
    ['actor', { actor: "user:' OR 1=1 --" }],
    ['origin', { origin: NOBODY }],
    ['correlation', { correlationId: NOBODY }],
    ['causation', { causationId: NOBODY }],
    ['event', { eventId: NOBODY }],
    ['command', { commandId: NOBODY }],
    ['stream', { streamId: stream(77) }],
    ['stream of a hostile name', { streamId: "person-' OR 1=1 --", after: 0 }],
    ['time after the end', { from: '2030-01-01T00:00:00Z' }],
    ['time before the beginning', { to: '2000-01-01T00:00:00Z' }],
    ['time that ends before it begins', { from: '2024-06-01T12:02:00Z', to: '2024-06-01T12:01:00Z' }],
    ['place where nothing can be', { after: 7, before: 8 }],
  ] as const)('nothing, and says so at once, for a %s that does not occur', async (_what, input) => {
    const page = await console().ask('log.page', input as Input);
    expect(page).toMatchObject({ rows: [], next: null, head: 11 });
  });
});

it('a row says where it was made and what its person is called now', async () => {
  const [row] = (await console().ask('log.page', { before: 2 })).rows;
  const { origin } = await console().ask('console.info', {});
  expect(row).toMatchObject({ position: 1, origin, personName: 'Ada Name4', correlationId: commandIdOf(1) });
});

describe('an answer that may look at few events', () => {
  it('says how far it came, and the following one goes on from there', async () => {
    const rare = { types: ['PersonCreated'], scan: 4 };
    const first = await console().ask('log.page', rare);
    expect(positions(first.rows)).toEqual([11]);
    expect(first).toMatchObject({ next: 8, reached: 8, reachedAt: '2024-06-01T12:03:00.000Z' });
    const second = await console().ask('log.page', { ...rare, before: 8 });
    expect(second).toMatchObject({ rows: [], next: 4, reached: 4 });
    const third = await console().ask('log.page', { ...rare, before: 4 });
    expect(positions(third.rows)).toEqual([2, 1]);
    expect(third).toMatchObject({ next: null, reached: 1 });
  });

  it('does so upwards as well, and along a stream', async () => {
    expect(await walked(console(), { types: ['PersonCreated'], scan: 4, after: 0 })).toEqual([
      [1, 2],
      [],
      [11],
    ]);
    expect(await walked(console(), { streamId: stream(1), types: ['PersonCreated'], scan: 2 })).toEqual([
      [],
      [],
      [1],
    ]);
    expect(await walked(console(), { streamId: stream(1), scan: 2, before: 6 })).toEqual([[], [5, 3], [1]]);
  });

  it('looks at one event at least', async () => {
    const pages = await walked(console(), { actor: 'user:grace', scan: 1 });
    expect(pages.flat()).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });
});

it('pages of a log that grows miss nothing and repeat nothing, in both directions', async () => {
  const opened = openTestConsole();
  for (let number = 1; number <= 6; number += 1) await opened.submit(createPerson(number));
  const down = await opened.ask('log.page', { limit: 3 });
  const up = await opened.ask('log.page', { limit: 3, after: 0 });
  await opened.submitAll([createPerson(7), createPerson(8)]);
  const older = await opened.ask('log.page', { limit: 3, before: down.next ?? 0 });
  const newer = await opened.ask('log.page', { after: up.next ?? 0 });
  expect([...positions(down.rows), ...positions(older.rows)]).toEqual([6, 5, 4, 3, 2, 1]);
  expect([...positions(up.rows), ...positions(newer.rows)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(newer).toMatchObject({ next: null, reached: 8, head: 8 });
  expect(positions((await opened.ask('log.page', { after: newer.reached })).rows)).toEqual([]);
});

it('a stream too long to walk is looked for in the log, in its order', async () => {
  const opened = openTestConsole();
  await opened.submitAll([createPerson(1), createPerson(2), rename(1, 'Ada King')]);
  opened.engine.store.logDb.exec('UPDATE streams SET version = 6000 WHERE id = 1');
  expect(await walked(opened, { streamId: stream(1), after: 0, limit: 1 })).toEqual([[1], [3]]);
  expect(await walked(opened, { streamId: stream(1), after: 0, types: ['NameUpdated'] })).toEqual([[3]]);
});

describe('the position of a time', () => {
  it.each([
    ['2000-01-01T00:00:00.000Z', 1],
    ['2024-06-01T12:00:00.000Z', 1],
    ['2024-06-01T12:00:00.001Z', 3],
    ['2024-06-01T14:03:00+02:00', 7],
    ['2024-06-01T12:05:00.000Z', 11],
    ['2024-06-01T12:05:00.001Z', null],
  ])('%s is that of the first event recorded then or later: %s', async (time, position) => {
    expect(await console().ask('log.position', { time })).toEqual({ position, head: 11 });
  });

  it('in an empty log is none', async () => {
    const time = '2024-06-01T12:00:00Z';
    expect(await openTestConsole().ask('log.position', { time })).toEqual({ position: null, head: 0 });
  });
});

describe('an event', () => {
  it('leads to those around it in its stream, to its cause and to its effects', async () => {
    const { event, previous, following, causes, effects } = await console().ask('log.event', {
      position: 10,
    });
    expect([event, previous, following].map((row) => row?.position)).toEqual([10, 8, undefined]);
    expect([positions(causes), positions(effects)]).toEqual([[], [11]]);
    const effect = await console().ask('log.event', { position: 11 });
    expect(positions(effect.causes)).toEqual([10]);
    expect(effect).toMatchObject({ previous: null, following: null, searchedTo: 11, streamVersion: 1 });
    expect((await console().ask('log.event', { position: 1 })).following?.position).toBe(3);
  });

  it('leads to the rest of its commit, and to the events of the command that caused it', async () => {
    const opened = openTestConsole();
    const commandId = commandIdOf(5);
    await opened.submitAll([createPerson(1), createPerson(2)]);
    const reason = 'DuplicateIdentity';
    const merge = { personId: personIdOf(1), targetId: personIdOf(2), reason };
    await opened.submit(submission('MergePersons', merge, { commandId }));
    await opened.submit(createPerson(3, 'Ada King', { causationId: commandId }));
    const { rows } = await opened.ask('log.page', { commandId });
    const { commit } = await opened.ask('log.event', { position: rows[0]?.position ?? 0 });
    expect(positions(commit)).toEqual(positions(rows).slice(1).toReversed());
    const { head } = await opened.ask('log.page', {});
    const { causes, event } = await opened.ask('log.event', { position: head });
    expect(event.causationId).toBe(commandId);
    expect(positions(causes)).toEqual(positions(rows).toReversed());
  });

  it('whose cause is nowhere in the log has none to lead to', async () => {
    const opened = openTestConsole();
    await opened.submit(createPerson(1, 'Ada King', { causationId: NOBODY }));
    expect(await opened.ask('log.event', { position: 1 })).toMatchObject({ causes: [], commit: [] });
  });

  it('that is not there is said to be missing', async () => {
    await expect(console().ask('log.event', { position: 12 })).rejects.toMatchObject({
      error: { code: 'event-missing', kind: 'rejected' },
    });
  });
});

it('the names of the log are told apart: types, actors, origins', async () => {
  const { origin } = await console().ask('console.info', {});
  expect(await console().ask('log.names')).toEqual({
    types: ['ComponentAdded', 'NameUpdated', 'PersonCreated'],
    actors: ['user:Rear Admiral: 海軍', 'user:grace'],
    origins: [origin],
  });
});

it('a stream whose chain is broken says that the log is damaged, in both directions', async () => {
  const opened = openTestConsole();
  await opened.submitAll([createPerson(1), rename(1, 'Ada King'), rename(1, 'Ada Lovelace')]);
  opened.engine.store.logDb.exec('DELETE FROM events WHERE position = 2');
  const damage = { error: { code: 'database-corrupt' } };
  await expect(opened.ask('log.page', { streamId: stream(1) })).rejects.toMatchObject(damage);
  await expect(opened.ask('log.page', { streamId: stream(1), after: 0 })).rejects.toMatchObject(damage);
});
