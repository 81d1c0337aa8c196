import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { CRASH_POINTS, type CrashPoint } from '../store/crash-points.ts';
import { restoreLog } from '../store/sqlite/restore.ts';
import { createPerson } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestJobs } from '../testing/test-jobs.ts';
import type { CrashTask } from './testing/crash-child.ts';
import { parseTold } from './testing/crash-script.ts';
import { expectExactlyOnce, expectNothingLost, exported } from './testing/look-inside.ts';
import { isLong } from './testing/long-runs.ts';
import { openConsole } from './testing/open-console.ts';
import { type Ended, startScript } from './testing/start-process.ts';

const child = join(import.meta.dirname, 'testing/crash-child.ts');

/** The child must have come to the point: whatever else ended it would prove nothing. */
async function crash(task: CrashTask): Promise<Ended> {
  const ended = await startScript(child, [JSON.stringify(task)]).end();
  expect(ended).toMatchObject({ code: null, signal: 'SIGKILL', words: '' });
  return ended;
}

/** The first time, and within the group of commands that share the last transaction. */
const TIMES: Partial<Record<CrashPoint, readonly number[]>> = {
  'after-events': [1, 13],
  'after-commit-row': [9],
  'after-head': [13],
  'before-commit': [1, 13],
  'after-commit': [1, 13],
  'before-view-commit': [2],
  'before-swap-commit': [2],
  'job-items-settled': [3],
};
const EVERY_TIME = [1, 2, 3, 5, 8, 13];
const timesOf = (point: CrashPoint): readonly number[] =>
  isLong && TIMES[point] !== undefined ? [...EVERY_TIME, ...TIMES[point]] : (TIMES[point] ?? [1]);

const restorePoints = CRASH_POINTS.filter((point) => point.startsWith('restore-'));
const finishingPoints = restorePoints.slice(restorePoints.indexOf('restore-ready') + 1);
const jobPoints = CRASH_POINTS.filter((point) => point.startsWith('job-'));
const enginePoints = CRASH_POINTS.filter((point) => !/^(restore|job)-/.test(point));
const cases = enginePoints.flatMap((point) => timesOf(point).map((nth) => ({ point, nth })));

describe('a process that ends between two durable steps of the engine', () => {
  it.each(cases)('loses nothing at $point, time $nth', async ({ point, nth }) => {
    const folder = tempFolder();
    const { sent, answered } = parseTold((await crash({ kind: 'script', folder, point, nth })).lines);
    const console = await expectNothingLost(folder, answered);
    await expectExactlyOnce(console, sent, answered);
  });

  it('leaves no backup under its name that is not whole', async () => {
    const folder = tempFolder();
    await crash({ kind: 'script', folder, point: 'backup-copied', nth: 1 });
    expect(existsSync(join(folder, 'backup.db'))).toBe(false);
  });

  it('leaves half a backup that the next one into the same place clears away, unless somebody may be at it', async () => {
    const folder = tempFolder();
    await crash({ kind: 'script', folder, point: 'backup-copied', nth: 1 });
    const partials = (): string[] => readdirSync(folder).filter((name) => name.includes('partial'));
    const [dead = ''] = partials();
    const console = openConsole(folder);
    onTestFinished(() => console.close());
    await console.call('log.backup', { file: join(folder, 'early.db') });
    expect(partials()).toEqual([dead]);
    const longAgo = Date.now() / 1000 - 2 * 3600;
    utimesSync(join(folder, dead), longAgo, longAgo);
    await console.call('log.backup', { file: join(folder, 'late.db') });
    expect(partials()).toEqual([]);
  });

  it.each(['backup-linked', 'backup-in-place'] as const)(
    'leaves a backup that is whole once it has its name, at %s',
    async (point) => {
      const folder = tempFolder();
      await crash({ kind: 'script', folder, point, nth: 1 });
      const other = tempFolder();
      restoreLog(other, join(folder, 'backup.db'));
      expect(exported(other)).toEqual(exported(folder));
    },
  );
});

function logsAside(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /-before-restore-.*\.db$/.test(name));
  return names.map((name) => join(folder, name));
}

describe('a process that ends in the middle of a restore', () => {
  const template = mkdtempSync(join(tmpdir(), 'person-console-test-'));
  let made = false;
  afterAll(() => rmSync(template, { recursive: true, force: true }));

  /** Its last commits are in the write-ahead log alone; the backup is from before them. */
  async function folderWithBackup(): Promise<string> {
    if (!made) {
      const console = openConsole(template);
      await console.call('commands.submit', createPerson(9, 'Mary Somerville'));
      await console.call('log.backup', { file: join(template, 'backup.db') });
      await console.close();
      await crash({ kind: 'script', folder: template, point: 'after-commit', nth: 13 });
      made = true;
    }
    const folder = tempFolder();
    cpSync(template, folder, { recursive: true });
    return folder;
  }

  it.each(restorePoints)(
    'leaves the old log or the restored one at %s, and the old one whole',
    async (point) => {
      const folder = await folderWithBackup();
      const before = exported(folder);
      await crash({ kind: 'restore', folder, backup: join(folder, 'backup.db'), point });
      const console = await expectNothingLost(folder, []);
      const { rows } = await console.ask('persons.list', {});
      expect(rows).toHaveLength(point === 'restore-copied' ? 4 : 1);

      const [aside] = logsAside(folder);
      expect(aside === undefined).toBe(point === 'restore-copied');
      const old = aside === undefined ? folder : tempFolder();
      if (aside !== undefined) expect(restoreLog(old, aside)).toMatchObject({ setAside: null });
      expect(exported(old)).toEqual(before);
    },
  );

  it.each(finishingPoints)('leaves the restored log at %s of the next opening, too', async (point) => {
    const folder = await folderWithBackup();
    await crash({ kind: 'restore', folder, backup: join(folder, 'backup.db'), point: 'restore-ready' });
    await crash({ kind: 'script', folder, point, nth: 1 });
    const console = await expectNothingLost(folder, []);
    expect((await console.ask('persons.list', {})).rows).toHaveLength(1);
    expect(logsAside(folder)).toHaveLength(1);
  });
});

describe('a process that ends at a step of a job', () => {
  it.each(jobPoints)('goes on from there, and changes nobody twice: %s', async (point) => {
    const folder = tempFolder();
    await crash({ kind: 'bulk', folder, point, nth: timesOf(point)[0] ?? 1 });
    const jobs = openTestJobs(await expectNothingLost(folder, []));
    const [job] = (await jobs.ask('jobs.list', {})).jobs;
    const state = point === 'job-ended' ? 'done' : 'interrupted';
    expect(job?.state).toBe(point === 'job-ordered' ? undefined : state);
    if (job?.state === 'interrupted') {
      await jobs.ask('jobs.resume', { jobId: job.jobId });
      expect(await jobs.ended(job.jobId)).toMatchObject({ state: 'done', result: { done: 3 } });
    }
    const changed = exported(folder).filter(({ type }) => type === 'PersonSuspended');
    expect(changed).toHaveLength(point === 'job-ordered' ? 0 : 3);
  });
});
