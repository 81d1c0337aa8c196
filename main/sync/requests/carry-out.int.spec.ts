import { expect, it } from 'vitest';
import { subjectOf } from '../../../domain/sync/commit-message.ts';
import type { Request } from '../../../domain/sync/request-message.ts';
import { addEmail, commandIdOf, createPerson, personIdOf, rename } from '../../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';
import { CarryOut } from './carry-out.ts';
import { Moments } from './moments.ts';

const STREAM = `person-${personIdOf(1)}`;

function waiting({ engine }: TestConsole): readonly string[] {
  return engine.store.log.sync.outbox(0, 10).map(({ text }) => text);
}

const arrived = (sequence: number, body: string, subject = subjectOf(STREAM)) => ({
  sequence,
  subject,
  body,
  time: String(sequence),
});

/** A console that has carried out a command of another system, before it knows what somebody else did to the same person. */
async function overtaken(by: Parameters<TestConsole['submit']>[0]) {
  const [console, other] = [openTestConsole(), openTestConsole()];
  await console.submit(createPerson(1, 'Ada Lovelace'));
  const [created = ''] = waiting(console);
  const takenIn = new Moments();
  const take = (sequence: number, body: string): void => {
    console.engine.engine.takeIn([arrived(sequence, body)]);
    takenIn.tell();
  };
  take(1, created);
  other.engine.engine.takeIn([arrived(1, created)]);
  await other.submit(by);
  const { type, data } = rename(1, 'Ada King');
  const asked = { commandId: commandIdOf(1), issuedAt: '2026-01-05T08:00:00Z', actor: 'external:hr:jane' };
  const request: Request = { ...asked, type, data };
  const { engine, store } = console.engine;
  const { log } = store;
  const submit: ConstructorParameters<typeof CarryOut>[0]['submit'] = (submission, actor) =>
    engine.submit(submission, actor);
  const carryOut = new CarryOut({ log, sync: log.sync, submit, isOpen: () => true }, takenIn);
  const answers: unknown[] = [];
  const outcome = carryOut.carryOut(request, new AbortController().signal).then((answer) => {
    answers.push(answer);
    return answer;
  });
  await expect.poll(() => waiting(console).length).toBe(1);
  const [theirs = ''] = waiting(other);
  take(2, theirs);
  await engine.viewsAtLeast(log.head());
  expect(answers).toEqual([]);
  return { console, outcome, take };
}

it('a command that is decided again while its answer is waited for is answered as it was confirmed', async () => {
  const { console, outcome, take } = await overtaken(addEmail(1, 'ada@example.org'));
  const [again = ''] = waiting(console);
  take(3, again);
  const { commitId } = JSON.parse(again) as { commitId: string };
  expect(await outcome).toMatchObject({
    status: 'accepted',
    version: 3,
    events: [{ eventId: commitId, type: 'NameUpdated', version: 3 }],
  });
  expect(await outcome).not.toHaveProperty('duplicate', true);
});

it('one that becomes a conflict meanwhile is answered once everybody has the conflict', async () => {
  const { console, outcome, take } = await overtaken(rename(1, 'Ada Byron'));
  expect(waiting(console)).toHaveLength(1);
  const [conflict = ''] = waiting(console);
  const subject = subjectOf(`conflict-${commandIdOf(1)}`);
  console.engine.engine.takeIn([arrived(3, conflict, subject)]);
  take(4, 'nothing that can be read');
  expect(await outcome).toMatchObject({ status: 'conflict', code: 'command-in-conflict' });
});
