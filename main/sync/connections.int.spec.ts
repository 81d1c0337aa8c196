import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ConnectionTest } from '../../domain/contract/connection-test.ts';
import type { ProcedureInput } from '../../domain/contract/procedures.ts';
import { writeSetting } from '../store/sqlite/settings.ts';
import { createPerson } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';
import { nkeys } from './nats/nkeys.ts';
import { makeCertificates } from './testing/certificates.ts';
import { startNatsServer } from './testing/nats-server.ts';
import { operatedServer } from './testing/operator.ts';

type Draft = ProcedureInput<'connections.save'>;

const PASSWORD = 'correct-horse-battery-staple';
const none = { kind: 'none' } as const;
const asUser = {
  authentication: { kind: 'user', user: 'ada' },
  secret: { from: 'typed', text: PASSWORD },
} as const;

function users(...more: readonly string[]): string {
  return `authorization { users: [ { user: ada, password: "${PASSWORD}" ${more.join(' ')} } ] }`;
}

async function becomes(console: TestConsole, state: string): Promise<void> {
  await expect.poll(async () => (await console.ask('link.status')).state, { timeout: 20_000 }).toBe(state);
}

async function goesLive(console: TestConsole, draft: Draft): Promise<string> {
  const { id } = await console.ask('connections.save', draft);
  await console.ask('connections.use', { id, allow: ['begin'] });
  await becomes(console, 'live');
  return id;
}

function tested(console: TestConsole, draft: Draft): Promise<ConnectionTest> {
  return console.ask('connections.test', { of: { draft } });
}

function found({ findings }: ConnectionTest): string[] {
  return findings.map(({ step, outcome, code }) => [step, outcome, code].filter(Boolean).join(' '));
}

function wordsOf({ findings }: ConnectionTest): string {
  return findings.map(({ words }) => words).join('\n');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

describe('how a connection says who it is', () => {
  it('by user and password; the data folder, a backup and what is shown hold nothing of it', async () => {
    const server = await startNatsServer({ config: users() });
    const console = openTestConsole();
    await goesLive(console, { servers: [server.url], ...asUser });
    await console.submit(createPerson(1, 'Ada Lovelace'));
    const backup = join(tempFolder(), 'log.backup');
    await console.ask('log.backup', { file: backup });
    const files = [...filesIn(console.folder), backup];
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => readFileSync(file).includes(PASSWORD))).toEqual([]);
    const shown = [await console.ask('connections.list'), await console.ask('link.status'), console.pushes];
    expect(JSON.stringify(shown)).not.toContain(PASSWORD);
  });

  it('by token, by the seed of an nkey, by a credentials file under an operator', async () => {
    const user = nkeys.createUser();
    const operated = operatedServer();
    const ways = [
      ['token', `authorization { token: "s3cr3t" }`, 's3cr3t'],
      [
        'nkey',
        `authorization { users: [ { nkey: ${user.getPublicKey()} } ] }`,
        new TextDecoder().decode(user.getSeed()),
      ],
      ['creds', operated.config, operated.creds],
    ] as const;
    for (const [kind, config, text] of ways) {
      const { url } = await startNatsServer({ config });
      const secret = { from: 'typed', text } as const;
      await goesLive(openTestConsole(), { servers: [url], authentication: { kind }, secret });
    }
  });

  it('by a file, which nobody else may read', async () => {
    const server = await startNatsServer({ config: users() });
    const file = join(tempFolder(), 'password');
    writeFileSync(file, `${PASSWORD}\n`, { mode: 0o644 });
    const console = openTestConsole();
    const connection = {
      servers: [server.url],
      authentication: { kind: 'user' as const, user: 'ada', file },
    };
    await console.ask('link.use', { connection, allow: ['begin'] });
    await becomes(console, 'refused');
    const { error } = await console.ask('link.status');
    expect(error).toMatchObject({
      code: 'secret-file-open',
      message: expect.stringContaining('chmod 600') as unknown,
    });
    chmodSync(file, 0o600);
    await console.ask('link.online', {});
    await becomes(console, 'live');
  });

  it('what is not kept here is asked for', async () => {
    const server = await startNatsServer({ config: users() });
    const folder = tempFolder();
    const first = openTestConsole({ dataFolder: folder });
    await goesLive(first, { servers: [server.url], ...asUser });
    await first.close();
    const again = openTestConsole({ dataFolder: folder, resumeLink: true });
    onTestFinished(again.close);
    await becomes(again, 'refused');
    expect((await again.ask('link.status')).error?.code).toBe('secret-missing');
    const [row] = (await again.ask('connections.list')).rows;
    expect(row).toMatchObject({ secret: 'missing', inUse: true });
    await again.ask('connections.save', { id: row?.id, servers: [server.url], ...asUser });
    await becomes(again, 'live');
  });
});

