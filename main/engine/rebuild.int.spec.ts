import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { registry } from '../../domain/registry.ts';
import type { WritableDb } from '../store/sqlite/open-database.ts';
import { personViews } from '../store/sqlite/views/person-views.ts';
import { tamper } from '../testing/tampering.ts';
import { addEmail, createPerson, personIdOf, rename } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';
import { liveThrough } from '../testing/varied-history.ts';
import { viewsWithFailing } from '../testing/failing-view.ts';
import { Rebuild } from './rebuild.ts';

const views = personViews.map(({ name }) => name);

/** All rows of a view, whatever its generation. */
function rowsOf(db: WritableDb, name: string): unknown {
  const view = personViews.find((candidate) => candidate.name === name);
  const generation = db
    .prepare<[string], number>('SELECT generation FROM views WHERE name = ?')
    .pluck()
    .get(name);
  if (name === 'search') {
    db.exec(`CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search_${generation}', 'instance')`);
    const rows = db.prepare('SELECT term, doc, col FROM temp.words ORDER BY term, doc, col').all();
    db.exec('DROP TABLE temp.words');
    return rows;
  }
  return db.prepare(`SELECT * FROM ${view?.tables[0]}_${generation} ORDER BY 1, 2`).all();
}

function allRows({ engine }: TestConsole): unknown {
  engine.engine.catchUp();
  return views.map((view) => rowsOf(engine.store.viewsDb, view));
}

function rowTables({ engine }: TestConsole, base: string): readonly string[] {
  const tables = engine.store.viewsDb.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all();
  return tables.filter((name) => name.startsWith(base));
}

async function rebuildAll(console: TestConsole): Promise<void> {
  for (const view of views) await console.ask('views.rebuild', { view });
}

/** Watches how often the log is read from its beginning. */
function readings({ engine }: TestConsole): { readonly count: () => number } {
  const scan = vi.spyOn(engine.store.log, 'scan');
  return { count: () => scan.mock.calls.filter(([after]) => after === 0).length };
}

async function statusOf(console: TestConsole, name: string) {
  const { views: all } = await console.ask('views.status');
  return all.find(({ view }) => view === name);
}

describe('a rebuilt view', () => {
  it.each(views)('%s has the rows that it had', async (view) => {
    const console = openTestConsole();
    await liveThrough(console);
    const before = allRows(console);

    const answer = await console.ask('views.rebuild', { view });

    expect(answer).toMatchObject({ view, events: 30 });
    expect(allRows(console)).toEqual(before);
  });

  it('takes the place of one that was spoilt, and the tables of the one before are gone', async () => {
    const console = openTestConsole();
    await liveThrough(console);
    const before = allRows(console);
    tamper(console.engine.store.folder.views, 'DELETE FROM persons_1; UPDATE details_1 SET document = 1');

    await rebuildAll(console);

    expect(allRows(console)).toEqual(before);
    const tables = console.engine.store.viewsDb
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all();
    expect(tables.filter((name) => /_1$/.test(name))).toEqual([]);
    expect(await console.ask('persons.list')).toMatchObject({ total: 8 });
  });

  it('can be rebuilt again and again', async () => {
    const console = openTestConsole();
    await liveThrough(console);
    const before = allRows(console);
    await rebuildAll(console);
    await rebuildAll(console);
    expect(allRows(console)).toEqual(before);
    expect(await console.ask('log.verify')).toMatchObject({ ok: true });
  });

  it('shares one reading of the log with all others, where none is named', async () => {
    const console = openTestConsole();
    await liveThrough(console);
    const before = allRows(console);
    tamper(console.engine.store.folder.views, 'DELETE FROM persons_1; UPDATE details_1 SET document = 1');
    const read = readings(console);

    const answer = await console.ask('views.rebuild', {});

    expect(answer).toMatchObject({ view: null, events: 30 });
    expect(read.count()).toBe(1);
    expect(allRows(console)).toEqual(before);
    expect(await console.ask('log.verify')).toMatchObject({ ok: true });
  });

  it('that is under way is not begun again by a rebuild of all', async () => {
    const console = openTestConsole();
    await liveThrough(console);
    const read = readings(console);
    const [one, all] = await Promise.all([
      console.ask('views.rebuild', { view: 'detail' }),
      console.ask('views.rebuild', {}),
    ]);
    expect([one, all]).toMatchObject([
      { view: 'detail', events: 30 },
      { view: null, events: 30 },
    ]);
    expect(read.count()).toBe(2);
    expect(await console.ask('log.verify')).toMatchObject({ ok: true });
  });

  it('of an empty log is empty', async () => {
    const console = openTestConsole();
    expect(await console.ask('views.rebuild', { view: 'summary' })).toMatchObject({ events: 0 });
    expect(await console.ask('persons.list')).toMatchObject({ total: 0 });
  });
});

