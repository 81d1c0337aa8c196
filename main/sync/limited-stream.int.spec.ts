import { connect, DiscardPolicy, type JetStreamManager, nanos } from 'nats.ws';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createPerson, personIdOf, rename, submission } from '../testing/submissions.ts';
import { openLinkedConsole } from './testing/linked-console.ts';
import { startNatsServer } from './testing/nats-server.ts';

async function administer(url: string): Promise<JetStreamManager> {
  const connection = await connect({ servers: url });
  onTestFinished(() => connection.close());
  return connection.jetstreamManager();
}

it('a limit that an administrator sets takes nothing from who has it; who joins later is told what is missing', async () => {
  const server = await startNatsServer();
  const [a, b] = [openLinkedConsole(server.url, ['begin']), openLinkedConsole(server.url)];
  a.sync.start();
  await a.submitAll([1, 2, 3, 4, 5, 6].map((person) => createPerson(person)));
  await a.settled();
  b.sync.start();
  await b.settled();
  const manager = await administer(server.url);
  await manager.streams.update('PERSON_LOG', { max_msgs: 3, discard: DiscardPolicy.Old });
  expect((await manager.streams.info('PERSON_LOG')).state.messages).toBe(3);
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

it('a log that is full refuses what is new, in words; work goes on, and everything goes out once there is room', async () => {
  const server = await startNatsServer();
  const a = openLinkedConsole(server.url, ['begin']);
  a.sync.start();
  await a.submit(createPerson(1, 'Ada Lovelace'));
  await a.settled();
  const manager = await administer(server.url);
  const { state } = await manager.streams.info('PERSON_LOG');
  await manager.streams.update('PERSON_LOG', { max_bytes: state.bytes });
  await a.submitAll([rename(1, 'Ada King'), createPerson(2, 'Grace Hopper')]);
  await a.until(() => a.sync.status.refused.length === 2);
  expect(a.sync.status).toMatchObject({ state: 'live', error: null, waiting: { commits: 2 } });
  expect(a.sync.status.refused[0]).toEqual({
    streamId: `person-${personIdOf(1)}`,
    code: 10077,
    description:
      'maximum bytes exceeded. Raise the limits of the stream PERSON_LOG; it is tried again until then',
  });
  expect(await a.submit(rename(2, 'Grace Murray'))).toMatchObject({ status: 'accepted' });
  expect((await a.ask('persons.get', { personId: personIdOf(1) })).displayName).toBe('Ada King');
  await manager.streams.update('PERSON_LOG', { max_bytes: -1 });
  await a.settled();
  expect(a.sync.status).toMatchObject({ refused: [], counts: { pushed: 4, conflicts: 0, steppedBack: 0 } });
});

it('messages that grow too old take nothing from who has them, and need not be sent again', async () => {
  const server = await startNatsServer();
  const [a, b] = [openLinkedConsole(server.url, ['begin']), openLinkedConsole(server.url)];
  a.sync.start();
  await a.submitAll([createPerson(1, 'Ada Lovelace'), createPerson(2, 'Grace Hopper')]);
  await a.settled();
  b.sync.start();
  await b.settled();
  await b.sync.stop();
  const manager = await administer(server.url);
  const grownOld = (): Promise<void> =>
    vi.waitFor(async () => expect((await manager.streams.info('PERSON_LOG')).state.messages).toBe(0), {
      timeout: 10_000,
      interval: 50,
    });
  const limits = { max_age: nanos(500), duplicate_window: nanos(500) };
  await manager.streams.update('PERSON_LOG', limits);
  await grownOld();
  await manager.streams.update('PERSON_LOG', { ...limits, max_age: 0 });
  await a.submit(rename(1, 'Ada King'));
  await a.settled();
  // What it has ends exactly where the log begins now.
  b.sync.start();
  await b.until(() => b.engine.store.log.head() === 3);
  await b.settled();
  for (const { sync } of [a, b]) expect(sync.status.counts).toMatchObject({ steppedBack: 0, voids: 0 });
  expect((await manager.streams.info('PERSON_LOG')).state.messages).toBe(1);
  await b.sync.stop();
  await manager.streams.update('PERSON_LOG', limits);
  await grownOld();
  await a.sync.stop();
  for (const { sync, settled } of [a, b]) {
    sync.start();
    await settled();
  }
  // Nothing is left, and nothing is lost: who has it all goes on, and who comes without a copy is told.
  const late = openLinkedConsole(server.url);
  late.sync.start();
  await late.until(() => late.sync.status.state === 'refused');
  expect(late.sync.status.error?.code).toBe('link-beginning-missing');
  await manager.streams.update('PERSON_LOG', { ...limits, max_age: 0 });
  await b.submit(rename(2, 'Grace Murray'));
  await a.until(() => a.engine.store.log.head() === 4);
  for (const { sync } of [a, b]) expect(sync.status.counts).toMatchObject({ steppedBack: 0, voids: 0 });
});

it('a change that is larger than the server takes is refused in words, and others go on', async () => {
  const server = await startNatsServer({ config: 'max_payload: 4096' });
  const a = openLinkedConsole(server.url, ['begin']);
  a.sync.start();
  await a.settled();
  const large = {
    note: 'x'.repeat(900),
    more: 'x'.repeat(900),
    most: 'x'.repeat(900),
    rest: 'x'.repeat(900),
  };
  await a.submit(createPerson(1, 'Ada Lovelace'));
  await a.submit(submission('UpdateMetadata', { personId: personIdOf(1), changes: large }));
  await a.submit(createPerson(2, 'Grace Hopper'));
  await a.until(() => a.sync.status.refused.length === 1 && a.sync.status.waiting.commits === 1);
  expect(a.sync.status).toMatchObject({ state: 'live', error: null, counts: { pushed: 2 } });
  expect(a.sync.status.refused).toMatchObject([
    {
      streamId: `person-${personIdOf(1)}`,
      code: 413,
      description: expect.stringContaining('Raise max_payload') as string,
    },
  ]);
  await a.submit(rename(2, 'Grace Murray'));
  await a.until(() => a.sync.status.counts.pushed === 3);
  expect(a.sync.status).toMatchObject({ state: 'live', waiting: { commits: 1 } });
});