describe('several connections', () => {
  it('one that leads to another installation is refused before anything is sent', async () => {
    const [ours, theirs] = await Promise.all([startNatsServer(), startNatsServer()]);
    const console = openTestConsole();
    await goesLive(console, { name: 'Ours', servers: [ours.url], authentication: none });
    const elsewhere = openTestConsole();
    await goesLive(elsewhere, { name: 'Theirs', servers: [theirs.url], authentication: none });
    const other = await console.ask('connections.save', {
      name: 'Theirs',
      servers: [theirs.url],
      authentication: none,
    });
    const test = await console.ask('connections.test', { of: { id: other.id } });
    expect(found(test)).toContain('installation bad installation-other');
    // Known to lead elsewhere: not even asked.
    await theirs.kill();
    const bound = console.engine.connections;
    bound.put({ ...bound.get(other.id), installation: '00000000-0000-4000-8000-000000000000' });
    await expect(console.ask('connections.use', { id: other.id })).rejects.toMatchObject({
      error: { code: 'connection-other-installation' },
    });
    expect(await console.ask('link.status')).toMatchObject({ state: 'live', connection: 'Ours' });
  });

  it('a folder that knew one without a name has it as a connection', async () => {
    const folder = tempFolder();
    const first = openTestConsole({ dataFolder: folder });
    const connection = {
      servers: ['wss://nats.example.org:443'],
      credentialsFile: '/etc/nats.creds',
      caFile: null,
    };
    writeSetting(first.engine.store.logDb, 'link', JSON.stringify({ connection, wanted: false }));
    await first.close();
    const console = openTestConsole({ dataFolder: folder });
    onTestFinished(console.close);
    expect((await console.ask('connections.list')).rows).toMatchObject([
      {
        name: 'nats.example.org',
        inUse: true,
        authentication: { kind: 'creds', file: '/etc/nats.creds' },
        secret: 'file',
      },
    ]);
  });

  it('names are used once; one that is removed takes its secret and the link with it', async () => {
    const server = await startNatsServer({ config: users() });
    const console = openTestConsole();
    const id = await goesLive(console, { name: 'Office', servers: [server.url], ...asUser });
    await expect(
      console.ask('connections.save', { name: 'Office', servers: [server.url], authentication: none }),
    ).rejects.toMatchObject({ error: { code: 'connection-name-taken' } });
    expect((await console.ask('connections.remove', { id })).rows).toEqual([]);
    expect(await console.ask('link.status')).toMatchObject({
      state: 'offline',
      connection: null,
      servers: [],
    });
  });
});

describe('a test says what is wrong', () => {
  it('nobody there, no websocket of NATS, plain text to elsewhere', async () => {
    const console = openTestConsole();
    const web = createServer((_request, response) => void response.writeHead(404).end('Nothing here'));
    await new Promise<void>((resolve) => void web.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void web.close());
    const to = (server: string) => tested(console, { servers: [server], authentication: none });
    expect(found(await to('ws://127.0.0.1:9'))).toEqual(['address bad link-unreachable']);
    expect(found(await to(`ws://127.0.0.1:${(web.address() as AddressInfo).port}`))).toEqual([
      'address bad link-not-nats',
    ]);
    expect(found(await to('ws://nats.example.org'))).toEqual(['encryption bad link-not-encrypted']);
  });

  it('a wrong password, and the words do not repeat it', async () => {
    const server = await startNatsServer({ config: users() });
    const secret = { from: 'typed', text: 'wrong-horse' } as const;
    const test = await tested(openTestConsole(), { servers: [server.url], ...asUser, secret });
    expect(found(test)).toEqual(['address good', 'sign-in bad link-refused']);
    expect(JSON.stringify(test)).not.toContain('wrong-horse');
  });

  it('a certificate that nobody vouches for, and its authority', async () => {
    const { authority, ...tls } = makeCertificates(tempFolder());
    const server = await startNatsServer({ tls });
    const console = openTestConsole();
    const draft = { servers: [server.url], authentication: none };
    expect(found(await tested(console, draft))).toEqual(['address good', 'encryption bad link-certificate']);
    const trusting = { ...draft, authority: { from: 'given', text: authority } } as const;
    expect(found(await tested(console, trusting))).toContain('encryption good');
    await goesLive(console, trusting);
  });

  it('an account without JetStream', async () => {
    const config = `accounts { A { users: [ { user: ada, password: "${PASSWORD}" } ] } }`;
    const server = await startNatsServer({ config });
    const test = await tested(openTestConsole(), { servers: [server.url], ...asUser });
    expect(found(test)).toEqual(['address good', 'sign-in good', 'jetstream bad link-no-jetstream']);
  });

  it('which subjects are not allowed, and leaves no trace on the server', async () => {
    const denied = users(
      ', permissions: { publish: { deny: ["person.log.>", "$JS.API.STREAM.CREATE.PERSON_LOG"] } }',
    );
    const server = await startNatsServer({ config: denied });
    const test = await tested(openTestConsole(), { servers: [server.url], ...asUser });
    expect(found(test)).toEqual([
      'address good',
      'sign-in good',
      'jetstream good',
      'log attention log-missing',
      'installation attention installation-begin',
      'permissions bad link-forbidden',
      'permissions bad link-forbidden',
    ]);
    expect(wordsOf(test)).toContain('may not publish person.log.>');
    expect(wordsOf(test)).toContain('may not publish $JS.API.STREAM.CREATE.PERSON_LOG');
  });

  it('everything, where all is well, and the log is as long as before', async () => {
    const server = await startNatsServer();
    const console = openTestConsole();
    await console.submit(createPerson(1, 'Ada Lovelace'));
    const id = await goesLive(console, { servers: [server.url], authentication: none });
    const of = { id };
    const before = await console.ask('connections.test', { of });
    const test = await console.ask('connections.test', { of });
    expect(test).toEqual(before);
    expect(test.outcome).toBe('good');
    expect((await console.ask('link.odd', { limit: 10 })).total).toBe(0);
  });

  it('and can be cancelled', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
    silent.on('upgrade', () => undefined);
    onTestFinished(() => {
      silent.closeAllConnections();
      silent.close();
    });
    const console = openTestConsole();
    const testId = crypto.randomUUID();
    const draft = {
      servers: [`ws://127.0.0.1:${(silent.address() as AddressInfo).port}`],
      authentication: none,
    };
    const test = console.ask('connections.test', { testId, of: { draft } });
    const end = expect(test).rejects.toMatchObject({ error: { code: 'test-cancelled' } });
    await expect
      .poll(async () => (await console.ask('connections.cancel-test', { testId })).cancelled)
      .toBe(true);
    await end;
  });
});
