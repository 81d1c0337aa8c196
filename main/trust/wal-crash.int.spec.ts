import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome, Submission } from '../../domain/contract/commands.ts';
import { commandIdOf, createPerson } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import type { CrashTask } from './testing/crash-child.ts';
import { parseTold } from './testing/crash-script.ts';
import { runs } from './testing/long-runs.ts';
import { expectExactlyOnce, expectNothingLost } from './testing/look-inside.ts';
import { type SystemCall, type Traced, traceCli, traceScript } from './testing/strace.ts';

const child = join(import.meta.dirname, 'testing/crash-child.ts');

const MEGABYTE = 2 ** 20;
/** The write-ahead log is filled up to its full length after this many groups, a megabyte at a time. */
const GROUPS = 256;
const RESERVED = 36 * MEGABYTE;

interface Told {
  readonly sent: readonly Submission[];
  readonly answered: readonly Outcome[];
}

/** One command after the other, each in a group of its own, until nobody answers any more. */
async function sendOneByOne(batch: Traced, count: number): Promise<Told> {
  const sent: Submission[] = [];
  const answered: Outcome[] = [];
  for (let number = 1; number <= count; number += 1) {
    const command = { ...createPerson(number), commandId: commandIdOf(number) };
    sent.push(command);
    batch.write(JSON.stringify(command));
    const line = await batch.next();
    if (line === null) break;
    answered.push(JSON.parse(line) as Outcome);
  }
  return { sent, answered };
}

const isReserving = ({ name, result }: SystemCall): boolean =>
  name === 'pwrite64' && result === String(MEGABYTE);

/** How many calls of this name a process makes on its write-ahead log before it begins to fill it up. */
async function callsBeforeReserve(name: string): Promise<number> {
  const folder = tempFolder();
  const batch = traceCli(['batch', '--data', folder], { path: join(folder, 'log.db-wal') });
  await sendOneByOne(batch, GROUPS + 1);
  await batch.end();
  const calls = batch.calls();
  const begin = calls.findIndex(isReserving);
  expect(begin, 'needs 1 GB of free disk: less, and nothing is reserved').toBeGreaterThan(0);
  return calls.slice(0, begin).filter((call) => call.name === name).length;
}

describe('a process that is killed while it fills up its write-ahead log', () => {
  it.each([
    { when: 'before the first byte', call: 'statfs', nth: 1, least: 0, most: RESERVED / 2 },
    { when: 'at half of it', call: 'pwrite64', nth: 10, least: 4 * MEGABYTE, most: RESERVED - 4 * MEGABYTE },
    { when: 'before it is on disk', call: 'fdatasync', nth: 1, least: RESERVED, most: RESERVED + MEGABYTE },
  ])('loses nothing $when', async ({ call, nth, least, most }) => {
    const when = nth + (await callsBeforeReserve(call));
    const folder = tempFolder();
    const wal = join(folder, 'log.db-wal');
    const inject = `${call}:signal=SIGKILL:when=${when}`;
    const batch = traceCli(['batch', '--data', folder], { path: wal, inject });
    const { sent, answered } = await sendOneByOne(batch, GROUPS + 1);
    expect(await batch.end()).toMatchObject({ signal: 'SIGKILL' });
    // Its group was committed before; whoever sent it has not heard of it.
    expect([sent.length, answered.length]).toEqual([GROUPS, GROUPS - 1]);
    expect(statSync(wal).size).toBeGreaterThanOrEqual(least);
    expect(statSync(wal).size).toBeLessThanOrEqual(most);

    const console = await expectNothingLost(folder, answered);
    expect(await console.ask('persons.list', {})).toMatchObject({ total: GROUPS });
    await expectExactlyOnce(console, sent, answered);
  });
});

/** Which of the two it is, the build of SQLite decides. */
const SYNC = 'fdatasync,fsync';
/** Calls on the log itself: in checkpoints alone, once it is made and the first commands are answered. */
const MOMENTS = [
  { step: 'page', call: 'pwrite64', nth: [60, 200, 500] },
  { step: 'sync', call: SYNC, nth: [6, 12, 24] },
];
const cases = MOMENTS.flatMap(({ step, call, nth }) =>
  nth.flatMap((each) => Array.from({ length: runs(1) }, (_, run) => ({ step, call, nth: each + run }))),
);

describe('a process that is killed in the middle of a checkpoint, under load', () => {
  it.each(cases)(
    'loses nothing at $step $nth',
    async ({ call, nth }) => {
      const folder = tempFolder();
      const path = join(folder, 'log.db');
      const task: CrashTask = { kind: 'load', folder, seed: nth, checkpointPages: 8 };
      const inject = `${call}:signal=SIGKILL:when=${nth}`;
      const traced = traceScript(child, [JSON.stringify(task)], { path, inject });
      const { signal, lines } = await traced.end();
      expect(signal).toBe('SIGKILL');
      const { sent, answered } = parseTold(lines);
      expect(answered.filter(({ status }) => status === 'accepted').length).toBeGreaterThan(0);
      expect(traced.calls().filter(({ name }) => call.includes(name))).toHaveLength(nth);
      const console = await expectNothingLost(folder, answered);
      await expectExactlyOnce(console, sent, answered);
    },
    30_000,
  );
});
