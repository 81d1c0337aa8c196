import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Push } from '../../domain/contract/pushes.ts';
import { consoleProcedures, type Desk } from './console-procedures.ts';
import { createEngineHost, type EngineHost } from './engine-host.ts';
import { startToy } from './testing/toy-thread.ts';
import type { ToyMode } from './testing/toy.worker.ts';

const hosts: EngineHost[] = [];
const files = { choose: () => Promise.resolve({ file: null }) };

const restore = { choose: vi.fn(), begin: vi.fn(), drop: vi.fn() };

const desk: Desk = {
  saveFile: () => Promise.resolve(null),
  openFile: () => Promise.resolve(null),
  showFolder: () => Promise.resolve(true),
  zoom: (factor = 1) => factor,
};

interface Bench {
  readonly host: EngineHost;
  readonly states: () => string[];
  readonly started: string[];
}

function bench(engineMode: (nth: number) => ToyMode = () => 'serves'): Bench {
  const pushes: Push[] = [];
  const started: string[] = [];
  const push = (each: Push): void => {
    pushes.push(each);
  };
  const host = createEngineHost({
    launchEngine: () => {
      started.push('engine');
      return startToy(engineMode(started.filter((each) => each === 'engine').length), push);
    },
    launchReader: () => {
      started.push('reader');
      return startToy('serves');
    },
    launchJobs: () => startToy('serves'),
    onPush: push,
    onCrash: () => undefined,
    now: Date.now,
    delay: () => Promise.resolve(),
  });
  hosts.push(host);
  const states = (): string[] =>
    pushes.flatMap((each) => (each.name === 'engine.state' ? [each.payload.state] : []));
  return { host, states, started };
}

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop(0)));
});

