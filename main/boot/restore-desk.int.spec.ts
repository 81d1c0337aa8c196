import { copyFileSync, existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Outcome } from '../../domain/contract/commands.ts';
import type { ProcedureOutput } from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import type { RestoreAsked } from '../../domain/contract/restore.ts';
import { carriedError } from '../ipc/console-error.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { createPerson } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { createEngineHost, type EngineHost } from './engine-host.ts';
import { type RestoreDesk, restoreDesk } from './restore-desk.ts';
import { type ThreadStart, VIEWS_AT_LEAST } from './thread-messages.ts';
import { startThread } from './threads.ts';

/** The console's own threads on a folder of its own, and an operator who chooses `chosen.file`. */
interface Bench {
  readonly host: EngineHost;
  readonly desk: RestoreDesk;
  readonly dataFolder: string;
  readonly chosen: { file: string | null };
  readonly pushes: readonly Push[];
  readonly busy: { kind: string; state: string }[];
  readonly add: (nth: number, name: string) => Promise<void>;
  readonly persons: () => Promise<number>;
}

function bench(dataFolder = tempFolder()): Bench {
  const start: ThreadStart = { dataFolder, runtime: 'test', productVersion: '0.0.0' };
  const chosen: Bench['chosen'] = { file: null };
  const busy: Bench['busy'] = [];
  const pushes: Push[] = [];
  const launch = (name: string) => () =>
    startThread(import.meta.dirname, `${name}.worker.ts`, start, { onPush: (push) => pushes.push(push) })
      .client;
  const host = createEngineHost({
    launchEngine: launch('engine'),
    launchReader: launch('reader'),
    launchJobs: launch('jobs'),
    onPush: () => undefined,
    onCrash: () => undefined,
    now: Date.now,
    delay: () => Promise.resolve(),
  });
  onTestFinished(() => host.stop(5000));
  const jobs: EngineHost['jobs'] = async (name, input) => {
    const { jobs: own } = (await host.jobs(name, input)) as { readonly jobs: readonly object[] };
    return { jobs: [...own, ...busy] };
  };
  const openFile = () => Promise.resolve(chosen.file);
  const desk = restoreDesk({ host: { ...host, jobs }, dataFolder, openFile, launch: launch('restore') });
  const add = async (nth: number, name: string): Promise<void> => {
    const command = { ...createPerson(nth, name), commandId: crypto.randomUUID() };
    const { events } = (await host.engine('commands.submit', command)) as Outcome;
    await host.engine(VIEWS_AT_LEAST, { position: events[0]?.position, views: null });
  };
  const persons = async (): Promise<number> => {
    const { persons: by } = (await host.query('persons.counts', {})) as ProcedureOutput<'persons.counts'>;
    return by['active'] ?? 0;
  };
  return { host, desk, dataFolder, chosen, busy, pushes, add, persons };
}

async function withBackup(): Promise<Bench & { readonly backup: string }> {
  const made = bench();
  const backup = join(tempFolder(), 'log.backup');
  await made.host.engine('operator.set', { name: 'Nadia Ferreira' });
  await made.add(1, 'Ana Quispe');
  await made.host.engine('log.backup', { file: backup });
  await made.add(2, 'Bo Nkosi');
  made.chosen.file = backup;
  return { ...made, backup };
}

async function asked({ desk }: Bench): Promise<RestoreAsked> {
  const answer = await desk.choose();
  if (answer.asked === null) throw new Error('None was chosen.');
  return answer.asked;
}

/** What came of a command that makes a person. */
async function codeOf(host: EngineHost, nth: number): Promise<string> {
  const command = { ...createPerson(nth), commandId: crypto.randomUUID() };
  try {
    return ((await host.engine('commands.submit', command)) as Outcome).status;
  } catch (thrown) {
    return carriedError(thrown)?.code ?? String(thrown);
  }
}

const leftOvers = (folder: string) => readdirSync(folder).filter((name) => name.includes('restor'));

