import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Reply } from '../../domain/contract/bridge.ts';
import type { Outcome } from '../../domain/contract/commands.ts';
import { readLines } from '../ipc/lines.ts';
import type { SocketRequest } from '../ipc/socket-server.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { lockFolder } from '../store/sqlite/folder-lock.ts';
import { commandIdOf, createPerson, rename } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { EXIT } from './output.ts';
import { openSession, type SessionOptions } from './session.ts';
import type { Session } from './session-port.ts';
import { connectSocket } from './socket-client.ts';
import { liveInput, runInProcess } from './testing/cli-in-process.ts';

function optionsFor(dataFolder: string, patienceMs = 300): SessionOptions {
  const report = (where: string, thrown: unknown): void => {
    throw new Error(`${where}: ${String(thrown)}`);
  };
  return { dataFolder, productVersion: '0.0.0', report, patienceMs };
}

async function opened(folder: string, patienceMs?: number): Promise<Session> {
  const session = await openSession(optionsFor(folder, patienceMs));
  onTestFinished(() => session.close());
  return session;
}

function valueOf(reply: Reply): unknown {
  return reply.ok ? reply.value : reply.error;
}

async function outcomeOf(session: Session, command: unknown): Promise<Outcome> {
  return valueOf(await session.call('commands.submit', command)) as Outcome;
}

/** Holds the folder's lock, as a console does that listens nowhere. */
function hold(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(dataFolderAt(folder).lock);
  onTestFinished(() => lock.release());
}

/** Something that listens where a console would. */
async function listen(folder: string, serve: (socket: Socket) => void): Promise<Server> {
  const server = createServer(serve);
  server.listen(dataFolderAt(folder).socket);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return server;
}

