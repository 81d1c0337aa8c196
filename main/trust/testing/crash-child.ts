import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Outcome, Submission } from '../../../domain/contract/commands.ts';
import { registry } from '../../../domain/registry.ts';
import type { ConsoleEngine } from '../../boot/compose.ts';
import { newId } from '../../boot/new-id.ts';
import type { CrashHook, CrashPoint } from '../../store/crash-points.ts';
import { createJobs } from '../../jobs/job-procedures.ts';
import { createPerson, personIdOf } from '../../testing/submissions.ts';
import { restoreLog } from '../../store/sqlite/restore.ts';
import { openConsole } from './open-console.ts';
import { randomCommands, scriptedCommands, type Told } from './crash-script.ts';

/** What this process is to do, as JSON in its first argument. */
export type CrashTask =
  | { readonly kind: 'script'; readonly folder: string; readonly point: CrashPoint; readonly nth: number }
  | { readonly kind: 'restore'; readonly folder: string; readonly point: CrashPoint; readonly backup: string }
  | { readonly kind: 'bulk'; readonly folder: string; readonly point: CrashPoint; readonly nth: number }
  | LoadTask;

interface LoadTask {
  readonly kind: 'load';
  readonly folder: string;
  readonly seed: number;
  /** After how many pages the log is checkpointed; the usual number is not reached within a test. */
  readonly checkpointPages?: number;
}

const IN_FLIGHT = 256;
const never = new Int32Array(new SharedArrayBuffer(4));

function endHere(): void {
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(never, 0, 0);
}

function endingAt(point: CrashPoint, nth: number): CrashHook {
  let passed = 0;
  return (at) => {
    if (at === point) passed += 1;
    if (at === point && passed === nth) endHere();
  };
}

/** Straight to the pipe: what was told is told, however the process ends. */
function tell(told: Told): void {
  writeSync(1, `${JSON.stringify(told)}\n`);
}

async function submit({ call }: ConsoleEngine, command: Submission): Promise<void> {
  tell({ sent: command });
  const outcome = (await call('commands.submit', command)) as Outcome;
  tell({ answered: outcome });
}

/** Passes every point of an engine's life, twice where it can. */
async function script(folder: string, crashPoint: CrashHook): Promise<void> {
  const engine = openConsole(folder, crashPoint);
  const commands = scriptedCommands();
  for (const command of commands.slice(0, 12)) await submit(engine, command);
  engine.engine.catchUp();
  await Promise.all(commands.slice(12).map((command) => submit(engine, command)));
  engine.engine.catchUp();
  await engine.call('operator.set', { name: 'Grace Hopper' });
  const { views, log } = engine.store;
  views.clearError('detail');
  views.skip('detail', { position: log.head(), at: new Date(0).toISOString(), actor: 'user:grace' });
  await engine.call('views.rebuild', { view: 'detail' });
  await engine.call('views.rebuild', { view: 'summary' });
  await engine.call('views.rebuild', { view: 'search' });
  await engine.call('log.backup', { file: join(folder, 'backup.db') });
  await engine.call('log.backup', { file: join(folder, 'second.db') });
  engine.store.viewsDb.exec("UPDATE views SET writes = 10000 WHERE name = 'search'");
  await engine.close();
  const again = openConsole(folder, crashPoint);
  while (again.store.views.tidy());
}

/** Three persons are changed by one job; the process ends at one of its steps, or else because nothing is left to do. */
async function bulk(folder: string, crashPoint: CrashHook): Promise<void> {
  const engine = openConsole(folder);
  const numbers = [1, 2, 3];
  for (const number of numbers) await engine.call('commands.submit', createPerson(number));
  engine.engine.catchUp();
  const jobs = createJobs({
    dataFolder: folder,
    registry,
    newId,
    ask: engine.call,
    onPush: () => undefined,
    report: () => undefined,
    crashPoint,
  });
  const change = { action: 'deactivate', reason: 'Left the company' };
  await jobs.call('jobs.start', { kind: 'bulk', change, target: { personIds: numbers.map(personIdOf) } });
}

/** Rebuilds follow each other while commands come in: both are then under way whenever the process ends. */
async function rebuildForEver(engine: ConsoleEngine): Promise<void> {
  for (;;) {
    for (const view of ['detail', 'search']) await engine.call('views.rebuild', { view });
    // The rebuild of an empty log waits for nothing, and commands must get their turn.
    await setImmediate();
  }
}

async function load({ folder, seed, checkpointPages }: LoadTask): Promise<void> {
  const engine = openConsole(folder);
  if (checkpointPages !== undefined) engine.store.logDb.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  const commands = randomCommands(seed);
  const caller = async (): Promise<void> => {
    for (const command of commands) await submit(engine, command);
  };
  await Promise.all([rebuildForEver(engine), ...Array.from({ length: IN_FLIGHT }, caller)]);
}

const task = JSON.parse(process.argv[2] ?? '') as CrashTask;
if (task.kind === 'load') await load(task);
else if (task.kind === 'bulk') await bulk(task.folder, endingAt(task.point, task.nth));
else if (task.kind === 'script') await script(task.folder, endingAt(task.point, task.nth));
else restoreLog(task.folder, task.backup, endingAt(task.point, 1));
