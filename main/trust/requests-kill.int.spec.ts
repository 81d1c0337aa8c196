import { connect, createInbox, headers, type NatsConnection } from 'nats.ws';
import { expect, it, onTestFinished } from 'vitest';
import { startNatsServer } from '../sync/testing/nats-server.ts';
import { createPerson, commandIdOf } from '../testing/submissions.ts';
import { Member } from './testing/installation/member.ts';

interface Reply {
  readonly id: string;
  readonly status: string;
}

const COMMANDS = 400;

async function ask(connection: NatsConnection, address: string, number: number): Promise<void> {
  const all = headers();
  all.set('Person-Reply-To', address);
  const { type, data } = createPerson(number, `Ada Nr${number}`);
  const asked = { protocol: 1, id: commandIdOf(number), type, data, actor: 'test' };
  const body = JSON.stringify({ ...asked, issuedAt: new Date().toISOString() });
  await connection.jetstream().publish('person.commands.load', body, { headers: all });
}

it('one of two engines is killed in the middle of commands of another system: each has its effect once, and is answered', async () => {
  const server = await startNatsServer();
  const [first, second] = [new Member(server.url), new Member(server.url)];
  await first.start('--begin');
  await expect.poll(async () => (await first.status())?.requests.taking, { timeout: 15_000 }).toBe(true);
  await second.start();
  await expect.poll(async () => (await second.status())?.requests.taking, { timeout: 15_000 }).toBe(true);
  const connection = await connect({ servers: server.url });
  onTestFinished(() => connection.close());
  const address = createInbox();
  const answered = new Map<string, string>();
  const kills: Promise<void>[] = [];
  connection.subscribe(address, {
    callback: (_error, message) => {
      const { id, status } = message.json<Reply>();
      answered.set(id, status);
      if (answered.size > 20 && kills.length === 0) kills.push(first.kill());
    },
  });
  await Promise.all(Array.from({ length: COMMANDS }, (_, index) => ask(connection, address, index + 1)));
  await expect.poll(() => answered.size, { timeout: 30_000 }).toBe(COMMANDS);
  await Promise.all(kills);
  expect(new Set(answered.values())).toEqual(new Set(['accepted']));
  expect((await second.status())?.requests).toMatchObject({ refused: 0, exhausted: 0 });
  // It has what it had decided and not sent; none of it is a second effect.
  await first.start();
  await expect.poll(async () => (await first.status())?.waiting.commits, { timeout: 15_000 }).toBe(0);
  await expect.poll(async () => (await first.status())?.state, { timeout: 15_000 }).toBe('live');
  const manager = await connection.jetstreamManager();
  const log = await manager.streams.info('PERSON_LOG', { subjects_filter: '>' });
  expect(Object.keys(log.state.subjects ?? {})).toHaveLength(COMMANDS);
  expect(await first.stop()).toBe(0);
  expect(await second.stop()).toBe(0);
  expect((await manager.streams.info('PERSON_COMMANDS')).state.messages).toBe(0);
});