describe('a session', () => {
  it('is an engine of its own where nobody has the folder', async () => {
    const session = await opened(tempFolder());
    expect(session.kind).toBe('own');
    expect(await outcomeOf(session, createPerson(1))).toMatchObject({ status: 'accepted', version: 1 });
    expect(valueOf(await session.call('engine.status', {}))).toEqual({ state: 'running', error: null });
  });

  it('is the console that has the folder open', async () => {
    const folder = tempFolder();
    const first = await opened(folder);
    const second = await opened(folder);
    expect([first.kind, second.kind]).toEqual(['own', 'console']);
    expect(await outcomeOf(second, createPerson(1))).toMatchObject({ status: 'accepted' });
    expect(valueOf(await first.call('persons.list', {}))).toMatchObject({ total: 1 });
    expect(valueOf(await second.call('persons.list', {}))).toMatchObject({ total: 1 });
  });

  it('passes on every kind of refusal of that console', async () => {
    const folder = tempFolder();
    await opened(folder);
    const session = await opened(folder);
    const nested = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
    const codes = [
      await session.call('persons.forget', {}),
      await session.call('persons.list', { limit: 0 }),
      await session.call('commands.submit', { type: 'CreatePerson', data: {} }),
      await session.call('commands.submit', { type: 'CreatePerson', data: { nested } }),
      await session.call('commands.submit', { type: 'CreatePerson', data: { text: 'x'.repeat(2 ** 24) } }),
    ].map((reply) => (reply.ok ? null : reply.error.code));
    expect(codes).toEqual([
      'procedure-unknown',
      'input-invalid',
      'command-invalid',
      'payload-too-deep',
      'payload-too-large',
    ]);
  });

  it('waits for a console that is closing, and then opens the folder itself', async () => {
    const folder = tempFolder();
    const lock = lockFolder(dataFolderAt(folder).lock);
    // It hangs up on whoever comes now, and is done.
    await listen(folder, (socket) => {
      socket.destroy();
      lock.release();
    });
    expect((await opened(folder, 5000)).kind).toBe('own');
  });

  it('is refused where somebody holds the folder and does not answer', async () => {
    const folder = tempFolder();
    hold(folder);
    await expect(openSession(optionsFor(folder))).rejects.toMatchObject({
      error: { code: 'data-folder-held', kind: 'retryable' },
    });
    const run = await runInProcess(['exec', 'CreatePerson', '--data', folder], '{}');
    expect(run).toMatchObject({ code: EXIT.held, json: [{ status: 'rejected', code: 'data-folder-held' }] });
  });

  it.each([
    ['says nothing', (socket: Socket) => void socket.resume()],
    ['hangs up', (socket: Socket) => void socket.end()],
    ['speaks something else', (socket: Socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['sends bytes', (socket: Socket) => void socket.end(Buffer.from([0xff, 0xfe, 0x0a]))],
    ['refuses', (socket: Socket) => void socket.end('{"id": 1, "reply": {"ok": false, "error": {}}}\n')],
  ])('is refused where what listens there %s', async (_what, serve) => {
    const folder = tempFolder();
    hold(folder);
    await listen(folder, serve);
    await expect(openSession(optionsFor(folder))).rejects.toMatchObject({
      error: { code: 'data-folder-held' },
    });
  });

  it('is not opened over a socket that another user has put there', async () => {
    const folder = tempFolder();
    const server = await listen(folder, () => undefined);
    const { socket } = dataFolderAt(folder);
    if (process.getuid?.() === 0) chownSync(socket, 65534, 65534);
    else rmSync(socket);
    await expect(connectSocket(socket, 300, 300)).rejects.toThrow('no socket of this user');
    server.close();
  });

  it('works in a folder whose path is longer than a socket can have', async () => {
    const folder = join(tempFolder(), 'x'.repeat(90), 'y'.repeat(90));
    const [first, second] = [await opened(folder), await opened(folder)];
    expect([first.kind, second.kind]).toEqual(['own', 'console']);
    await second.close();
    await first.close();
    expect(existsSync(dataFolderAt(folder).socket)).toBe(false);
  });

  it('takes over a socket and a lock file that a killed console left behind', async () => {
    const folder = tempFolder();
    const { socket, lock } = dataFolderAt(folder);
    writeFileSync(socket, '');
    writeFileSync(lock, '');
    expect((await opened(folder)).kind).toBe('own');
  });

  it('works without a socket where none can be made, and reports it', async () => {
    const folder = tempFolder();
    mkdirSync(dataFolderAt(folder).socket);
    const reported: string[] = [];
    const session = await openSession({
      ...optionsFor(folder),
      report: (where) => reported.push(where),
    });
    onTestFinished(() => session.close());
    expect(await outcomeOf(session, createPerson(1))).toMatchObject({ status: 'accepted' });
    expect(reported).toEqual(['socket']);
  });

  it('leaves the folder closed where it could not be opened', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'log.db'), 'Dear diary, this is no database at all. '.repeat(200));
    await expect(openSession(optionsFor(folder))).rejects.toMatchObject({
      error: { code: 'not-a-database' },
    });
    lockFolder(dataFolderAt(folder).lock).release();
  });
});

