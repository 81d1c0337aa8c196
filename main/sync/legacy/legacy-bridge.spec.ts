import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { failure } from '../../../domain/contract/errors.ts';
import { type LegacyMode, NOTHING_COUNTED } from '../../../domain/contract/legacy.ts';
import type { LegacyLog, LegacyProgress } from '../../../domain/ports/legacy-log.ts';
import { LegacyBridge } from './legacy-bridge.ts';
import type { Following, OldConnection, OldMessage } from './old-connection.ts';

const INSTALLATION = 'ours';

function odd(sequence: number): OldMessage {
  return { sequence, subject: 'person.events.x.y', body: 'hello', messageId: null, installation: null };
}

/** The former system's stream: it hands out what is put into it, until the connection is closed. */
function formerStream(behind: number) {
  const waiting: { message: OldMessage; behind: number }[] = [];
  let wake: () => void = () => undefined;
  let close: (error: Error | null) => void = () => undefined;
  let isClosed = false;
  const closed = new Promise<Error | null>((resolve) => {
    close = (error) => {
      isClosed = true;
      resolve(error);
      wake();
    };
  });
  async function* messages() {
    while (!isClosed) {
      const next = waiting.shift();
      if (next === undefined)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      else yield next;
    }
  }
  const connection: OldConnection = {
    stream: () => Promise.resolve({ id: 'PERSON_EVENTS', firstSequence: 1, lastSequence: behind }),
    shared: () => Promise.resolve(null),
    share: () => Promise.resolve(),
    lease: () => Promise.resolve({ renew: () => Promise.resolve(), release: () => Promise.resolve() }),
    follow: (): Promise<Following> => Promise.resolve({ behind, messages: messages() }),
    publish: () => Promise.resolve(),
    closed,
    close: () => {
      close(null);
      return Promise.resolve();
    },
  };
  const put = (message: OldMessage, left: number): void => {
    waiting.push({ message, behind: left });
    wake();
  };
  return { connection, put, lose: () => close(new Error('CONNECTION_CLOSED')), isClosed: () => isClosed };
}

/** A bridge that is wanted as told, over connections that are opened by `connect`. */
function bench(
  connect: () => Promise<OldConnection>,
  wanted: LegacyMode = 'off',
  installation = INSTALLATION,
  confirmedAfter: LegacyLog['confirmedAfter'] = () => [],
) {
  let mode = wanted;
  let progress: LegacyProgress = { stream: null, position: 0, written: null, counts: NOTHING_COUNTED };
  const bridge = new LegacyBridge({
    settings: {
      read: () => mode,
      write: (next) => {
        mode = next;
      },
    },
    connect,
    clock: { now: () => 0 },
    onChange: () => undefined,
    random: () => 0,
    log: {
      progress: () => progress,
      save: (next) => {
        progress = next;
      },
      wrote: () => undefined,
      keep: () => undefined,
      confirmedAfter,
      placeOf: () => null,
    },
    sync: {
      installation: () => (installation === '' ? null : installation),
      position: () => 0,
      waiting: () => ({ commits: 0, oldest: null }),
    } as never,
    origin: 'this console',
    takeIn: (events, note) => {
      note(events.length);
      return events.length;
    },
    submit: () => Promise.reject(new Error('no command comes')),
    personAt: () => null,
  });
  onTestFinished(() => bridge.close());
  const becomes = (state: object): Promise<void> =>
    vi.waitFor(() => expect(bridge.status).toMatchObject(state), { timeout: 5000, interval: 5 });
  return { bridge, becomes, mode: () => mode };
}

/** Live over the first of two connections; the other one is there to be opened. */
async function liveOverTwo() {
  const streams = [formerStream(0), formerStream(0)];
  const left = [...streams];
  const connect = (): Promise<OldConnection> => Promise.resolve((left.shift() ?? formerStream(0)).connection);
  const { bridge, becomes } = bench(connect, 'on');
  bridge.linkIs('live');
  await becomes({ state: 'live' });
  return { bridge, becomes, streams };
}

describe('the bridge, as it is wanted', () => {
  it('goes on where the folder is opened again: it waits for the link, and is off where it was off', () => {
    const connect = vi.fn<() => Promise<OldConnection>>();
    expect(bench(connect, 'on').bridge.status).toMatchObject({ mode: 'on', state: 'waiting', behind: null });
    expect(bench(connect).bridge.status).toMatchObject({ mode: 'off', state: 'off' });
    expect(connect).not.toHaveBeenCalled();
  });

  it('does nothing before it is known whose folder it is', async () => {
    const connect = vi.fn<() => Promise<OldConnection>>();
    const { bridge } = bench(connect, 'on', '');
    bridge.linkIs('live');
    await bridge.turn('off');
    expect(connect).not.toHaveBeenCalled();
  });

  it('tells how much is left while it reads, and that it is live once nothing is', async () => {
    const former = formerStream(3);
    const { bridge, becomes } = bench(() => Promise.resolve(former.connection), 'on');
    bridge.linkIs('live');
    await becomes({ state: 'reading', behind: 3, error: null });
    former.put(odd(1), 0);
    former.put(odd(2), 0);
    await becomes({ state: 'live', behind: 0, position: 2, counts: { odd: 2 } });
  });
});

