import { describe, expect, it } from 'vitest';
import type { EventRow } from '../../../../domain/contract/views.ts';
import { createReader } from '../../../boot/compose.ts';
import { addEmail, createPerson, personIdOf, rename, submission } from '../../../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../../../testing/test-console.ts';
import { sharedConsole } from '../../../testing/shared-console.ts';
import { testClock } from '../../../testing/test-clock.ts';

const clock = testClock('2024-06-01T12:00:00.000Z');
const names = ['Ada Byron', 'Ada King', 'Ada Lovelace', 'Augusta Ada King'];

/** Ada's events and Grace's by turns, a minute between each pair: positions 1 3 5 7 are Ada's. */
async function fill(console: TestConsole): Promise<void> {
  for (const [index, name] of names.entries()) {
    await console.submit(index === 0 ? createPerson(1, name) : rename(1, name));
    await console.submit(
      index === 0 ? createPerson(2, 'Grace Hopper') : addEmail(2, `grace${index}@example.com`),
    );
    clock.advance(60_000);
  }
  const reason = 'DuplicateIdentity';
  await console.submitAll([createPerson(3), createPerson(4), createPerson(5)]);
  const merge = (from: number, to: number) =>
    submission('MergePersons', { personId: personIdOf(from), targetId: personIdOf(to), reason });
  await console.submit(merge(3, 4));
  await console.submit(merge(4, 5));
}

const console = sharedConsole(fill, { clock });

const positions = (rows: readonly EventRow[]) => rows.map(({ position }) => position);