describe('while a view is being rebuilt', () => {
  it('commands go on, queries are answered from the one in use, and in the end both agree', async () => {
    const console = openTestConsole();
    const many = Array.from({ length: 600 }, (_, index) => createPerson(index + 1, `Ada Number${index}`));
    await console.submitAll(many);
    allRows(console);
    const progress = { isRunning: true };
    const rebuilds = Promise.all(views.map((view) => console.ask('views.rebuild', { view }))).finally(() => {
      progress.isRunning = false;
    });

    let rounds = 0;
    const totals = new Set<number | null>();
    const states = new Set<string | undefined>();
    for (; progress.isRunning; rounds += 1) {
      await console.submitAll([
        rename(1 + rounds, `Grace Round${rounds}`),
        createPerson(1000 + rounds, `New Person${rounds}`),
        addEmail(1, `ada${rounds}@example.com`),
      ]);
      totals.add((await console.ask('persons.list')).total);
      states.add((await statusOf(console, 'search'))?.state);
    }
    await rebuilds;

    expect(rounds).toBeGreaterThan(3);
    expect([...totals]).toEqual(Array.from(totals, (_, index) => 601 + index));
    expect(states).toContain('rebuilding');
    const live = allRows(console);
    await rebuildAll(console);
    expect(allRows(console)).toEqual(live);
    expect(await console.ask('log.verify')).toMatchObject({ ok: true });
  });

  it('its progress is shown: rate and time left', async () => {
    const console = openTestConsole();
    await console.submitAll(Array.from({ length: 1500 }, (_, index) => createPerson(index + 1)));
    allRows(console);
    const rebuild = console.ask('views.rebuild', { view: 'detail' });
    await new Promise(setImmediate);
    const status = await statusOf(console, 'detail');
    await rebuild;

    expect(status).toMatchObject({ state: 'rebuilding', rebuild: { needed: false } });
    expect(status?.rebuild?.eventsPerSecond).toBeGreaterThan(0);
    expect(status?.rebuild?.secondsLeft).not.toBeNull();
    expect(await statusOf(console, 'detail')).toMatchObject({ state: 'current', rebuild: null });
    expect(console.pushes).toContainEqual({ name: 'views.changed', payload: { view: 'detail' } });
  });

  it('once it is done, whoever shows something is told that all of it may be other than before', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1));
    allRows(console);
    const before = console.pushes.length;
    await console.ask('views.rebuild', { view: 'detail' });
    expect(console.pushes.slice(before)).toContainEqual({
      name: 'views.advanced',
      payload: { position: 1, streams: [] },
    });
  });

  it('its share grows from event to event, and from row to row after the last of them', async () => {
    const console = openTestConsole();
    await console.submitAll(Array.from({ length: 1500 }, (_, index) => createPerson(index + 1)));
    allRows(console);
    const shares: number[] = [];
    const progress = { isRunning: true };
    const rebuild = console.ask('views.rebuild', { view: 'detail' }).finally(() => {
      progress.isRunning = false;
    });
    while (progress.isRunning) {
      await new Promise(setImmediate);
      const status = await statusOf(console, 'detail');
      shares.push(status?.rebuild?.share ?? 1);
    }
    await rebuild;

    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(new Set(shares).size).toBeGreaterThan(5);
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  it('commands wait for no more than the last of them, however many come in meanwhile', async () => {
    const console = openTestConsole();
    const many = Array.from({ length: 12_000 }, (_, index) => createPerson(index + 1));
    await console.submitAll(many.splice(0, 6000));
    const { log, views: store } = console.engine.store;
    const readAtOnce = [0];
    const scan = log.scan.bind(log);
    vi.spyOn(log, 'scan').mockImplementation((after, limit) => {
      const events = scan(after, limit);
      readAtOnce.push((readAtOnce.pop() ?? 0) + events.length);
      return events;
    });
    await new Rebuild(['detail'], {
      log,
      registry,
      views: store,
      now: () => performance.now(),
      pause: async () => {
        await console.submitAll(many.splice(0, 256));
        readAtOnce.push(0);
      },
      onProgress: () => {},
      isClosed: () => false,
    }).run();

    expect(Math.max(...readAtOnce)).toBeLessThanOrEqual(1000);
    expect(await console.ask('log.verify')).toMatchObject({ ok: true });
  });

  it('whoever asks for another waits for that one', async () => {
    const console = openTestConsole();
    await liveThrough(console);
    const ask = () => console.ask('views.rebuild', { view: 'detail' });
    const [first, second] = await Promise.all([ask(), ask()]);

    expect(second).toEqual(first);
    expect(rowTables(console, 'details')).toEqual(['details_2']);
  });

  it('and the engine closes: the rebuild ends, and the view in use is as it was', async () => {
    const dataFolder = tempFolder();
    const console = openTestConsole({ dataFolder });
    await liveThrough(console);
    const before = allRows(console);
    const rebuild = console.ask('views.rebuild', { view: 'components' });
    const outcome = expect(rebuild).rejects.toMatchObject({ error: { code: 'rebuild-cancelled' } });

    await console.close();

    await outcome;
    const again = openTestConsole({ dataFolder });
    expect(allRows(again)).toEqual(before);
    expect(await again.ask('log.verify')).toMatchObject({ ok: true });
    await again.close();
  });
});

