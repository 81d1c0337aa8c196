import { connect } from 'nats.ws';
import { expect, it } from 'vitest';
import { subjectOf } from '../../domain/sync/commit-message.ts';
import { readMessage } from '../../domain/sync/read-message.ts';
import { uuidOf } from '../../domain/testing/recorded.ts';
import { createPerson, personIdOf } from '../testing/submissions.ts';
import { type LinkedConsole, openLinkedConsole } from './testing/linked-console.ts';
import { startNatsServer } from './testing/nats-server.ts';

const MESSAGES = 20_000;
const ANSWERED_MS = 1000;

/** What consoles would have written for so many persons: as the one that this console has written for one. */
function messagesLike({ engine }: LinkedConsole): readonly (readonly [subject: string, body: string])[] {
  const [entry] = engine.store.log.sync.outbox(0, 1);
  if (entry === undefined) throw new Error('Nothing waits to go out');
  const { streamId, text } = entry;
  const read = readMessage(text, subjectOf(streamId));
  if (!read.ok) throw new Error(read.reason);
  const { commitId, commandId, correlationId } = read.commit;
  return Array.from({ length: MESSAGES }, (_, nth) => {
    const body = text
      .replaceAll(personIdOf(0), personIdOf(nth))
      .replaceAll(commitId, uuidOf(0xb, nth))
      .replaceAll(commandId, uuidOf(0xc, nth))
      .replaceAll(correlationId, uuidOf(0xd, nth));
    return [subjectOf(streamId.replace(personIdOf(0), personIdOf(nth))), body];
  });
}

async function publishAll(url: string, messages: ReturnType<typeof messagesLike>): Promise<void> {
  const connection = await connect({ servers: url });
  for (const [subject, body] of messages) connection.publish(subject, body);
  await connection.flush();
  const manager = await connection.jetstreamManager();
  await expect
    .poll(async () => (await manager.streams.info('PERSON_LOG')).state.messages, { timeout: 20_000 })
    .toBe(MESSAGES);
  await connection.close();
}

it('a new console answers commands while it takes in what there is, and says how long that takes', {
  timeout: 60_000,
}, async () => {
  const server = await startNatsServer();
  const author = openLinkedConsole(server.url, ['begin']);
  author.sync.start();
  await author.settled();
  await author.sync.stop();
  await author.submit(createPerson(0, 'Ada Lovelace'));
  await publishAll(server.url, messagesLike(author));
  const console = openLinkedConsole(server.url);
  const { sync } = console;
  sync.start();

  await console.until(() => sync.status.perSecond !== null);
  const { state, behind, perSecond, secondsLeft, position } = sync.status;
  const since = performance.now();
  expect(state).toBe('catching-up');
  expect((behind ?? 0) + position).toBe(MESSAGES);
  expect(secondsLeft).toBe(Math.ceil((behind ?? 0) / (perSecond ?? 0)));

  expect(await console.submit(createPerson(MESSAGES, 'Grace Hopper'))).toMatchObject({ status: 'accepted' });
  expect(performance.now() - since).toBeLessThan(ANSWERED_MS);
  expect(sync.status).toMatchObject({ state: 'catching-up', waiting: { commits: 1 } });

  await console.until(() => sync.state === 'live');
  const seconds = (performance.now() - since) / 1000;
  expect(secondsLeft).toBeGreaterThan(seconds / 4);
  expect(secondsLeft).toBeLessThan(seconds * 4 + 1);
  expect(sync.status).toMatchObject({ behind: 0, perSecond: null, secondsLeft: null });
  await console.settled();
  expect(sync.status.counts).toMatchObject({ pulled: MESSAGES, pushed: 1, unreadable: 0, voids: 0 });
  process.stdout.write(
    `Catching up: ${perSecond} a second, ${secondsLeft} s foretold, ${seconds.toFixed(1)} s taken\n`,
  );
});
