import { connect, DiscardPolicy } from 'nats.ws';
import { expect, it } from 'vitest';
import { createPerson, rename } from '../testing/submissions.ts';
import { openLinkedConsole } from './testing/linked-console.ts';
import { startNatsServer } from './testing/nats-server.ts';

it('a limit that an administrator sets takes nothing from who has it; who joins later is told what is missing', async () => {
  const server = await startNatsServer();
  const [a, b] = [openLinkedConsole(server.url, ['begin']), openLinkedConsole(server.url)];
  a.sync.start();
  await a.submitAll([1, 2, 3, 4, 5, 6].map((person) => createPerson(person)));
  await a.settled();
  b.sync.start();
  await b.settled();
  const connection = await connect({ servers: server.url });
  const manager = await connection.jetstreamManager();
  await manager.streams.update('PERSON_LOG', { max_msgs: 3, discard: DiscardPolicy.Old });
  expect((await manager.streams.info('PERSON_LOG')).state.messages).toBe(3);
  await connection.close();
  await b.sync.stop();
  await a.submit(rename(1, 'Ada King'));
  await a.settled();
  b.sync.start();
  await b.until(() => b.engine.store.log.head() === 7);
  await b.settled();
  for (const { engine, sync } of [a, b]) {
    expect(engine.store.log.head()).toBe(7);
    expect(sync.status.counts.steppedBack).toBe(0);
  }
  const late = openLinkedConsole(server.url);
  late.sync.start();
  await late.until(() => late.sync.status.state === 'refused');
  expect(late.sync.status.error?.code).toBe('link-beginning-missing');
  expect(late.sync.status.error?.message).toContain('Start from a backup of another console');
});