describe('switched off', () => {
  it('while it reads, it ends at once, and what was read stays read', async () => {
    const former = formerStream(5);
    const { bridge, becomes, mode } = bench(() => Promise.resolve(former.connection), 'on');
    bridge.linkIs('live');
    await becomes({ state: 'reading' });
    former.put(odd(1), 0);
    await becomes({ position: 1 });
    expect(await bridge.turn('off')).toMatchObject({ mode: 'off', state: 'off', behind: null, position: 1 });
    expect([former.isClosed(), mode()]).toEqual([true, 'off']);
    // A link that comes and goes does not wake it.
    bridge.linkIs('connecting');
    bridge.linkIs('live');
    expect(bridge.status).toMatchObject({ state: 'off', error: null });
  });

  it('while it reads once, whoever waits for the end is told, and it is as it was before', async () => {
    const former = formerStream(5);
    const { bridge, becomes } = bench(() => Promise.resolve(former.connection));
    bridge.linkIs('live');
    const reading = bridge.readThrough();
    const told = expect(reading).rejects.toMatchObject({
      error: {
        kind: 'retryable',
        code: 'legacy-off',
        message: 'The bridge was switched off meanwhile. Read again to go on where it was.',
      },
    });
    await becomes({ mode: 'read', state: 'reading' });
    await bridge.turn('off');
    await told;
    expect(bridge.status).toMatchObject({ mode: 'off', state: 'off' });
  });

  it('while it is still being connected, it uses no connection that comes later', async () => {
    const former = formerStream(0);
    let open: () => void = () => undefined;
    const opening = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { bridge, becomes } = bench(() => opening.then(() => former.connection), 'on');
    bridge.linkIs('live');
    await becomes({ state: 'connecting' });
    // Told again that the link is live, it does not open a second one.
    bridge.linkIs('live');
    const off = bridge.turn('off');
    open();
    await off;
    expect([former.isClosed(), bridge.status.state]).toEqual([true, 'off']);
  });

  it('while it waits to try again, it does not', async () => {
    const connect = vi.fn(() => Promise.reject(failure('retryable', 'link-unreachable', 'Nobody there.')));
    const { bridge, becomes } = bench(connect, 'on');
    bridge.linkIs('live');
    await becomes({
      state: 'connecting',
      error: { code: 'link-unreachable' },
      nextAttemptAt: '1970-01-01T00:00:00.250Z',
    });
    expect(await bridge.turn('off')).toMatchObject({ state: 'off', error: null, nextAttemptAt: null });
    expect(connect).toHaveBeenCalledOnce();
  });
});

describe('what keeps it from reading', () => {
  it('a link that goes down: it waits for it, and goes on once it is back', async () => {
    const { bridge, becomes, streams } = await liveOverTwo();
    // That it takes something in is no reason to stop.
    bridge.linkIs('catching-up');
    expect(bridge.status.state).toBe('live');
    bridge.linkIs('connecting');
    await becomes({ mode: 'on', state: 'waiting', error: null });
    expect(streams[0]?.isClosed()).toBe(true);
    bridge.linkIs('live');
    await becomes({ state: 'live' });
    expect(streams[1]?.isClosed()).toBe(false);
  });

  it('a stream that is not there is named, with what to do, and looked for again', async () => {
    let isThere = false;
    const connect = (): Promise<OldConnection> => {
      const { connection } = formerStream(0);
      return Promise.resolve(isThere ? connection : { ...connection, stream: () => Promise.resolve(null) });
    };
    const { bridge, becomes } = bench(connect, 'on');
    bridge.linkIs('live');
    await becomes({
      state: 'connecting',
      error: {
        kind: 'retryable',
        code: 'legacy-stream-missing',
        message:
          'The server has no stream PERSON_EVENTS, which is the former system’s. Connect the two servers, or switch the bridge off. It is tried again.',
      },
    });
    isThere = true;
    await becomes({ state: 'live', error: null });
  });

  it('a stream that is not there ends what was to be read once, and the bridge goes on as it was before', async () => {
    const { bridge } = bench(
      () => Promise.resolve({ ...formerStream(0).connection, stream: () => Promise.resolve(null) }),
      'on',
    );
    bridge.linkIs('live');
    await expect(bridge.readThrough()).rejects.toMatchObject({ error: { code: 'legacy-stream-missing' } });
    expect(bridge.status.mode).toBe('on');
  });

  it('another console that has it: it stands by without a fault, and takes over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let isFree = false;
    const connect = (): Promise<OldConnection> => {
      const { connection } = formerStream(0);
      return Promise.resolve(isFree ? connection : { ...connection, lease: () => Promise.resolve(null) });
    };
    const { bridge, becomes } = bench(connect, 'on');
    bridge.linkIs('live');
    await becomes({ state: 'standby', error: null, nextAttemptAt: null });
    isFree = true;
    await becomes({ state: 'live' });
  });

  it('what it may not publish stands there, however often the stream is read to its end meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let mayPublish = false;
    const attempts: string[] = [];
    const { bridge, becomes } = bench(
      () => Promise.resolve(formerStream(0).connection),
      'on',
      INSTALLATION,
      () => {
        attempts.push(bridge.status.state);
        if (!mayPublish) throw failure('rejected', 'link-forbidden', 'It may not publish.');
        return [];
      },
    );
    bridge.linkIs('live');
    await becomes({ state: 'connecting', error: { code: 'link-forbidden' } });
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(1000);
      expect(attempts.length).toBeGreaterThan(2);
    });
    // Read to its end each time, it was live before the first attempt to publish alone.
    expect(attempts.slice(1)).not.toContain('live');
    mayPublish = true;
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(1000);
      expect(bridge.status).toMatchObject({ state: 'live', error: null });
    });
  });

  it('a connection that is lost while it is live is told, and opened again', async () => {
    const { becomes, streams } = await liveOverTwo();
    streams[0]?.lose();
    await becomes({ state: 'connecting', error: { code: 'link-lost' } });
    await becomes({ state: 'live', error: null });
  });
});
