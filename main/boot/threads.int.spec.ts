import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/contract/commands.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { createEngineHost } from './engine-host.ts';
import { type ThreadStart, VIEWS_AT_LEAST } from './thread-messages.ts';
import { type RunningThread, startThread } from './threads.ts';

/** The console's own threads, outside Electron: they need Node and nothing else. */
const boot = import.meta.dirname;
let start: ThreadStart;
let threads: RunningThread[];
let pushes: Push[];

function run(file: 'engine' | 'reader' | 'jobs'): RunningThread {
  const thread = startThread(boot, `${file}.worker.ts`, start, {
    onPush: (push) => pushes.push(push),
  });
  threads.push(thread);
  return thread;
}

const create = (): { type: string; commandId: string; data: { personId: string; name: object } } => ({
  type: 'CreatePerson',
  commandId: crypto.randomUUID(),
  data: { personId: crypto.randomUUID(), name: { givenNames: ['Ana'], familyNames: ['Quispe'] } },
});

/** The input as the router hands it on. */
function listed(atLeast: number): object {
  return { sort: 'name', descending: false, limit: 10, offset: 0, atLeast };
}

beforeEach(() => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'threads-'));
  start = { dataFolder, runtime: 'test', productVersion: '0.0.0' };
  threads = [];
  pushes = [];
});
afterEach(async () => {
  for (const thread of threads)
    await thread.client.then((client) => client.stop(5000)).catch(() => undefined);
  rmSync(start.dataFolder, { recursive: true, force: true });
});

describe('engine and reader threads', () => {
  it('carry a command out, tell how it goes, and read what it wrote', async () => {
    const engine = await run('engine').client;
    const reader = await run('reader').client;
    await engine.call('operator.set', { name: 'Nadia Ferreira' });
    const command = create();
    const outcome = (await engine.call('commands.submit', { ...command, follow: true })) as Outcome;
    expect(outcome).toMatchObject({ status: 'accepted', version: 1 });
    await engine.call(VIEWS_AT_LEAST, { position: outcome.events[0]?.position, views: null });
    expect(await reader.call('persons.get', { personId: command.data.personId })).toMatchObject({
      displayName: 'Ana Quispe',
    });
    const stages = pushes.flatMap((push) => (push.name === 'command.update' ? [push.payload.stage] : []));
    expect(stages).toEqual(expect.arrayContaining(['accepted', 'committed', 'visible']));
  });

  it('let go of the data folder the moment they are terminated, with what was acknowledged kept', async () => {
    const first = run('engine');
    const engine = await first.client;
    await engine.call('operator.set', { name: 'Nadia Ferreira' });
    const command = create();
    await engine.call('commands.submit', command);
    await first.terminate();
    const again = await run('engine').client;
    expect(await again.call('commands.submit', command)).toMatchObject({
      status: 'accepted',
      duplicate: true,
    });
  });

  it('read what the engine writes where it came back and had to make the views anew', async () => {
    const files = dataFolderAt(start.dataFolder);
    const host = createEngineHost({
      launchEngine: () => run('engine').client,
      launchReader: () => run('reader').client,
      launchJobs: () => run('jobs').client,
      onPush: () => undefined,
      onCrash: () => undefined,
      now: Date.now,
      delay: async () => {
        for (const suffix of ['', '-wal', '-shm']) rmSync(files.views + suffix, { force: true });
      },
    });
    await host.engine('operator.set', { name: 'Nadia Ferreira' });
    await host.engine('commands.submit', create());
    expect(await host.query('persons.list', listed(1))).toMatchObject({ total: 1 });
    await threads[0]?.terminate();
    await host.engine('commands.submit', create());
    expect(await host.query('persons.list', listed(2))).toMatchObject({ total: 2 });
    await host.stop(5000);
  });

  it('refuse the folder to a second engine', async () => {
    await run('engine').client;
    await expect(run('engine').client).rejects.toMatchObject({ error: { code: 'data-folder-in-use' } });
  });
});