describe('a session whose console closes', () => {
  it('goes on with an engine of its own, and every command is carried out once', async () => {
    const folder = tempFolder();
    const first = await openSession(optionsFor(folder));
    const second = await opened(folder, 5000);
    const commands = Array.from({ length: 300 }, (_, index) => ({
      ...(index === 0 ? createPerson(1) : rename(1, `Ada Lovelace-${index}`)),
      commandId: commandIdOf(index + 1),
    }));
    const answers = commands.map((command) => outcomeOf(second, command));
    await answers[0];
    await first.close();
    const versions = (await Promise.all(answers)).map(({ version }) => version);
    expect(versions).toEqual(commands.map((_, index) => index + 1));
    expect(second.kind).toBe('own');
  });

  it('asks the next console that has the folder', async () => {
    const folder = tempFolder();
    const first = await openSession(optionsFor(folder));
    const [second, third] = [await opened(folder, 5000), await opened(folder, 5000)];
    await first.close();
    const totals = await Promise.all([second, third].map((each) => each.call('persons.list', {})));
    expect(totals.map(valueOf)).toMatchObject([{ total: 0 }, { total: 0 }]);
    expect([second.kind, third.kind].sort()).toEqual(['console', 'own']);
  });

  it('says so where the folder cannot be had again', async () => {
    const folder = tempFolder();
    const first = await openSession(optionsFor(folder));
    const second = await opened(folder);
    await first.close();
    hold(folder);
    expect(await second.call('persons.list', {})).toMatchObject({
      ok: false,
      error: { code: 'data-folder-held' },
    });
  });

  it('does not ask for a backup twice: the file of the first would be in its way', async () => {
    const folder = tempFolder();
    const first = await openSession(optionsFor(folder));
    const second = await opened(folder);
    await first.close();
    expect(await second.call('log.backup', { file: join(folder, 'backup.db') })).toMatchObject({
      ok: false,
      error: { code: 'engine-stopped' },
    });
  });

  it('gives up on consoles that answer who they are and then hang up', async () => {
    const folder = tempFolder();
    hold(folder);
    await listen(folder, (socket) => {
      socket.once('data', () => {
        socket.write('{"id": 1, "reply": {"ok": true, "value": {}}}\n');
        socket.once('data', () => socket.end());
      });
    });
    const session = await opened(folder);
    expect(await session.call('persons.list', {})).toMatchObject({
      ok: false,
      error: { code: 'engine-stopped' },
    });
  });
});

describe('a session whose console stops answering', () => {
  /** Says that it runs as long as it is told to, and answers nothing else. Answers a way to answer that after all. */
  async function silentConsole(folder: string, answers: () => boolean): Promise<(value: string) => void> {
    await (await openSession(optionsFor(folder))).close();
    hold(folder);
    let answerLast: (value: string) => void = () => undefined;
    await listen(folder, (socket) => {
      void (async () => {
        for await (const line of readLines(socket, { maxBytes: 2 ** 20 })) {
          const { id, procedure } = JSON.parse(line.ok ? line.text : '') as SocketRequest;
          const answer = (value: unknown): void =>
            void socket.write(`${JSON.stringify({ id, reply: { ok: true, value } })}\n`);
          if (procedure !== 'engine.status') answerLast = answer;
          else if (answers()) answer({});
        }
      })().catch(() => undefined);
    });
    return (value) => answerLast(value);
  }

  it('waits as long as it takes where the console still says that it is there', async () => {
    const folder = tempFolder();
    let signs = 0;
    const answer = await silentConsole(folder, () => (signs += 1) > 0);
    const session = await openSession({ ...optionsFor(folder), silenceMs: 50 });
    onTestFinished(() => session.close());
    const verified = session.call('log.verify', {});
    await vi.waitFor(() => expect(signs).toBeGreaterThan(30), 5000);
    answer('done');
    expect(valueOf(await verified)).toBe('done');
  });

  it.each([['query', 'persons.list'], ['backup', '/nowhere/copy.db'], ['exec', 'CreatePerson'], ['verify']])(
    'ends %s with exit code 3 and words',
    async (...argv) => {
      const folder = tempFolder();
      let signs = 0;
      await silentConsole(folder, () => (signs += 1) === 1);
      const run = await runInProcess([...argv, '--data', folder], '{}', { silenceMs: 100 });
      expect(run.code).toBe(EXIT.held);
      expect(run.words).toContain('stopped answering');
      expect(JSON.stringify(run.json)).toContain('data-folder-held');
    },
  );

  it('ends batch with exit code 3, though its input goes on', async () => {
    const folder = tempFolder();
    let signs = 0;
    await silentConsole(folder, () => (signs += 1) === 1);
    const input = liveInput();
    for (const number of [1, 2, 3]) input.write(`${JSON.stringify(createPerson(number))}\n`);
    const run = await runInProcess(['batch', '--data', folder], input, { silenceMs: 100 });
    expect(run).toMatchObject({ code: EXIT.held, json: [{ code: 'data-folder-held' }, {}, {}] });
    expect(run.words).toMatch(/stopped answering.*No further line was read: 0 accepted, 3 of 3 refused/);
  });
});