describe('engine host', () => {
  it('starts the reader once the engine has opened the data', async () => {
    const { host, started, states } = bench();
    expect(await host.query('echo', { text: 'x' })).toEqual({ text: 'x' });
    expect([started, states()]).toEqual([['engine', 'reader'], ['running']]);
  });

  it('reads what must contain a position only once the engine says that the views are there', async () => {
    const { host } = bench();
    expect(await host.query('echo', { atLeast: 7 })).toEqual({ atLeast: 7 });
    await expect(host.query('echo', { atLeast: 101 })).rejects.toMatchObject({
      error: { code: 'view-stopped' },
    });
  });

  it('tells when the views have seen everything, and goes on where they cannot', async () => {
    const { host } = bench();
    await expect(host.catchUp('persons.list', {})).resolves.toBeUndefined();
    const broken = bench(() => 'cannot-open');
    await expect(broken.host.catchUp('persons.list', {})).resolves.toBeUndefined();
  });

  it('brings the engine back when its thread breaks, goes on reading meanwhile, and with a new reader afterwards', async () => {
    const { host, started, states } = bench();
    await host.ready();
    await expect(host.engine('throw', {})).rejects.toMatchObject({ error: { code: 'engine-stopped' } });
    expect(await host.query('echo', 'read')).toBe('read');
    expect(await host.engine('echo', 'back')).toBe('back');
    expect(states()).toEqual(['running', 'restarting', 'running']);
    expect(await host.query('echo', 'again')).toBe('again');
    expect(started).toEqual(['engine', 'reader', 'engine', 'reader']);
  });

  it('brings the reader back without a word about the engine', async () => {
    const { host, states } = bench();
    await expect(host.query('exit', {})).rejects.toMatchObject({ error: { code: 'engine-stopped' } });
    expect(await host.query('echo', 'read')).toBe('read');
    expect(states()).toEqual(['running']);
  });

  it('says so when nothing can be read any more, and starts again what stays down', async () => {
    const { host, states } = bench();
    for (let nth = 0; nth < 6; nth += 1) await host.query('exit', {}).catch(() => undefined);
    await expect(host.query('echo', 'read')).rejects.toMatchObject({
      error: { code: 'reader-keeps-stopping' },
    });
    expect(host.status()).toMatchObject({ state: 'failed', error: { code: 'reader-keeps-stopping' } });
    expect(await host.engine('echo', 'written')).toBe('written');
    host.restart();
    expect(await host.query('echo', 'read')).toBe('read');
    expect(host.status()).toEqual({ state: 'running', error: null });
    expect(states()).toEqual(['running', 'failed', 'running']);
  });

  it('closes all for what is done to the folder, answers nothing meanwhile, and opens all again', async () => {
    const { host, started, states } = bench();
    expect(await host.query('echo', 'before')).toBe('before');
    let asked: Promise<unknown> = Promise.resolve();
    const done: string[] = [];
    const work = async (): Promise<string> => {
      asked = host.query('echo', 'meanwhile').finally(() => done.push('answered'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      done.push('worked');
      return 'came of it';
    };
    expect(await host.whileClosed(work)).toBe('came of it');
    expect(await asked).toBe('meanwhile');
    expect(done).toEqual(['worked', 'answered']);
    expect(await host.engine('echo', 'after')).toBe('after');
    expect(started).toEqual(['engine', 'reader', 'engine', 'reader']);
    expect(states()).toEqual(['running', 'starting', 'running']);
  });

  it('opens all again also where that fails, and where the engine had failed before', async () => {
    const { host } = bench((nth) => (nth === 1 ? 'cannot-open' : 'serves'));
    await expect(host.ready()).rejects.toMatchObject({ error: { code: 'data-folder-in-use' } });
    await expect(host.whileClosed(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(await host.query('echo', 'read')).toBe('read');
    expect(host.status()).toEqual({ state: 'running', error: null });
  });

  it('answers everything with the reason when the data cannot be opened, until it is started again', async () => {
    const { host } = bench((nth) => (nth === 1 ? 'cannot-open' : 'serves'));
    const procedures = consoleProcedures(host, desk, files, restore);
    await expect(host.engine('echo', {})).rejects.toMatchObject({ error: { code: 'data-folder-in-use' } });
    await expect(host.query('echo', {})).rejects.toMatchObject({ error: { code: 'data-folder-in-use' } });
    expect(procedures('engine.status', {})).toMatchObject({
      state: 'failed',
      error: { code: 'data-folder-in-use' },
    });
    expect(procedures('engine.restart', {})).toEqual({ state: 'starting', error: null });
    expect(await host.query('echo', 'read')).toBe('read');
    expect(procedures('engine.status', {})).toEqual({ state: 'running', error: null });
  });
});

describe('a job runner that ends between what it keeps and what it tells', () => {
  const job = (state: string): Push => ({ name: 'job.changed', payload: { jobId: 'job-1', state } }) as Push;

  /** A job runner whose first thread ends when it is told to; the next one lists the work in that state. */
  function endingRunner(...listed: readonly string[]) {
    const pushes: Push[] = [];
    const threads: { readonly push: (push: Push) => void; readonly end: (cause: Error | null) => void }[] =
      [];
    const host = createEngineHost({
      launchEngine: () => startToy('serves'),
      launchReader: () => startToy('serves'),
      launchJobs: (push) => {
        const ended = new Promise<Error | null>((end) => threads.push({ push, end }));
        const jobs = listed.map((state) => ({ jobId: 'job-1', state }));
        const call = () => Promise.resolve({ jobs });
        return Promise.resolve({ call, ended, stop: () => Promise.resolve() });
      },
      onPush: (push) => pushes.push(push),
      onCrash: () => undefined,
      now: Date.now,
      delay: () => Promise.resolve(),
    });
    hosts.push(host);
    const states = () =>
      pushes.flatMap(({ name, payload }) => (name === 'job.changed' ? [payload.state] : []));
    return { threads, states };
  }

  it('is told for by the next one, once: nobody waits for work that is done', async () => {
    const { threads, states } = endingRunner('done');
    await vi.waitFor(() => expect(threads).toHaveLength(1));
    threads[0]?.push(job('running'));
    threads[0]?.end(null);
    await vi.waitFor(() => expect(states()).toEqual(['running', 'done']));
    threads[1]?.end(null);
    await vi.waitFor(() => expect(threads).toHaveLength(3));
    expect(states()).toEqual(['running', 'done']);
  });

  it('is told for as interrupted where nothing is known of the work any more', async () => {
    const { threads, states } = endingRunner();
    await vi.waitFor(() => expect(threads).toHaveLength(1));
    threads[0]?.push(job('running'));
    threads[0]?.end(null);
    await vi.waitFor(() => expect(states()).toEqual(['running', 'interrupted']));
  });

  it('says nothing of work whose end was told', async () => {
    const { threads, states } = endingRunner('done');
    await vi.waitFor(() => expect(threads).toHaveLength(1));
    for (const state of ['running', 'cancelled']) threads[0]?.push(job(state));
    threads[0]?.end(null);
    await vi.waitFor(() => expect(threads).toHaveLength(2));
    threads[1]?.push(job('running'));
    await vi.waitFor(() => expect(states()).toEqual(['running', 'cancelled', 'running']));
  });
});

describe('console procedures', () => {
  it('serve nothing else', () => {
    const { host } = bench();
    expect(() => consoleProcedures(host, desk, files, restore)('views.status', {})).toThrow(
      'Nothing here answers views.status',
    );
  });

  it('reach the window and the system around it', async () => {
    const procedures = consoleProcedures(bench().host, desk, files, restore);
    expect(procedures('window.zoom', { factor: 1.25 })).toEqual({ factor: 1.25 });
    expect(procedures('window.zoom', {})).toEqual({ factor: 1 });
    expect(await procedures('window.show-folder', {})).toEqual({ shown: true });
    expect(await procedures('jobs.save', { kind: 'backup' })).toEqual({ job: null });
  });
});