describe('views that have most of the log before them', () => {
  const PERSONS = 5001;

  async function grownFolder(): Promise<string> {
    const dataFolder = tempFolder();
    const console = openTestConsole({ dataFolder });
    await console.submitAll(Array.from({ length: PERSONS }, (_, index) => createPerson(index + 1)));
    await console.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(dataFolder, `views.db${suffix}`), { force: true });
    return dataFolder;
  }

  const states = async (console: TestConsole) =>
    Object.fromEntries((await console.ask('views.status')).views.map(({ view, state }) => [view, state]));
  const all = (state: string) => Object.fromEntries(views.map((view) => [view, state]));

  it('are rebuilt when the log is opened, all in one go, and commands become visible after it', async () => {
    const console = openTestConsole({ dataFolder: await grownFolder() });
    onTestFinished(console.close);
    expect(await states(console)).toEqual(all('rebuilding'));
    const missing = console.ask('persons.get', { personId: personIdOf(1) });
    await expect(missing).rejects.toMatchObject({ error: { code: 'person-not-in-views' } });
    expect((await statusOf(console, 'detail'))?.rebuild).toMatchObject({ needed: true });

    const { commandId } = await console.submit(createPerson(PERSONS + 1, 'Grace Hopper'));
    expect(console.updatesOf(commandId)).not.toContain('visible');
    await console.engine.viewsAtLeast({ position: PERSONS + 1, views: null });

    expect(await states(console)).toEqual(all('current'));
    expect(console.updatesOf(commandId)).toContain('visible');
    expect(await console.ask('persons.list')).toMatchObject({ total: PERSONS + 1 });
    expect(await console.ask('log.verify')).toMatchObject({ ok: true });
  });

  it('are rebuilt as well where much came at once: step by step it would take many times as long', async () => {
    const console = openTestConsole();
    onTestFinished(console.close);
    const beginnings = readings(console);
    await console.submitAll(Array.from({ length: 2 * PERSONS }, (_, index) => createPerson(index + 1)));
    await console.engine.viewsAtLeast({ position: 2 * PERSONS, views: null });
    expect(beginnings.count()).toBe(1);
    expect(await states(console)).toEqual(all('current'));
    expect(await console.ask('log.verify')).toMatchObject({ ok: true });
  });

  it('one that fails is stopped at its event, and the others are filled all the same', async () => {
    const poison = personIdOf(4000);
    const console = openTestConsole({
      dataFolder: await grownFolder(),
      views: viewsWithFailing('search', ({ personId }) => personId === poison),
    });
    onTestFinished(console.close);

    await vi.waitFor(
      async () => {
        expect(await states(console)).toEqual({ ...all('current'), search: 'stopped' });
      },
      { timeout: 20_000 },
    );

    expect(await statusOf(console, 'search')).toMatchObject({ position: 3999, error: { position: 4000 } });
  });
});

it('a rebuild that fails says so in words, and the view in use is as it was', async () => {
  let broken = false;
  const console = openTestConsole({ views: viewsWithFailing('search', () => broken) });
  await liveThrough(console);
  const before = allRows(console);
  broken = true;

  await expect(console.ask('views.rebuild', { view: 'search' })).rejects.toMatchObject({
    error: {
      code: 'rebuild-failed',
      kind: 'terminal',
      message: expect.stringContaining('cannot show') as string,
    },
  });

  expect(allRows(console)).toEqual(before);
  expect(await statusOf(console, 'search')).toMatchObject({ state: 'current', rebuild: null });
});

it('a view that fails once and not again is not stopped', async () => {
  let failures = 1;
  const fails = (): boolean => {
    failures -= 1;
    return failures >= 0;
  };
  const console = openTestConsole({ views: viewsWithFailing('search', fails) });
  await liveThrough(console);

  expect(await statusOf(console, 'search')).toMatchObject({ state: 'current', position: 30, error: null });
  expect(await console.ask('log.verify')).toMatchObject({ ok: true });
});
