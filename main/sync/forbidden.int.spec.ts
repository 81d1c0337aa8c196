import { connect, headers, type NatsConnection } from 'nats.ws';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectLegacy } from './nats/legacy-connection.ts';
import type { NatsTarget } from './nats/connect.ts';
import { createPerson } from '../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';
import { startNatsServer, type TestServer } from './testing/nats-server.ts';

const PASSWORD = 'correct-horse-battery-staple';
const signedIn = (user: string) =>
  ({ authentication: { kind: 'user', user }, secret: { from: 'typed', text: PASSWORD } }) as const;

/** Root may do everything; of Ada's permissions, as an administrator writes them. */
function users(permissions = ''): string {
  const ada = `{ user: ada, password: "${PASSWORD}"${permissions === '' ? '' : `, permissions: { ${permissions} }`} }`;
  return `authorization { users: [ { user: root, password: "${PASSWORD}" }, ${ada} ] }`;
}
const mayNotPublish = (...subjects: readonly string[]): string =>
  users(`publish: { deny: ${JSON.stringify(subjects)} }`);
const mayNotSubscribe = (...subjects: readonly string[]): string =>
  users(`subscribe: { deny: ${JSON.stringify(subjects)} }`);

async function linked({ url }: TestServer, user: string): Promise<TestConsole> {
  const console = openTestConsole();
  const { id } = await console.ask('connections.save', { servers: [url], ...signedIn(user) });
  await console.ask('connections.use', { id, allow: ['begin'] });
  return console;
}

const told = (console: TestConsole) =>
  expect.poll(() => console.ask('link.status'), { timeout: 20_000, interval: 20 });

/** A server on which an installation has begun, and a console of Root's that is linked to it. */
async function begun(config = users()) {
  const server = await startNatsServer({ config });
  const root = await linked(server, 'root');
  await told(root).toMatchObject({ state: 'live' });
  return { server, root };
}

async function administrator({ url }: TestServer): Promise<NatsConnection> {
  const connection = await connect({ servers: url, user: 'root', pass: PASSWORD });
  onTestFinished(() => connection.close());
  return connection;
}

const forbidden = (denied: string) => ({
  code: 'link-forbidden',
  kind: 'retryable',
  message: `The server does not let this user ${denied}. Allow it in the user’s permissions there. Work goes on here; it is tried again.`,
  details: { denied },
});

