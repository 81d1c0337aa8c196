import { describe, expect, it, onTestFinished } from 'vitest';
import type { ProcedureInput } from '../../domain/contract/procedures.ts';
import { createPerson, rename } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';
import { startNatsServer } from './testing/nats-server.ts';

const none = { kind: 'none' } as const;

async function becomes(console: TestConsole, state: string): Promise<void> {
  await expect.poll(async () => (await console.ask('link.status')).state, { timeout: 20_000 }).toBe(state);
}

const saved = async (console: TestConsole, draft: Partial<ProcedureInput<'connections.save'>> = {}) =>
  console.ask('connections.save', { servers: ['ws://127.0.0.1:9'], authentication: none, ...draft });

describe('a console without a connection', () => {
  it('says so to whoever wants the link, once or from now on, or the bridge over it', async () => {
    const console = openTestConsole();
    const missing = {
      error: expect.objectContaining({ code: 'link-not-set', kind: 'wrong-use' }) as object,
    };
    await expect(console.ask('link.online', {})).rejects.toMatchObject(missing);
    await expect(console.ask('link.sync', {})).rejects.toMatchObject(missing);
    await expect(console.ask('legacy.readThrough', {})).rejects.toMatchObject(missing);
    expect(await console.ask('link.status')).toMatchObject({
      state: 'offline',
      connection: null,
      servers: [],
    });
    expect(await console.ask('link.offline')).toMatchObject({ state: 'offline', error: null });
  });
});

describe('a connection that is in use', () => {
  it('and held down stays down where it is changed, and is told as it is now', async () => {
    const server = await startNatsServer();
    const console = openTestConsole();
    const { id } = await saved(console, { name: 'Office' });
    await console.ask('connections.use', { id });
    await console.ask('link.offline');
    await saved(console, { id, name: 'Home', servers: [server.url] });
    const status = await console.ask('link.status');
    expect(status).toMatchObject({ state: 'offline', connection: 'Home', servers: [server.url] });
    expect(console.pushes.findLast(({ name }) => name === 'link.changed')?.payload).toEqual(status);
  });

  it('is left alone where another one is removed', async () => {
    const server = await startNatsServer();
    const console = openTestConsole();
    const { id } = await saved(console, { name: 'Office', servers: [server.url] });
    const other = await saved(console, { name: 'Elsewhere' });
    await console.ask('connections.use', { id, allow: ['begin'] });
    await becomes(console, 'live');
    const { rows } = await console.ask('connections.remove', { id: other.id });
    expect(rows).toMatchObject([{ name: 'Office', inUse: true }]);
    expect(await console.ask('link.status')).toMatchObject({ state: 'live', connection: 'Office' });
  });

  it('and held down is still down where the folder is opened again', async () => {
    const server = await startNatsServer();
    const dataFolder = tempFolder();
    const first = openTestConsole({ dataFolder });
    const { id } = await saved(first, { servers: [server.url] });
    await first.ask('connections.use', { id, allow: ['begin'] });
    await becomes(first, 'live');
    await first.ask('link.offline');
    await first.close();
    const again = openTestConsole({ dataFolder, resumeLink: true });
    onTestFinished(again.close);
    expect(await again.ask('link.status')).toMatchObject({ state: 'offline', servers: [server.url] });
  });
});

describe('joined once', () => {
  it('over a link that is live, it stays live; over one that is held down, it is down again', async () => {
    const server = await startNatsServer();
    const console = openTestConsole();
    const { id } = await saved(console, { servers: [server.url] });
    await console.ask('connections.use', { id, allow: ['begin'] });
    await becomes(console, 'live');
    await console.submit(createPerson(1));
    expect(await console.ask('link.sync', {})).toMatchObject({ state: 'live', waiting: { commits: 0 } });
    expect((await console.ask('link.status')).state).toBe('live');
    await console.ask('link.offline');
    await console.submit(rename(1, 'Ada King'));
    await console.ask('link.sync', {});
    expect(await console.ask('link.status')).toMatchObject({ state: 'offline', waiting: { commits: 0 } });
  });

  it('over servers that are named for this once, the connection in use is in use again', async () => {
    const server = await startNatsServer();
    const console = openTestConsole();
    const { id } = await saved(console, { name: 'Office' });
    await console.ask('connections.use', { id });
    await console.ask('link.offline');
    const connection = { servers: [server.url] };
    expect(await console.ask('link.sync', { connection, allow: ['begin'] })).toMatchObject({
      servers: [server.url],
      connection: null,
    });
    expect(await console.ask('link.status')).toMatchObject({ state: 'offline', connection: 'Office' });
    // What it led to is not what that connection leads to.
    expect((await console.ask('connections.list')).rows).toMatchObject([{ installation: null }]);
  });

  it('says what keeps it from that, and holds the link down as it was', async () => {
    const console = openTestConsole();
    const connection = { servers: ['ws://127.0.0.1:9'] };
    await expect(console.ask('link.sync', { connection })).rejects.toMatchObject({
      error: { code: 'link-unreachable', message: expect.stringContaining('nothing listens') as string },
    });
    expect((await console.ask('link.status')).state).toBe('offline');
  });

  it('with a secret that is kept for another connection, it asks for one: a way that is named has none', async () => {
    const console = openTestConsole();
    const connection = { servers: ['ws://127.0.0.1:9'], authentication: { kind: 'token' as const } };
    await expect(console.ask('link.sync', { connection })).rejects.toMatchObject({
      error: { code: 'secret-missing', details: { secret: 'token' } },
    });
  });
});
