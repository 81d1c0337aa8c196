import { describe, expect, it } from 'vitest';
import { type ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import { type EngineStatus, Supervisor } from './supervisor.ts';
import { stoppedFailure } from './pending-calls.ts';
import type { ThreadClient } from './worker-client.ts';

const inUse = failure('terminal', 'data-folder-in-use', 'Another console uses this folder.');

interface Toy {
  readonly client: ThreadClient;
  readonly die: (cause?: Error) => void;
  stopped: boolean;
}

function toy(): Toy {
  let die: (cause: Error | null) => void = () => undefined;
  const ended = new Promise<Error | null>((resolve) => {
    die = resolve;
  });
  const made: Toy = {
    stopped: false,
    die: (cause) => die(cause ?? null),
    client: {
      call: (name) => Promise.resolve(`${name} answered`),
      ended,
      stop: () => {
        made.stopped = true;
        die(null);
        return Promise.resolve();
      },
    },
  };
  return made;
}

interface Bench {
  readonly supervisor: Supervisor;
  readonly statuses: EngineStatus[];
  readonly delays: number[];
  readonly threads: Toy[];
  readonly states: () => string[];
  /** Lets everything settle that waits for nothing but promises. */
  readonly settle: () => Promise<void>;
}

/** A supervisor on a clock of its own; `starts` decides, start by start, whether the thread opens. */
function bench(starts: (nth: number) => ConsoleFailure | null = () => null): Bench {
  const statuses: EngineStatus[] = [];
  const delays: number[] = [];
  const threads: Toy[] = [];
  let clock = 0;
  let count = 0;
  const supervisor = new Supervisor({
    thread: 'engine',
    launch: () => {
      count += 1;
      const refusal = starts(count);
      if (refusal !== null) return Promise.reject(refusal);
      const thread = toy();
      threads.push(thread);
      return Promise.resolve(thread.client);
    },
    onStatus: (status) => statuses.push(status),
    onCrash: () => undefined,
    now: () => clock,
    delay: (ms) => {
      delays.push(ms);
      clock += ms;
      return Promise.resolve();
    },
  });
  return {
    supervisor,
    statuses,
    delays,
    threads,
    states: () => statuses.map((status) => status.state),
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

describe('supervisor', () => {
  it('answers calls made before the thread is ready', async () => {
    const { supervisor } = bench();
    expect(supervisor.status().state).toBe('starting');
    expect(await supervisor.call('persons.list', {})).toBe('persons.list answered');
    expect(supervisor.status()).toEqual({ state: 'running', error: null });
  });

  it('starts the thread again when it ends, and answers what was asked meanwhile', async () => {
    const { supervisor, threads, settle, states } = bench();
    await supervisor.ready();
    threads[0]?.die(new Error('out of memory'));
    await settle();
    expect(await supervisor.call('persons.list', {})).toBe('persons.list answered');
    expect(states()).toEqual(['running', 'restarting', 'running']);
    expect(threads).toHaveLength(2);
  });

  it('gives up after five restarts within a minute, with an error that says what to do', async () => {
    const { supervisor, threads, delays, settle } = bench();
    await supervisor.ready();
    for (let nth = 0; nth < 6; nth += 1) {
      threads.at(-1)?.die();
      await settle();
    }
    expect(delays).toEqual([200, 400, 800, 1600, 3200]);
    expect(supervisor.status()).toMatchObject({ state: 'failed', error: { code: 'engine-keeps-stopping' } });
    await expect(supervisor.call('persons.list', {})).rejects.toMatchObject({
      error: { code: 'engine-keeps-stopping' },
    });
  });

  it('does not try again when the data folder cannot be opened, and answers every call with the reason', async () => {
    const { supervisor, delays, statuses } = bench(() => inUse);
    await expect(supervisor.call('persons.list', {})).rejects.toMatchObject({ error: inUse.error });
    expect(statuses).toEqual([{ state: 'failed', error: inUse.error }]);
    expect(delays).toEqual([]);
  });

  it('is patient after a crash: the folder may still be held for a moment', async () => {
    const { supervisor, threads, settle, states } = bench((nth) => (nth === 2 || nth === 3 ? inUse : null));
    await supervisor.ready();
    threads[0]?.die();
    await settle();
    expect(states()).toEqual(['running', 'restarting', 'restarting', 'restarting', 'running']);
    expect(await supervisor.call('persons.list', {})).toBe('persons.list answered');
  });

  it('shows why it cannot be opened when patience ends', async () => {
    const { supervisor, threads, settle } = bench((nth) => (nth > 1 ? inUse : null));
    await supervisor.ready();
    threads[0]?.die();
    await settle();
    expect(supervisor.status()).toEqual({ state: 'failed', error: inUse.error });
  });

  it('tries again when a thread dies while it opens', async () => {
    const { supervisor, delays } = bench((nth) => (nth === 1 ? stoppedFailure('start') : null));
    await supervisor.ready();
    expect(delays).toEqual([200]);
  });

  it('starts again on request after it failed, and only then', async () => {
    const { supervisor, threads, states } = bench((nth) => (nth === 1 ? inUse : null));
    await supervisor.ready().catch(() => undefined);
    expect(supervisor.restart().state).toBe('starting');
    await supervisor.ready();
    expect(supervisor.restart().state).toBe('running');
    expect(states()).toEqual(['failed', 'starting', 'running']);
    expect(threads).toHaveLength(1);
  });

  it('starts nothing after it was stopped', async () => {
    const { supervisor, threads, settle, states } = bench();
    await supervisor.ready();
    await supervisor.stop(1000);
    await settle();
    expect([threads.length, threads[0]?.stopped, states()]).toEqual([1, true, ['running']]);
    await expect(supervisor.call('persons.list', {})).rejects.toMatchObject({
      error: { code: 'engine-stopped' },
    });
  });

  it('can be stopped while it has failed', async () => {
    const { supervisor } = bench(() => inUse);
    await supervisor.ready().catch(() => undefined);
    await expect(supervisor.stop(1000)).resolves.toBeUndefined();
  });
});