describe('a subject that the server denies', () => {
  it('publishing to the log: what others do comes in, nothing goes out, and both are told until it is allowed', async () => {
    const { server, root } = await begun(mayNotPublish('person.log.>'));
    const ada = await linked(server, 'ada');
    await told(ada).toMatchObject({ state: 'live', error: null });
    await ada.submit(createPerson(1, 'Ada Lovelace'));
    await root.submit(createPerson(2, 'Grace Hopper'));
    await told(ada).toMatchObject({
      state: 'live',
      position: 1,
      waiting: { commits: 1 },
      error: forbidden('publish person.log.>'),
      refused: [
        {
          code: 403,
          description:
            'This user may not publish person.log.>. Allow it in the user’s permissions; it is tried again until then',
        },
      ],
    });
    // Who waits for an end is not left waiting.
    await expect(ada.ask('link.sync', {})).rejects.toMatchObject({
      error: forbidden('publish person.log.>'),
    });
    server.reload(users());
    await told(ada).toMatchObject({ state: 'live', waiting: { commits: 0 }, error: null, refused: [] });
  });

  it.each([
    ['publish $JS.API.INFO', mayNotPublish('$JS.API.INFO')],
    ['publish $JS.API.STREAM.INFO.PERSON_LOG', mayNotPublish('$JS.API.STREAM.INFO.PERSON_LOG')],
    ['publish $JS.API.CONSUMER.CREATE.PERSON_LOG', mayNotPublish('$JS.API.CONSUMER.CREATE.PERSON_LOG')],
    ['subscribe _INBOX.>', mayNotSubscribe('_INBOX.>')],
  ])('%s: told while the link comes about', async (denied, config) => {
    const { server } = await begun(config);
    const ada = await linked(server, 'ada');
    await told(ada).toMatchObject({ state: 'connecting', error: forbidden(denied) });
  });

  it('subscribing, taken away from a live link, and given back', async () => {
    const { server } = await begun();
    const ada = await linked(server, 'ada');
    await told(ada).toMatchObject({ state: 'live' });
    server.reload(mayNotSubscribe('_INBOX.>'));
    await told(ada).toMatchObject({ state: 'connecting', error: forbidden('subscribe _INBOX.>') });
    server.reload(users());
    await told(ada).toMatchObject({ state: 'live', error: null });
  });

  it('answering whether more can be taken, where there is much to take in', async () => {
    const { server } = await begun(mayNotPublish('$JS.FC.>'));
    const stream = (await administrator(server)).jetstream();
    const much = 'x'.repeat(100_000);
    for (let n = 0; n < 60; n += 1) await stream.publish('person.log.nonsense', much);
    const ada = await linked(server, 'ada');
    await told(ada).toMatchObject({ state: 'connecting', error: forbidden('publish $JS.FC.>') });
  });

  it('that only somebody else wants an answer at: the link is as it was', async () => {
    const { server, root } = await begun(mayNotPublish('elsewhere.>'));
    await root.ask('link.offline');
    const ada = await linked(server, 'ada');
    await told(ada).toMatchObject({ state: 'live', requests: { taking: true } });
    const system = await administrator(server);
    const all = headers();
    all.set('Person-Reply-To', 'elsewhere.answers');
    for (let n = 0; n < 20; n += 1)
      await system.jetstream().publish('person.commands.hr', 'nonsense', { headers: all });
    await told(ada).toMatchObject({ requests: { unreadable: 20 } });
    expect(await ada.ask('link.status')).toMatchObject({ state: 'live', error: null });
    await ada.submit(createPerson(1));
    await told(ada).toMatchObject({ waiting: { commits: 0 } });
  });

  it('is told of the bridge, too', async () => {
    const { server } = await begun(mayNotPublish('person.events.>'));
    const manager = await (await administrator(server)).jetstreamManager();
    await manager.streams.add({ name: 'PERSON_EVENTS', subjects: ['person.events.>'] });
    const ada = await linked(server, 'ada');
    await told(ada).toMatchObject({ state: 'live' });
    await ada.ask('legacy.on');
    const bridge = () => expect.poll(() => ada.engine.legacy.status, { timeout: 20_000, interval: 20 });
    await bridge().toMatchObject({ state: 'live' });
    await ada.submit(createPerson(1));
    await bridge().toMatchObject({
      state: 'connecting',
      error: {
        code: 'link-forbidden',
        message: expect.stringContaining('publish person.events.') as string,
      },
    });
    expect(await ada.ask('link.status')).toMatchObject({ state: 'live', error: null });
  });
});

describe('an account without JetStream', () => {
  it.each(['link', 'bridge'])('is told in words: %s', async (which) => {
    const config = `accounts { A { users: [ { user: ada, password: "${PASSWORD}" } ] } }`;
    const { url } = await startNatsServer({ config });
    const noJetStream = {
      code: 'link-no-jetstream',
      kind: 'rejected',
      message: expect.stringContaining('has to be switched on for this account') as string,
      details: { servers: [url] },
    };
    const target: NatsTarget = {
      servers: [url],
      credentials: { kind: 'user', user: 'ada', password: PASSWORD },
      ca: null,
      name: 'test',
    };
    if (which === 'bridge') await expect(connectLegacy(target)).rejects.toMatchObject({ error: noJetStream });
    else {
      const console = openTestConsole();
      const { id } = await console.ask('connections.save', { servers: [url], ...signedIn('ada') });
      await console.ask('connections.use', { id, allow: ['begin'] });
      await told(console).toMatchObject({ state: 'refused', error: noJetStream });
    }
  });
});