describe('a person’s timeline', () => {
  it('tells what happened, newest first, and only to that person', async () => {
    const { rows, next, head } = await console().ask('persons.timeline', { personId: personIdOf(1) });
    expect(positions(rows)).toEqual([7, 5, 3, 1]);
    expect(rows.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    expect([next, head]).toEqual([null, 13]);
    expect(rows[3]).toMatchObject({
      type: 'PersonCreated',
      streamId: `person-${personIdOf(1)}`,
      known: true,
      status: 'pending',
      redacted: false,
      actor: 'user:grace',
      recordedAt: '2024-06-01T12:00:00.000Z',
    });
    expect(JSON.parse(rows[3]?.data ?? '')).toMatchObject({ name: { givenNames: ['Ada'] } });
  });

  it('comes page by page, each event once', async () => {
    const pages: number[][] = [];
    for (let before: number | null | undefined; before !== null; ) {
      const input = { personId: personIdOf(1), limit: 3, ...(before === undefined ? {} : { before }) };
      const page = await console().ask('persons.timeline', input);
      pages.push(positions(page.rows));
      before = page.next;
    }
    expect(pages).toEqual([[7, 5, 3], [1]]);
  });

  it('of nobody is none', async () => {
    await expect(console().ask('persons.timeline', { personId: personIdOf(99) })).rejects.toMatchObject({
      error: { code: 'person-missing', kind: 'rejected' },
    });
  });

  it('shows nothing of others under a position that is another’s', async () => {
    expect((await console().ask('persons.timeline', { personId: personIdOf(1), before: 4 })).rows).toEqual(
      [],
    );
  });
});

describe('the log', () => {
  it('is read downwards from its end, page by page, to its beginning', async () => {
    const first = await console().ask('log.page', { limit: 5 });
    const second = await console().ask('log.page', { limit: 5, before: first.next ?? 0 });
    const third = await console().ask('log.page', { limit: 5, before: second.next ?? 0 });
    expect([first, second, third].map(({ rows }) => positions(rows))).toEqual([
      [13, 12, 11, 10, 9],
      [8, 7, 6, 5, 4],
      [3, 2, 1],
    ]);
    expect([third.next, third.head]).toEqual([null, 13]);
  });

  it('is read upwards from a position, page by page, to its end', async () => {
    const first = await console().ask('log.page', { limit: 7, after: 0 });
    const second = await console().ask('log.page', { limit: 7, after: first.next ?? 0 });
    expect([first, second].map(({ rows }) => positions(rows))).toEqual([
      [1, 2, 3, 4, 5, 6, 7],
      [8, 9, 10, 11, 12, 13],
    ]);
    expect(second.next).toBeNull();
  });

  it('is over behind its end', async () => {
    expect(await console().ask('log.page', { after: 13 })).toMatchObject({ rows: [], next: null, head: 13 });
  });

  it('is read between two positions, where both are given', async () => {
    const between = await console().ask('log.page', { after: 3, before: 7 });
    expect([positions(between.rows), between.next]).toEqual([[4, 5, 6], null]);
    const first = await console().ask('log.page', { after: 3, before: 7, limit: 2 });
    expect([positions(first.rows), first.next]).toEqual([[4, 5], 5]);
  });

  it('shows one stream alone, where that is asked for', async () => {
    const { rows } = await console().ask('log.page', { streamId: `person-${personIdOf(2)}`, limit: 2 });
    expect(positions(rows)).toEqual([8, 6]);
    expect(await console().ask('log.page', { streamId: 'nothing' })).toMatchObject({ rows: [], next: null });
  });
});

async function nameAsOf(asOf: { version: number } | { time: string }): Promise<string> {
  return (await console().ask('persons.get', { personId: personIdOf(1), asOf })).displayName;
}

describe('a person as of', () => {
  it.each([
    [1, 'Ada Byron'],
    [2, 'Ada King'],
    [4, 'Augusta King'],
  ])('version %i is who they were then', async (version, name) => {
    expect(await nameAsOf({ version })).toBe(name);
  });

  it.each([
    ['2024-06-01T12:00:00.000Z', 'Ada Byron'],
    ['2024-06-01T12:00:59.999Z', 'Ada Byron'],
    ['2024-06-01T12:01:00.000Z', 'Ada King'],
    ['2024-06-01T14:02:30.000+02:00', 'Ada Lovelace'],
    ['2030-01-01T00:00:00.000Z', 'Augusta King'],
  ])('%s is who they were then', async (time, name) => {
    expect(await nameAsOf({ time })).toBe(name);
  });

  it('a time before they were recorded is nobody', async () => {
    await expect(nameAsOf({ time: '2024-06-01T11:59:59.999Z' })).rejects.toMatchObject({
      error: { code: 'person-missing', message: expect.stringContaining('at that time') as string },
    });
  });

  it('a version that there is not yet is nobody: what is now would pass for it', async () => {
    await expect(nameAsOf({ version: 5 })).rejects.toMatchObject({
      error: { code: 'version-missing', details: { version: 5, headVersion: 4 } },
    });
  });

  it('an earlier version says how far the person has come since', async () => {
    const asOf = { version: 2 };
    expect(await console().ask('persons.get', { personId: personIdOf(1), asOf })).toMatchObject({
      version: 2,
      headVersion: 4,
      pendingCommits: 4,
    });
  });
});

describe('a person', () => {
  it('is the whole state, as of now', async () => {
    const found = await console().ask('persons.get', { personId: personIdOf(2) });
    expect(found).toMatchObject({ displayName: 'Grace Hopper', version: 4, headVersion: 4, redirect: null });
    expect(found.person).toMatchObject({ exists: true, lifecycle: { status: 'active' } });
    expect((found.person as { components: unknown }).components).toHaveLength(3);
  });

  it('who was merged leads all the way to who they are now', async () => {
    const { redirect } = await console().ask('persons.get', { personId: personIdOf(3) });
    expect(redirect).toEqual({ personId: personIdOf(5), displayName: 'Ada Lovelace' });
    expect((await console().ask('persons.get', { personId: personIdOf(5) })).redirect).toBeNull();
  });

  it('who is not there is said to be missing', async () => {
    await expect(console().ask('persons.get', { personId: personIdOf(99) })).rejects.toMatchObject({
      error: { code: 'person-missing', kind: 'rejected' },
    });
  });

  it('whom the view has not seen yet is said to be', async () => {
    const opened = console();
    const { store } = opened.engine;
    store.viewsDb.exec(
      'CREATE TEMP TABLE kept AS SELECT * FROM details_1 WHERE key = 2; DELETE FROM details_1 WHERE key = 2',
    );
    const answer = opened.ask('persons.get', { personId: personIdOf(2) });
    await expect(answer).rejects.toMatchObject({
      error: { code: 'person-not-in-views', kind: 'rejected' },
    });
    store.viewsDb.exec('INSERT INTO details_1 SELECT * FROM kept');
  });
});

it('redirects never loop, even where merges meet in a circle', async () => {
  const { store } = console().engine;
  const change = (to: number) =>
    store.viewsDb
      .prepare('UPDATE persons_1 SET redirect_to = ? WHERE person_id = ?')
      .run(personIdOf(to), personIdOf(5));
  change(3);
  expect((await console().ask('persons.get', { personId: personIdOf(3) })).redirect).toMatchObject({
    personId: personIdOf(5),
  });
  change(77);
  expect((await console().ask('persons.get', { personId: personIdOf(3) })).redirect).toMatchObject({
    personId: personIdOf(5),
  });
});

it('a page shows what has become of commits: confirmed, superseded, erased', async () => {
  const opened = openTestConsole();
  await opened.submitAll([createPerson(1), createPerson(2), createPerson(3)]);
  opened.engine.store.logDb.exec(`UPDATE commits SET status = 1 WHERE number = 1;
    UPDATE events SET superseded = 1 WHERE position = 2; UPDATE commits SET status = 2 WHERE number = 2;
    UPDATE events SET redacted = 1, data = NULL, actor = NULL WHERE position = 3`);

  const { rows } = await opened.ask('log.page', { after: 0 });

  expect(rows).toMatchObject([
    { status: 'confirmed', redacted: false },
    { status: 'superseded', redacted: false },
    { status: 'pending', redacted: true, data: '{}', actor: null },
  ]);
});

it('a page with an event whose envelope cannot be read says that the log is damaged', async () => {
  const opened = openTestConsole();
  await opened.submit(createPerson(1));
  opened.engine.store.logDb.exec("UPDATE events SET metadata = '{'");
  await expect(opened.ask('log.page', {})).rejects.toMatchObject({ error: { code: 'database-corrupt' } });
});

it('a reader answers queries only', async () => {
  const { folder } = console();
  const reader = createReader({ dataFolder: folder });
  expect(() => reader.call('views.status', {})).toThrow('No query answers views.status');
  await reader.close();
});
