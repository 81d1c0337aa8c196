import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome, Submission } from '../../domain/contract/commands.ts';
import { createPerson, rename } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { expectNothingLost } from './testing/look-inside.ts';
import { type SystemCall, traceCli } from './testing/strace.ts';

const isLog = ({ file }: SystemCall): boolean => file.endsWith('/log.db-wal');
const isPrinted = ({ text }: SystemCall): boolean => text.startsWith(String.raw`{\"commandId\":`);
// Which of the two it is, the build of SQLite decides.
const isSync = ({ name, result }: SystemCall): boolean => /^f(data)?sync$/.test(name) && result === '0';

interface Seen {
  /** The log held something that was not on disk when this outcome was printed. */
  readonly early: number;
  readonly printed: number;
  /** Of the log, before the last outcome was printed. */
  readonly syncs: number;
  /** For each outcome, those of the log since the outcome before. */
  readonly syncsBetween: readonly number[];
}

/** Goes through what the process did, as the disk and the reader of its output saw it. */
function look(calls: readonly SystemCall[]): Seen {
  let [dirty, syncs, early] = [false, 0, 0];
  const printedAt: number[] = [];
  for (const call of calls) {
    if (isLog(call)) dirty = !isSync(call);
    if (isLog(call) && isSync(call)) syncs += 1;
    if (!isPrinted(call)) continue;
    if (dirty) early += 1;
    printedAt.push(syncs);
  }
  const syncsBetween = printedAt.map((at, index) => at - (printedAt[index - 1] ?? 0));
  return { early, printed: printedAt.length, syncs: printedAt.at(-1) ?? 0, syncsBetween };
}

function linesOf(commands: readonly Submission[]): string {
  return commands.map((command) => JSON.stringify(command)).join('\n');
}

describe('what was answered is on disk', () => {
  it('for one caller: each outcome is printed after one sync of its own', async () => {
    const folder = tempFolder();
    const traced = traceCli(['batch', '--data', folder]);
    traced.write(linesOf([createPerson(1)]));
    await traced.next();
    for (let number = 2; number <= 100; number += 1) {
      traced.write(linesOf([rename(1, `Ada Lovelace-${'a'.repeat(number)}`)]));
      expect(JSON.parse((await traced.next()) ?? '')).toMatchObject({ version: number });
    }
    expect(await traced.end()).toMatchObject({ code: 0 });
    const { early, printed, syncsBetween } = look(traced.calls());
    expect([early, printed]).toEqual([0, 100]);
    expect(syncsBetween.slice(1)).toEqual(Array.from({ length: 99 }, () => 1));
  });

  it('for a command that was refused nothing is written at all', async () => {
    const traced = traceCli(['batch', '--data', tempFolder()]);
    traced.write(linesOf([createPerson(1)]));
    await traced.next();
    traced.write(linesOf([createPerson(1)]));
    await traced.next();
    await traced.end();
    expect(look(traced.calls()).syncsBetween.at(-1)).toBe(0);
  });

  it('for many callers: they share a few, and none is answered before it', async () => {
    const folder = tempFolder();
    const traced = traceCli(['batch', '--data', folder]);
    const commands = Array.from({ length: 1024 }, (_, index) => createPerson(index + 1));
    const { code, lines } = await traced.end(linesOf(commands));
    expect([code, lines.length]).toEqual([0, 1024]);
    const { early, printed, syncs } = look(traced.calls());
    expect([early, printed]).toEqual([0, 1024]);
    expect(syncs).toBeGreaterThanOrEqual(4);
    expect(syncs).toBeLessThan(64);
  });

  it('for exec as well, down to the names of new files and folders', async () => {
    const parent = tempFolder();
    const folder = join(parent, 'new', 'data');
    const traced = traceCli(['exec', 'CreatePerson', '--data', folder]);
    expect(await traced.end(JSON.stringify(createPerson(1).data))).toMatchObject({ code: 0 });
    const calls = traced.calls();
    expect(look(calls)).toMatchObject({ early: 0, printed: 1 });
    const before = calls.slice(0, calls.findIndex(isPrinted));
    const synced = before.filter(({ name }) => name.endsWith('sync')).map(({ file }) => file);
    expect(synced).toEqual(expect.arrayContaining([folder, dirname(folder), parent]));
  });

  it('because the log is opened to be durable; the views need not be', () => {
    const { store } = openTestConsole().engine;
    const levels = [store.logDb, store.viewsDb].map((db) => db.pragma('synchronous', { simple: true }));
    expect(levels).toEqual([2, 1]);
  });
});

describe('a disk that fails to write', () => {
  it('is told to the caller, and nothing of the command is kept', async () => {
    const folder = tempFolder();
    // The first dozen belongs to the making of the files.
    const inject = 'fdatasync,fsync:error=EIO:when=20..22';
    const traced = traceCli(['batch', '--data', folder], { inject });
    const outcomes: Outcome[] = [];
    for (let number = 1; number <= 30; number += 1) {
      traced.write(linesOf([createPerson(number)]));
      outcomes.push(JSON.parse((await traced.next()) ?? '') as Outcome);
    }
    expect(await traced.end()).toMatchObject({ signal: null });
    const failed = outcomes.filter(({ status }) => status !== 'accepted');
    expect(failed.map(({ code, events }) => [code, events])).toEqual(failed.map(() => ['disk-error', []]));
    expect(failed.length).toBeGreaterThan(0);
    expect(outcomes.at(-1)).toMatchObject({ status: 'accepted' });
    const console = await expectNothingLost(folder, outcomes);
    expect(await console.ask('persons.list', {})).toMatchObject({ total: 30 - failed.length });
  });
});
