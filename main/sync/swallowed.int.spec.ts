import { expect, it } from 'vitest';
import { createPerson, rename } from '../testing/submissions.ts';
import { closeNats, connectNats } from './nats/connect.ts';
import { openLinkedConsole } from './testing/linked-console.ts';
import { startNatsServer } from './testing/nats-server.ts';
import { startProxy } from './testing/proxy.ts';

const NOTICED_MS = 5000;
const NOTICED_AWAKE_MS = 2500;

it('a network that swallows everything is noticed within five seconds, and at once after sleep', async () => {
  const server = await startNatsServer();
  const proxy = await startProxy(server.url);
  const console = openLinkedConsole(proxy.url, ['begin']);
  const { sync } = console;
  sync.start();
  await console.submit(createPerson(1, 'Ada Lovelace'));
  await console.settled();
  const untilNoticed = async (): Promise<number> => {
    const since = performance.now();
    await console.until(() => sync.state !== 'live');
    return performance.now() - since;
  };

  proxy.swallow();
  await console.submit(rename(1, 'Ada King'));
  expect(await untilNoticed()).toBeLessThan(NOTICED_MS);

  proxy.letThrough();
  sync.awoke();
  await console.settled();

  proxy.swallow();
  sync.awoke();
  expect(await untilNoticed()).toBeLessThan(NOTICED_AWAKE_MS);
  expect(sync.status.error?.code).toBe('link-lost');

  proxy.letThrough();
  sync.awoke();
  await console.settled();
  sync.awoke();
  await console.submit(rename(1, 'Ada Byron'));
  await console.settled();
  expect(sync.status.counts).toMatchObject({ pushed: 3, steppedBack: 0 });
});

it('a connection that takes nothing any more can be closed all the same', async () => {
  const server = await startNatsServer();
  const proxy = await startProxy(server.url);
  const target = { servers: [proxy.url], credentials: { kind: 'none' as const }, ca: null, name: 'test' };
  const connection = await connectNats(target);
  proxy.swallow();
  const body = new Uint8Array(500_000);
  for (let nth = 0; nth < 60; nth += 1) connection.publish('nobody.listens', body);
  const since = performance.now();
  await closeNats(connection);
  expect(performance.now() - since).toBeLessThan(NOTICED_AWAKE_MS);
});
