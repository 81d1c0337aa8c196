import { expect, it } from 'vitest';
import { subjectOf } from '../../../domain/sync/commit-message.ts';
import { addEmail, createPerson, personIdOf, rename } from '../../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';

const STREAM = `person-${personIdOf(1)}`;

async function changed(times: number): Promise<TestConsole> {
  const console = openTestConsole();
  const renames = Array.from({ length: times - 1 }, (_, index) => rename(1, `Ada Nr${index}`));
  await console.submitAll([createPerson(1, 'Ada Lovelace'), ...renames]);
  return console;
}

/** As the messages that come back once the broker has ordered them. */
function messagesOf({ engine }: TestConsole) {
  return engine.store.log.sync.outbox(0, Number.MAX_SAFE_INTEGER).map(({ text }, index) => ({
    sequence: index + 1,
    time: String(index + 1),
    subject: subjectOf(STREAM),
    body: text,
  }));
}

// Walked back for each of them, it takes minutes.
it('a stream with thousands of pending commits is confirmed in seconds', { timeout: 30_000 }, async () => {
  const console = await changed(5000);
  const messages = messagesOf(console);
  for (let from = 0; from < messages.length; from += 500) {
    expect(console.engine.store.log.sync.outbox(0, 1)[0]?.number).toBe(from + 1);
    expect(console.engine.engine.takeIn(messages.slice(from, from + 500)).confirmed).toBe(500);
  }
  expect(console.engine.store.log.pendingCommits()).toBe(0);
});

it('and decided again in seconds where somebody else came first', { timeout: 30_000 }, async () => {
  const [console, other] = [await changed(3000), openTestConsole()];
  const [first] = messagesOf(console);
  if (first === undefined) throw new Error('Nothing waits to go out');
  other.engine.engine.takeIn([first]);
  await other.submit(addEmail(1, 'ada@example.org'));
  const [added] = messagesOf(other);
  const theirs = { ...first, sequence: 2, body: added?.body ?? '' };
  expect(console.engine.engine.takeIn([first, theirs])).toMatchObject({ applied: 1, rebased: 2999 });
  expect(await console.ask('log.verify')).toMatchObject({ ok: true });
});
