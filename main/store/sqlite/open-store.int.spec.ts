import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolderAt } from '../data-folder.ts';
import { createPerson, rename } from '../../testing/submissions.ts';
import { flipBytes, tamper } from '../../testing/tampering.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';
import { liveThrough } from '../../testing/varied-history.ts';
import { migrations } from './migrate.ts';
import { VIEWS_VERSION } from './view-tables.ts';

async function inFolder<T>(dataFolder: string, work: (console: TestConsole) => T | Promise<T>): Promise<T> {
  const console = openTestConsole({ dataFolder });
  try {
    return await work(console);
  } finally {
    await console.close();
  }
}

/** A folder with some persons in it that is closed again. */
async function filledFolder(): Promise<string> {
  const dataFolder = tempFolder();
  await inFolder(dataFolder, liveThrough);
  return dataFolder;
}

const originOf = (dataFolder: string) => inFolder(dataFolder, ({ engine }) => engine.store.origin);
const totalOf = (dataFolder: string) =>
  inFolder(dataFolder, async (console) => (await console.ask('persons.list')).total);
const verdictOf = (dataFolder: string) =>
  inFolder(dataFolder, async (console) => (await console.ask('log.verify')).ok);

describe('a data folder’s origin', () => {
  it('stays the same from one start to the next, also under another name', async () => {
    const dataFolder = await filledFolder();
    const origin = await originOf(dataFolder);
    const renamed = join(tempFolder(), 'elsewhere');
    renameSync(dataFolder, renamed);
    expect(await originOf(renamed)).toBe(origin);
  });

  it('is another one in a copy: it must not speak in the name of the first', async () => {
    const dataFolder = await filledFolder();
    const origin = await originOf(dataFolder);
    const copy = join(tempFolder(), 'copy');
    cpSync(dataFolder, copy, { recursive: true });

    const copied = await originOf(copy);

    expect(copied).not.toBe(origin);
    expect(await originOf(copy)).toBe(copied);
    expect(await originOf(dataFolder)).toBe(origin);
    expect(await totalOf(copy)).toBe(8);
  });

  it('is another one in a file that was made anew and has the number of the old one', async () => {
    const dataFolder = await filledFolder();
    const origin = await originOf(dataFolder);
    const { log } = dataFolderAt(dataFolder);
    const { dev, ino } = statSync(log, { bigint: true });
    tamper(log, `UPDATE settings SET value = '${dev}:${ino}' WHERE key = 'place'`);

    expect(await originOf(dataFolder)).not.toBe(origin);
  });

  it('is another one where a backup was copied over the log, and so are the views', async () => {
    const dataFolder = tempFolder();
    const file = join(tempFolder(), 'backup.db');
    const origin = await inFolder(dataFolder, async (console) => {
      await console.submit(createPerson(1));
      await console.ask('log.backup', { file });
      await console.submit(createPerson(2));
      return console.engine.store.origin;
    });
    // The file stays the same one: only what is in it is another's.
    writeFileSync(dataFolderAt(dataFolder).log, readFileSync(file));
    await inFolder(dataFolder, (console) => console.submit(createPerson(3)));

    expect(await originOf(dataFolder)).not.toBe(origin);
    expect(await totalOf(dataFolder)).toBe(2);
    expect(await verdictOf(dataFolder)).toBe(true);
  });

  it('is what each event names as its own', async () => {
    const dataFolder = await filledFolder();
    const copy = join(tempFolder(), 'copy');
    cpSync(dataFolder, copy, { recursive: true });
    await inFolder(copy, async (console) => {
      const { store } = console.engine;
      await console.submit(rename(1, 'Ada King'));
      const origins = store.log.scan(0, 100).map(({ event }) => event.metadata.origin);
      expect(origins.at(-1)).toBe(store.origin);
      expect(new Set(origins).size).toBe(2);
    });
  });
});

