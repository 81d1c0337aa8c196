import { expect, it } from 'vitest';
import { commitIdIn, subjectOf } from '../../../domain/sync/commit-message.ts';
import {
  addEmail,
  commandIdOf,
  createPerson,
  personIdOf,
  rename,
  submission,
} from '../../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';

/** All that waits behind a number, a few at a time, as whoever sends it reads it. */
function readOn(
  { engine }: TestConsole,
  from: number,
): { readonly numbers: number[]; readonly cursor: number } {
  const { sync } = engine.store.log;
  const numbers: number[] = [];
  for (let cursor = from; ; ) {
    const page = sync.outbox(cursor, 2);
    const last = page.at(-1);
    if (last === undefined) return { numbers, cursor };
    // What was made a moment ago is the same as what the log has of it.
    expect(page).toEqual(sync.outboxEntries(page.map(({ number }) => number)));
    numbers.push(...page.map(({ number }) => number));
    cursor = last.number;
  }
}

it('what was appended a moment ago goes out as the log has it, in order, once, whatever happens meanwhile', async () => {
  const console = openTestConsole();
  await console.submitAll([createPerson(1, 'Ada Lovelace'), createPerson(2, 'Grace Hopper')]);
  const first = readOn(console, 0);
  expect(first.numbers).toEqual([1, 2]);
  await console.submit(rename(1, 'Ada King'));
  await console.submit({
    ...rename(2, 'Zoë “Grace” Müller'),
    causationId: commandIdOf(1),
    correlationId: commandIdOf(9),
  });
  await console.submit({
    ...addEmail(1, 'ada@example.org'),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  });
  const second = readOn(console, first.cursor);
  expect(second.numbers).toEqual([3, 4, 5]);
  expect(readOn(console, second.cursor).numbers).toEqual([]);
  // A transaction that fails leaves nothing.
  const { log } = console.engine.store;
  await console.submit(rename(1, 'Ada Byron'));
  expect(() =>
    log.group(() => {
      throw new Error('full');
    }),
  ).toThrow('full');
  const third = readOn(console, second.cursor);
  expect(third.numbers).toEqual([6]);
  // Whoever connects anew begins at the beginning.
  expect(readOn(console, 0).numbers).toEqual([1, 2, 3, 4, 5, 6]);
});

it('what no database keeps as it is goes out as the database has it', async () => {
  const console = openTestConsole();
  expect(readOn(console, 0).numbers).toEqual([]);
  const halfOfACharacter = '😀'.slice(0, 1);
  await console.engine.engine.submit(createPerson(1, 'Ada Lovelace'), `legacy:${halfOfACharacter}`);
  expect(readOn(console, 0).numbers).toEqual([1]);
});

it('what others did before it makes it another commit', async () => {
  const [console, other] = [openTestConsole(), openTestConsole()];
  const taken: string[] = [];
  const take = (each: TestConsole, texts: readonly string[]) =>
    each.engine.engine.takeIn(
      texts.map((body, index) => ({
        sequence: taken.length + index + 1,
        time: '1',
        subject: subjectOf(`person-${personIdOf(1)}`),
        body,
      })),
    );
  await console.submit(createPerson(1, 'Ada Lovelace'));
  const created = console.engine.store.log.sync.outbox(0, 9).map(({ text }) => text);
  take(console, created);
  take(other, created);
  taken.push(...created);
  const { cursor } = readOn(console, 1);
  await console.submit(addEmail(1, 'ada@example.org'));
  await other.submit(submission('AssignLocation', { personId: personIdOf(1), locationId: 'Turin' }));
  const theirs = other.engine.store.log.sync.outbox(0, 9).map(({ text }) => text);
  take(console, theirs);
  const entries = console.engine.store.log.sync.outbox(cursor, 9);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ subjectSequence: 2 });
  expect(entries[0]?.text).toContain(`"predecessor":"${commitIdIn(theirs[0] ?? '')}"`);
  expect(readOn(console, cursor).numbers).toEqual([4]);
});

it('what came back meanwhile does not go out again, whoever asks', async () => {
  const console = openTestConsole();
  expect(readOn(console, 0).numbers).toEqual([]);
  await console.submitAll([createPerson(1, 'Ada Lovelace'), rename(1, 'Ada King')]);
  const { sync } = console.engine.store.log;
  const [first] = sync.outbox(0, 9);
  const subject = subjectOf(`person-${personIdOf(1)}`);
  console.engine.engine.takeIn([{ sequence: 1, time: '1', subject, body: first?.text ?? '' }]);
  expect(readOn(console, 0).numbers).toEqual([2]);
});