describe('a backup that is restored from the window', () => {
  it('is told beside the present log, put in its place, and the former log lies where it was said', async () => {
    const made = await withBackup();
    const question = await asked(made);
    expect(question).toMatchObject({
      file: made.backup,
      backup: { events: 1, persons: 1, installation: null },
      present: { events: 2, persons: 2, installation: null },
    });
    const { size } = statSync(made.backup);
    expect(
      made.pushes.filter(({ name }) => name === 'restore.changed').map(({ payload }) => payload),
    ).toMatchObject([{ step: 'checking', progress: { done: size, total: size } }]);
    expect(Date.parse(question.backup.newest ?? '')).toBeLessThanOrEqual(
      Date.parse(question.present?.newest ?? ''),
    );
    expect(await made.persons()).toBe(2);
    const { setAside } = question;
    expect(existsSync(setAside)).toBe(false);
    expect(await made.desk.begin(question)).toEqual({ events: 1, persons: 1, setAside });
    expect(await made.persons()).toBe(1);
    await made.add(3, 'Cem Yılmaz');
    expect(await made.persons()).toBe(2);
    // What was set aside is restored in the same way.
    made.chosen.file = setAside;
    await made.desk.begin(await asked(made));
    expect(await made.persons()).toBe(2);
    expect(leftOvers(made.dataFolder)).toHaveLength(2);
  });

  it('is not begun while long work is under way, and can be once that has ended', async () => {
    const made = await withBackup();
    const question = await asked(made);
    made.busy.push({ kind: 'bulk', state: 'running' });
    await expect(made.desk.begin(question)).rejects.toMatchObject({
      error: { code: 'restore-while-busy', details: { jobs: 1 } },
    });
    expect(await made.persons()).toBe(2);
    made.busy.length = 0;
    expect(await made.desk.begin(question)).toMatchObject({ persons: 1 });
  });

  it('answers every command of a batch that goes on meanwhile, and puts none of it into the restored log', async () => {
    const made = await withBackup();
    const question = await asked(made);
    const codes: string[] = [];
    let isOver = false;
    let nth = 100;
    const sender = async (): Promise<void> => {
      while (!isOver) {
        nth += 1;
        codes.push(await codeOf(made.host, nth));
        await nextTurn();
      }
    };
    const senders = Array.from({ length: 64 }, sender);
    const { setAside } = await made.desk.begin(question).finally(() => {
      isOver = true;
    });
    await Promise.all(senders);
    expect(new Set(codes)).toEqual(new Set(['accepted', 'restore-under-way']));
    expect(await made.persons()).toBe(1);
    expect(await codeOf(made.host, 99)).toBe('accepted');
    made.chosen.file = setAside;
    const accepted = codes.filter((code) => code === 'accepted').length;
    expect((await asked(made)).backup.persons).toBe(2 + accepted);
  });

  it('that was dropped leaves no copy behind, and no way to begin', async () => {
    const made = await withBackup();
    const question = await asked(made);
    expect(leftOvers(made.dataFolder)).toEqual(['log.db.restoring']);
    await made.desk.drop();
    expect(leftOvers(made.dataFolder)).toEqual([]);
    await expect(made.desk.begin(question)).rejects.toMatchObject({ error: { code: 'restore-gone' } });
    made.chosen.file = null;
    expect(await made.desk.choose()).toEqual({ asked: null });
  });

  it('whose copy is lost before it is put in place leaves the former log, which goes on', async () => {
    const made = await withBackup();
    const question = await asked(made);
    // As the engine does that is started again meanwhile.
    await made.host.whileClosed(() => Promise.resolve());
    await made.host.ready();
    await expect(made.desk.begin(question)).rejects.toMatchObject({ error: { code: 'restore-lost' } });
    expect(await made.persons()).toBe(2);
    await made.add(3, 'Cem Yılmaz');
    expect(await made.persons()).toBe(3);
    expect(leftOvers(made.dataFolder)).toEqual([]);
  });

  it('takes the place of a log that cannot be opened', async () => {
    const { backup } = await withBackup();
    const dataFolder = tempFolder();
    writeFileSync(dataFolderAt(dataFolder).log, 'this is no database '.repeat(500));
    const broken = bench(dataFolder);
    await expect(broken.host.ready()).rejects.toMatchObject({ error: { code: 'not-a-database' } });
    broken.chosen.file = backup;
    const question = await asked(broken);
    expect(question).toMatchObject({ present: null, backup: { persons: 1 } });
    await broken.desk.begin(question);
    expect(await broken.persons()).toBe(1);
    expect(existsSync(question.setAside)).toBe(true);
  });

  it('is refused where it is none, and nothing is touched', async () => {
    const made = await withBackup();
    const refusal = (file: string): Promise<unknown> => {
      made.chosen.file = file;
      return made.desk.choose().catch(carriedError);
    };
    const spoilt = join(tempFolder(), 'spoilt.backup');
    copyFileSync(made.backup, spoilt);
    truncateSync(spoilt, 8192);
    const text = join(tempFolder(), 'notes.txt');
    writeFileSync(text, 'no database '.repeat(1000));
    const { log, views } = dataFolderAt(made.dataFolder);
    expect(await refusal(spoilt)).toMatchObject({ code: 'backup-damaged' });
    expect(await refusal(text)).toMatchObject({ code: 'not-a-database' });
    expect(await refusal(`${text}.gone`)).toMatchObject({ code: 'backup-missing' });
    expect(await refusal(log)).toMatchObject({ code: 'backup-in-use' });
    expect(await refusal(views)).toMatchObject({ code: 'backup-in-use' });
    expect(leftOvers(made.dataFolder)).toEqual([]);
    expect(await made.persons()).toBe(2);
  });
});