describe('views', () => {
  const spoil: readonly { readonly what: string; readonly how: (views: string) => void }[] = [
    { what: 'are gone', how: (views) => rmSync(views) },
    { what: 'are no database', how: (views) => writeFileSync(views, 'x'.repeat(5000)) },
    { what: 'have a damaged head', how: (views) => flipBytes(views, 0, 100) },
    { what: 'are empty', how: (views) => writeFileSync(views, '') },
    {
      what: 'are of an older version',
      how: (views) => tamper(views, `PRAGMA user_version = ${VIEWS_VERSION + 1}`),
    },
    { what: 'are of another log', how: (views) => tamper(views, "UPDATE bound_to SET log = 'another'") },
    {
      what: 'claim to be ahead of the log',
      how: (views) => tamper(views, 'UPDATE views SET position = 999'),
    },
    {
      what: 'know persons that the log has no more',
      how: (views) =>
        tamper(
          views,
          "UPDATE views SET position = 31; INSERT INTO duplicate_keys_1 VALUES (99, 'x'); UPDATE persons_1 SET key = 99, person_id = 'x' WHERE key = 8",
        ),
    },
    { what: 'lack one view', how: (views) => tamper(views, "DELETE FROM views WHERE name = 'search'") },
  ];

  it.each(spoil)('that $what are made again and filled from the log', async ({ how }) => {
    const dataFolder = await filledFolder();
    const { views } = dataFolderAt(dataFolder);
    for (const suffix of ['-wal', '-shm']) rmSync(views + suffix, { force: true });
    how(views);

    expect(await totalOf(dataFolder)).toBe(8);
    expect(await verdictOf(dataFolder)).toBe(true);
  });

  it('of a log that was put in the place of another are thrown away', async () => {
    const dataFolder = await filledFolder();
    const other = tempFolder();
    await inFolder(other, (console) => console.submit(createPerson(99, 'Emmy Noether')));
    cpSync(dataFolderAt(other).log, dataFolderAt(dataFolder).log);

    expect(await totalOf(dataFolder)).toBe(1);
    expect(await verdictOf(dataFolder)).toBe(true);
  });

  it('lose the tables that a broken-off rebuild has left', async () => {
    const dataFolder = await filledFolder();
    const { views } = dataFolderAt(dataFolder);
    tamper(views, 'CREATE TABLE persons_2(x); CREATE TABLE duplicate_keys_7(x)');

    const tables = await inFolder(dataFolder, ({ engine }) =>
      engine.store.viewsDb
        .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .pluck()
        .all(),
    );

    expect(tables).toEqual(expect.arrayContaining(['persons_1', 'duplicate_keys_1']));
    expect(tables).not.toEqual(expect.arrayContaining(['persons_2']));
    expect(tables).not.toEqual(expect.arrayContaining(['duplicate_keys_7']));
  });

  it('that are behind catch up by themselves', async () => {
    const dataFolder = await filledFolder();
    tamper(
      dataFolderAt(dataFolder).views,
      'UPDATE views SET position = 20; DELETE FROM persons_1 WHERE key = 8',
    );

    await inFolder(dataFolder, async ({ engine, pushes }) => {
      await engine.viewsAtLeast({ position: 30, views: null });
      expect(pushes.at(-1)).toMatchObject({ name: 'views.advanced', payload: { position: 30 } });
    });

    expect(await totalOf(dataFolder)).toBe(8);
  });
});

describe('a data folder that cannot be opened', () => {
  it('is left as it is, and free for the next one', async () => {
    const dataFolder = await filledFolder();
    const { log } = dataFolderAt(dataFolder);
    tamper(log, 'PRAGMA user_version = 999');

    expect(() => openTestConsole({ dataFolder })).toThrow('newer version');
    expect(() => openTestConsole({ dataFolder })).toThrow('newer version');

    tamper(log, `PRAGMA user_version = ${migrations.at(-1)?.version}`);
    expect(await totalOf(dataFolder)).toBe(8);
  });

  it.each(['views', 'lock'] as const)(
    'because a folder stands in the place of its %s is said to be so',
    async (name) => {
      const dataFolder = await filledFolder();
      const place = dataFolderAt(dataFolder)[name];
      rmSync(place, { force: true });
      mkdirSync(place);

      expect(() => openTestConsole({ dataFolder })).toThrow(place);

      rmSync(place, { recursive: true });
      expect(await totalOf(dataFolder)).toBe(8);
    },
  );

  it('because another engine has it open is so until that one closes', async () => {
    const dataFolder = tempFolder();
    await inFolder(dataFolder, () => {
      expect(() => openTestConsole({ dataFolder })).toThrow('already works in this data folder');
    });
    expect(await totalOf(dataFolder)).toBe(0);
  });
});

it('what the console is about is told: folder, origin, operator, events, waiting commits', async () => {
  const dataFolder = tempFolder();
  await inFolder(dataFolder, async (console) => {
    await liveThrough(console);
    expect((await console.ask('console.info')).operator).toBeNull();
    await console.ask('operator.set', { name: '  Grace Hopper ' });
    expect(console.pushes).toContainEqual({
      name: 'operator.changed',
      payload: { operator: 'Grace Hopper' },
    });
  });

  const info = await inFolder(dataFolder, (console) => console.ask('console.info'));

  expect(info).toMatchObject({
    ...{
      dataFolder,
      operator: 'Grace Hopper',
      events: 30,
      pendingCommits: 30,
      runtime: 'test',
      version: '0.0.0',
    },
    origin: await originOf(dataFolder),
  });
  expect(existsSync(dataFolderAt(dataFolder).log)).toBe(true);
});
