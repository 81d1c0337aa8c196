import { connect, createInbox, headers } from 'nats.ws';
import { expect, it, onTestFinished } from 'vitest';
import { startNatsServer } from '../sync/testing/nats-server.ts';
import { commandIdOf, createPerson } from '../testing/submissions.ts';
import { Member } from './testing/installation/member.ts';

interface Reply {
  readonly id: string;
  readonly status: string;
  readonly duplicate?: boolean;
}

const COMMANDS = 300;

it('an engine that is asked to end in the middle of commands of another system answers what it has begun, and leaves the rest', async () => {
  const server = await startNatsServer();
  const engine = new Member(server.url);
  await engine.start('--begin');
  await expect.poll(async () => (await engine.status())?.requests.taking, { timeout: 15_000 }).toBe(true);
  const connection = await connect({ servers: server.url });
  onTestFinished(() => connection.close());
  const address = createInbox();
  const answers: Reply[] = [];
  let stop: Promise<number | null> | null = null;
  connection.subscribe(address, {
    callback: (_error, message) => {
      answers.push(message.json<Reply>());
      if (answers.length > 20) stop ??= engine.stop();
    },
  });
  const header = headers();
  header.set('Person-Reply-To', address);
  for (let number = 1; number <= COMMANDS; number += 1) {
    const { type, data } = createPerson(number, `Ada Nr${number}`);
    const about = { protocol: 1, id: commandIdOf(number), actor: 'test', issuedAt: '2026-01-05T08:00:00Z' };
    const body = JSON.stringify({ ...about, type, data });
    // Not one after the other: the engine is to have many before it.
    void connection.jetstream().publish('person.commands.load', body, { headers: header });
  }
  await expect.poll(() => stop !== null, { timeout: 15_000 }).toBe(true);
  expect(await (stop as Promise<number | null> | null)).toBe(0);
  await connection.flush();
  const before = answers.length;
  expect(before).toBeLessThan(COMMANDS);
  // All that it put on the log it has answered, too: nobody has to be told again.
  const manager = await connection.jetstreamManager();
  expect((await manager.streams.info('PERSON_LOG')).state.messages).toBe(before);
  await engine.start();
  await expect.poll(() => answers.length, { timeout: 30_000 }).toBe(COMMANDS);
  expect(answers.filter(({ status, duplicate }) => status !== 'accepted' || duplicate === true)).toEqual([]);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(COMMANDS);
  expect(await engine.stop()).toBe(0);
});
