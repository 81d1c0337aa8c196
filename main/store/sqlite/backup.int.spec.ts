import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolderAt } from '../data-folder.ts';
import { addEmail, createPerson, rename } from '../../testing/submissions.ts';
import { flipBytes, tamper } from '../../testing/tampering.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';
import { liveThrough } from '../../testing/varied-history.ts';
import { exportEvents } from './export.ts';
import { restoreLog } from './restore.ts';

async function inFolder<T>(dataFolder: string, work: (console: TestConsole) => T | Promise<T>): Promise<T> {
  const console = openTestConsole({ dataFolder });
  try {
    return await work(console);
  } finally {
    await console.close();
  }
}

/** A closed folder with persons in it, and a backup of it. */
async function backedUp(): Promise<{ readonly dataFolder: string; readonly file: string }> {
  const dataFolder = tempFolder();
  const file = join(tempFolder(), 'backup.db');
  await inFolder(dataFolder, async (console) => {
    await liveThrough(console);
    await console.ask('log.backup', { file });
  });
  return { dataFolder, file };
}

const exportOf = (dataFolder: string) => [...exportEvents(dataFolderAt(dataFolder))];

describe('a backup', () => {
  it('is one file, private, with all that was committed', async () => {
    const dataFolder = tempFolder();
    const folder = join(tempFolder(), 'made', 'for', 'it');
    const file = join(folder, 'backup.db');

    const answer = await inFolder(dataFolder, async (console) => {
      await liveThrough(console);
      return console.ask('log.backup', { file });
    });

    expect(answer).toEqual({ file, bytes: statSync(file).size, events: 30 });
    expect(readdirSync(folder)).toEqual(['backup.db']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('taken while commands go on is of one moment, whole commits only', async () => {
    const dataFolder = tempFolder();
    const file = join(tempFolder(), 'backup.db');
    const progress = { isRunning: true };
    const { events, total } = await inFolder(dataFolder, async (console) => {
      await console.submitAll(Array.from({ length: 400 }, (_, index) => createPerson(index + 1)));
      const backup = console.ask('log.backup', { file }).finally(() => {
        progress.isRunning = false;
      });
      for (let round = 0; progress.isRunning; round += 1) {
        await console.submitAll([
          rename(1, `Ada Round${round}`),
          addEmail(2, `ada${round}@example.com`),
          createPerson(1000 + round),
        ]);
      }
      const { head } = await console.ask('log.page', { limit: 1 });
      return { events: (await backup).events, total: head };
    });

    expect(events).toBeGreaterThanOrEqual(400);
    expect(events).toBeLessThanOrEqual(total);
    const restored = tempFolder();
    expect(restoreLog(restored, file)).toEqual({ events, setAside: null });
    expect(await inFolder(restored, (console) => console.ask('log.verify'))).toMatchObject({
      ok: true,
      events,
    });
    expect(exportOf(restored)).toEqual(exportOf(dataFolder).slice(0, events));
  });

  it('replaces no file', async () => {
    const { dataFolder, file } = await backedUp();
    await inFolder(dataFolder, async (console) => {
      await expect(console.ask('log.backup', { file })).rejects.toMatchObject({
        error: { code: 'backup-file-exists', kind: 'rejected' },
      });
    });
  });

  it('is one where several are asked for at once: each file is whole, and none is replaced', async () => {
    const folder = tempFolder();
    const [file, other] = [join(folder, 'backup.db'), join(folder, 'other.db')];
    const answers = await inFolder(tempFolder(), async (console) => {
      await liveThrough(console);
      return Promise.allSettled(
        [file, file, other, file].map((each) => console.ask('log.backup', { file: each })),
      );
    });

    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([1, 2].map(() => ({ reason: { error: { code: 'backup-file-exists' } } })));
    expect(readdirSync(folder)).toEqual(['backup.db', 'other.db']);
    for (const each of [file, other]) expect(restoreLog(tempFolder(), each)).toMatchObject({ events: 30 });
  });

  it('that cannot be written says where, and leaves nothing behind', async () => {
    const dataFolder = tempFolder();
    const inTheWay = join(tempFolder(), 'a-file');
    writeFileSync(inTheWay, '');
    await inFolder(dataFolder, async (console) => {
      await expect(console.ask('log.backup', { file: join(inTheWay, 'backup.db') })).rejects.toMatchObject({
        error: { code: 'backup-not-written', message: expect.stringContaining(inTheWay) as string },
      });
    });
    expect(readdirSync(dirname(inTheWay))).toEqual(['a-file']);
  });
});

describe('a restored backup', () => {
  it('takes the place of the log, which is kept; the folder becomes an origin of its own', async () => {
    const { dataFolder, file } = await backedUp();
    const before = await inFolder(dataFolder, async (console) => {
      await console.submit(createPerson(99, 'Emmy Noether'));
      return { origin: console.engine.store.origin, persons: (await console.ask('persons.list')).total };
    });

    const { events, setAside } = restoreLog(dataFolder, file);

    expect([before.persons, events]).toEqual([9, 30]);
    await inFolder(dataFolder, async (console) => {
      expect(console.engine.store.origin).not.toBe(before.origin);
      expect(await console.ask('persons.list')).toMatchObject({ total: 8 });
      expect(await console.ask('log.verify')).toMatchObject({ ok: true, events: 30 });
      expect(await console.submit(rename(1, 'Ada King'))).toMatchObject({ status: 'accepted' });
    });
    const other = tempFolder();
    expect(restoreLog(other, setAside ?? '')).toMatchObject({ events: 31 });
    expect(await inFolder(other, (console) => console.ask('persons.list'))).toMatchObject({ total: 9 });
  });

  it('carries the operator and every command id: what was sent before is not carried out again', async () => {
    const dataFolder = tempFolder();
    const file = join(tempFolder(), 'backup.db');
    const command = createPerson(1, 'Ada Lovelace', { commandId: '0198c0de-000c-7000-8000-000000000001' });
    await inFolder(dataFolder, async (console) => {
      await console.ask('operator.set', { name: 'Grace' });
      await console.submit(command);
      await console.ask('log.backup', { file });
    });
    const restored = tempFolder();
    restoreLog(restored, file);

    await inFolder(restored, async (console) => {
      expect(await console.submit(command)).toMatchObject({ duplicate: true });
      expect((await console.ask('console.info')).operator).toBe('Grace');
    });
  });

  it('is refused where the folder is open', async () => {
    const { dataFolder, file } = await backedUp();
    await inFolder(dataFolder, () => {
      expect(() => restoreLog(dataFolder, file)).toThrow('already works in this data folder');
    });
  });

  it.each([
    { what: 'is not there', spoil: () => undefined, name: 'none.db', code: 'backup-missing' },
    {
      what: 'is no database',
      spoil: (file: string) => writeFileSync(file, 'x'.repeat(5000)),
      name: 'backup.db',
      code: 'not-a-database',
    },
    {
      what: 'is a folder',
      spoil: (file: string) => {
        rmSync(file);
        mkdirSync(file);
      },
      name: 'backup.db',
      code: 'backup-unreadable',
    },
    {
      what: 'is another program’s',
      spoil: (file: string) => tamper(file, 'PRAGMA application_id = 1'),
      name: 'backup.db',
      code: 'not-an-event-log',
    },
    {
      what: 'is newer than this program',
      spoil: (file: string) => tamper(file, 'PRAGMA user_version = 999'),
      name: 'backup.db',
      code: 'database-newer',
    },
    {
      what: 'is damaged',
      spoil: (file: string) => flipBytes(file, 8192, 2000),
      name: 'backup.db',
      code: 'backup-damaged',
    },
  ])('that $what is refused, and nothing is touched', async ({ spoil, name, code }) => {
    const { dataFolder, file } = await backedUp();
    spoil(file);
    for (const suffix of ['-wal', '-shm'])
      expect(existsSync(file + suffix) ? readFileSync(file + suffix).length : 0).toBe(0);
    const before = exportOf(dataFolder);

    expect(() => restoreLog(dataFolder, join(dirname(file), name))).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code }) as object }) as Error,
    );

    expect(exportOf(dataFolder)).toEqual(before);
    expect(readdirSync(dataFolder).filter((entry) => entry.includes('restor'))).toEqual([]);

    const parent = tempFolder();
    expect(() => restoreLog(join(parent, 'new', 'folder'), join(dirname(file), name))).toThrow();
    expect(readdirSync(parent)).toEqual([]);
  });
});
