import { expect, it } from 'vitest';
import { createPerson, rename } from '../testing/submissions.ts';
import { openLinkedConsole } from './testing/linked-console.ts';
import { startNatsServer } from './testing/nats-server.ts';

const NOTICED_MS = 5000;

it('a server that falls silent is noticed within five seconds, and the link comes back by itself', async () => {
  const server = await startNatsServer();
  const console = openLinkedConsole(server.url, ['begin']);
  console.sync.start();
  await console.submit(createPerson(1, 'Ada Lovelace'));
  await console.settled();
  server.signal('SIGSTOP');
  const since = performance.now();
  await console.until(() => console.sync.status.state !== 'live');
  expect(performance.now() - since).toBeLessThan(NOTICED_MS);
  await console.submit(rename(1, 'Ada King'));
  server.signal('SIGCONT');
  await console.settled();
  expect(console.sync.status.counts).toMatchObject({ pushed: 2, steppedBack: 0 });
});
