import { once } from 'node:events';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import { readLines } from './lines.ts';
import type { Request, Router } from './router.ts';
import { listenOnSocket, type SocketReply, type SocketServer } from './socket-server.ts';

interface Bench {
  readonly path: string;
  readonly server: SocketServer;
  readonly asked: Request[];
}

/** Answers `slow` only when it is let go, everything else at once with its input. */
function routerOf(asked: Request[], slow: Promise<unknown> = Promise.resolve()): Router {
  return async (request) => {
    asked.push(request);
    if (request.procedure === 'slow') await slow;
    return { ok: true, value: request.input };
  };
}

async function bench(slow?: Promise<unknown>): Promise<Bench> {
  const path = join(tempFolder(), 'engine.sock');
  const asked: Request[] = [];
  const server = await listenOnSocket(path, routerOf(asked, slow));
  onTestFinished(() => server.close());
  return { path, server, asked };
}

interface Caller {
  readonly socket: Socket;
  readonly ask: (...requests: unknown[]) => void;
  readonly send: (text: string | Buffer) => void;
  readonly next: () => Promise<SocketReply | null>;
}

async function caller({ path }: Bench): Promise<Caller> {
  const socket = connect({ path, allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const lines = readLines(socket, { maxBytes: 2 ** 28 });
  return {
    socket,
    send: (text) => void socket.write(text),
    ask: (...requests) => void socket.write(requests.map((each) => `${JSON.stringify(each)}\n`).join('')),
    next: async () => {
      const line = await lines.next();
      return line.done === true || !line.value.ok ? null : (JSON.parse(line.value.text) as SocketReply);
    },
  };
}

function request(id: number, input: unknown = {}, procedure = 'fast') {
  return { id, procedure, input };
}

function isLarge({ input }: Request): boolean {
  return JSON.stringify(input).length > 1000;
}

const malformed = { id: 0, reply: { ok: false, error: { code: 'request-malformed', kind: 'wrong-use' } } };

describe('the socket of a console', () => {
  it('hands requests to the router, as trusted, and answers with their ids', async () => {
    const each = await bench();
    const { ask, next } = await caller(each);
    ask(request(7, { text: 'a\u2028b\u2029c' }), { id: 8, procedure: 'fast' });
    expect(await next()).toEqual({ id: 7, reply: { ok: true, value: { text: 'a\u2028b\u2029c' } } });
    expect(await next()).toEqual({ id: 8, reply: { ok: true, value: {} } });
    expect(each.asked.map(({ trusted }) => trusted)).toEqual([true, true]);
  });

  it('hands them on in the order in which they come, and answers each when it is done', async () => {
    let letGo: (value?: unknown) => void = () => undefined;
    const each = await bench(new Promise((resolve) => (letGo = resolve)));
    const { ask, next } = await caller(each);
    ask(request(1, {}, 'slow'), request(2), request(3));
    expect([(await next())?.id, (await next())?.id]).toEqual([2, 3]);
    letGo();
    expect((await next())?.id).toBe(1);
    expect(each.asked.map(({ procedure }) => procedure)).toEqual(['slow', 'fast', 'fast']);
  });

  it.each([
    'nonsense',
    '',
    'null',
    '[]',
    '{}',
    '{"id": "1", "procedure": "fast"}',
    '{"id": 1}',
    '{"id": 1, "procedure": {"toString": 1}}',
    '['.repeat(100_000),
  ])('answers a line that is no request (%#), and the next one', async (line) => {
    const { send, ask, next } = await caller(await bench());
    send(`${line}\n`);
    expect(await next()).toMatchObject(malformed);
    ask(request(1));
    expect(await next()).toMatchObject({ id: 1, reply: { ok: true } });
  });

  it('answers bytes that are no UTF-8, and the next line', async () => {
    const { send, ask, next } = await caller(await bench());
    send(Buffer.from([0x7b, 0xff, 0xfe, 0x0a]));
    ask(request(1));
    expect([(await next())?.id, (await next())?.id]).toEqual([0, 1]);
  });

  it('passes keys on that reach for the prototype: refusing them is up to the router', async () => {
    const each = await bench();
    const { send, next } = await caller(each);
    send(
      '{"id": 1, "procedure": "fast", "input": {"__proto__": {"polluted": true}}, "__proto__": {"id": 2}}\n',
    );
    expect(await next()).toMatchObject({ id: 1 });
    expect(Object.keys(each.asked[0]?.input as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('is readable by its owner alone', async () => {
    const { path } = await bench();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('takes the place of a socket that was left behind', async () => {
    const path = join(tempFolder(), 'engine.sock');
    writeFileSync(path, '');
    const server = await listenOnSocket(path, routerOf([]));
    expect(statSync(path).isSocket()).toBe(true);
    await server.close();
    expect(existsSync(path)).toBe(false);
  });

  it('cannot be made where there is no folder, and says so', async () => {
    const path = join(tempFolder(), 'missing', 'engine.sock');
    await expect(listenOnSocket(path, routerOf([]))).rejects.toThrow('listen');
  });

  it('serves several callers side by side', async () => {
    const each = await bench();
    const [one, two] = [await caller(each), await caller(each)];
    one.ask(request(1, { who: 'one' }));
    two.ask(request(1, { who: 'two' }));
    expect([await two.next(), await one.next()]).toMatchObject([
      { reply: { value: { who: 'two' } } },
      { reply: { value: { who: 'one' } } },
    ]);
  });

  it('answers a caller that has sent its last request before it reads', async () => {
    const each = await bench();
    const { socket, ask, next } = await caller(each);
    ask(request(1), request(2));
    socket.end();
    expect([(await next())?.id, (await next())?.id, await next()]).toEqual([1, 2, null]);
  });

  it('carries out what a caller asked that has gone', async () => {
    let letGo: (value?: unknown) => void = () => undefined;
    const each = await bench(new Promise((resolve) => (letGo = resolve)));
    const gone = await caller(each);
    gone.ask(request(1, {}, 'slow'), request(2));
    await gone.next();
    gone.socket.destroy();
    letGo();
    const other = await caller(each);
    other.ask(request(3));
    expect(await other.next()).toMatchObject({ id: 3 });
    expect(each.asked.map(({ procedure }) => procedure)).toEqual(['slow', 'fast', 'fast']);
  });

  it('takes no more from a caller that does not read its answers, and loses none of them', async () => {
    const each = await bench();
    const { socket, ask, next } = await caller(each);
    socket.pause();
    const text = 'x'.repeat(2 ** 20);
    const count = 60;
    ask(...Array.from({ length: count }, (_, index) => request(index + 1, { text })));
    const other = await caller(each);
    // Others are served all the while: many of their questions later nothing more was taken from this one.
    for (let taken = -1; taken !== each.asked.filter(isLarge).length; ) {
      taken = each.asked.filter(isLarge).length;
      for (let id = 1; id <= 50; id += 1) {
        other.ask(request(id));
        await other.next();
      }
    }
    expect(each.asked.filter(isLarge).length).toBeLessThan(count);
    for (let id = 1; id <= count; id += 1) expect((await next())?.id).toBe(id);
  });

  it('takes no more than a thousand requests of one caller at once', async () => {
    let letGo: (value?: unknown) => void = () => undefined;
    const each = await bench(new Promise((resolve) => (letGo = resolve)));
    const { ask, next } = await caller(each);
    const count = 1500;
    ask(...Array.from({ length: count }, (_, index) => request(index + 1, {}, 'slow')));
    const other = await caller(each);
    other.ask(request(1));
    await other.next();
    expect(each.asked.length).toBeLessThanOrEqual(1025);
    letGo();
    for (let id = 1; id <= count; id += 1) expect((await next())?.id).toBe(id);
  });

  it('closes once it has answered what was asked, and leaves no file', async () => {
    let letGo: (value?: unknown) => void = () => undefined;
    const each = await bench(new Promise((resolve) => (letGo = resolve)));
    const { ask, next } = await caller(each);
    ask(request(1, {}, 'slow'), request(2));
    await next();
    const closed = each.server.close();
    letGo();
    await closed;
    expect([await next(), await next()]).toMatchObject([{ id: 1 }, null]);
    expect(existsSync(each.path)).toBe(false);
  });

  it('closes in bounded time where an answer does not come', async () => {
    const each = await bench(new Promise(() => undefined));
    const { ask, next } = await caller(each);
    ask(request(1, {}, 'slow'), request(2));
    await next();
    await each.server.close();
    expect(await next()).toBeNull();
  });
});
