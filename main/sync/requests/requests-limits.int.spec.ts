import { readFileSync } from 'node:fs';
import { connect, createInbox, headers, type NatsConnection } from 'nats.ws';
import { expect, it, onTestFinished } from 'vitest';
import { commandIdOf, createPerson } from '../../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';
import { REQUEST_CONSUMER, REQUEST_STREAM } from '../nats/names.ts';
import { openLinkedConsole } from '../testing/linked-console.ts';
import { startNatsServer } from '../testing/nats-server.ts';

async function open(url: string, user?: string): Promise<NatsConnection> {
  const connection = await connect({
    servers: url,
    ...(user === undefined ? {} : { user, pass: user }),
  });
  onTestFinished(() => connection.close());
  return connection;
}

/** Sends a command and answers what is said of it; the address has to be listened to before. */
async function ask(connection: NatsConnection, number: number): Promise<unknown> {
  const { type, data } = createPerson(number, 'Ada Lovelace');
  const command = {
    protocol: 1,
    id: commandIdOf(number),
    type,
    data,
    actor: 'jane',
    issuedAt: '2026-01-05T08:00:00Z',
  };
  const address = createInbox();
  const replies = connection.subscribe(address, { max: 1, timeout: 20_000 });
  const header = headers();
  header.set('Person-Reply-To', address);
  await connection.jetstream().publish('person.commands.hr', JSON.stringify(command), { headers: header });
  for await (const reply of replies) return reply.json();
  throw new Error('No reply came');
}

it('a command that came to no end ten times is given up: answered, kept, and not handed out again', async () => {
  const server = await startNatsServer();
  const a = openLinkedConsole(server.url, ['begin']);
  a.sync.start();
  await a.until(() => a.sync.status.requests.taking);
  await a.sync.stop();
  const system = await open(server.url);
  const answer = ask(system, 1);
  const consumer = await system.jetstream().consumers.get(REQUEST_STREAM, REQUEST_CONSUMER);
  for (let time = 1; time <= 10; time += 1) (await consumer.next())?.nak();
  a.sync.start();
  expect(await answer).toMatchObject({ id: commandIdOf(1), status: 'rejected', code: 'request-exhausted' });
  expect(await a.ask('link.requests')).toMatchObject({
    total: 1,
    rows: [{ reason: 'exhausted', deliveries: 11, commandId: commandIdOf(1) }],
  });
  expect(a.engine.store.log.head()).toBe(0);
  await expect.poll(async () => (await consumer.info(false)).num_ack_pending).toBe(0);
  expect((await ask(system, 2)) as object).toMatchObject({ status: 'accepted' });
});

/** The subjects that docs/sync.md names in the sentence that begins so. */
function documented(begins: string, ends: string): string[] {
  const docs = readFileSync(new URL('../../../docs/sync.md', import.meta.url), 'utf8');
  const from = docs.indexOf(begins);
  const text = docs.slice(from + begins.length, docs.indexOf(ends, from));
  return [...text.matchAll(/`(?<subject>[^`]+)`(?<below> and below)?/gu)].flatMap(({ groups }) => {
    const { subject = '', below } = groups ?? {};
    return below === undefined ? [subject] : [subject, `${subject}.>`];
  });
}

function userOf(name: string, publish: readonly string[], subscribe: readonly string[]): string {
  const quoted = (subjects: readonly string[]): string =>
    subjects.map((each) => JSON.stringify(each)).join(', ');
  return `{ user: ${name}, password: ${name}, permissions: { publish: [${quoted(publish)}], subscribe: [${quoted(subscribe)}] } }`;
}

async function goesLive(console: TestConsole, url: string, user: string): Promise<void> {
  const { id } = await console.ask('connections.save', {
    servers: [url],
    authentication: { kind: 'user', user },
    secret: { from: 'typed', text: user },
  });
  await console.ask('connections.use', { id, allow: ['begin'] });
  await expect
    .poll(async () => (await console.ask('link.status')).requests, { timeout: 20_000 })
    .toMatchObject({ taking: true, error: null });
}

it('what the documentation lets a console and another system do is enough, and for the other system no more than that', async () => {
  const console = [
    ...documented('**Permissions** of a console: publish', 'subscribe `_INBOX.>`'),
    ...documented('besides those above: publish', 'whoever makes them'),
  ];
  expect(console.length).toBeGreaterThan(15);
  const config = `authorization { users: [
    { user: admin, password: admin },
    ${userOf('console', console, ['_INBOX.>'])},
    ${userOf('hr', ['person.commands.hr', 'person.commands.hr.>'], ['_INBOX.>'])} ] }`;
  const server = await startNatsServer({ config });
  const first = openTestConsole();
  await goesLive(first, server.url, 'admin');
  await first.ask('link.offline', {});
  const few = openTestConsole();
  await goesLive(few, server.url, 'console');
  const system = await open(server.url, 'hr');
  expect(await ask(system, 1)).toMatchObject({ status: 'accepted', version: 1 });
  await few.submit(createPerson(2, 'Grace Hopper'));
  await expect.poll(async () => (await few.ask('link.status')).waiting.commits, { timeout: 10_000 }).toBe(0);
  for (const subject of ['person.log.x', 'person.commands.payroll', '$JS.API.STREAM.DELETE.PERSON_LOG'])
    await expect(system.request(subject, '', { timeout: 3000 }), subject).rejects.toMatchObject({
      code: 'PERMISSIONS_VIOLATION',
    });
});
