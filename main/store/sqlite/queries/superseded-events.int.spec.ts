import { describe, expect, it } from 'vitest';
import type { ArrivedMessage } from '../../../../domain/ports/take-in.ts';
import { subjectOf } from '../../../../domain/sync/commit-message.ts';
import {
  addEmail,
  commandIdOf,
  createPerson,
  personIdOf,
  rename,
  submission,
} from '../../../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../../../testing/test-console.ts';

const ada = personIdOf(1);
const assign = (locationId: string) => submission('AssignLocation', { personId: ada, locationId });

/** Sends all that waits here, in its order, behind what was sent before. */
function sendAll({ engine }: TestConsole, messages: ArrivedMessage[]): void {
  const { sync } = engine.store.log;
  const waiting = sync.outbox(0, 100);
  for (const { streamId, text } of waiting) {
    const sequence = messages.length + 1;
    messages.push({ sequence, time: String(sequence), subject: subjectOf(streamId), body: text });
  }
  engine.engine.takeIn(messages);
}

/** Two consoles with the same person; what the second one makes of it, then, is decided again on what the first one sends. */
async function apart(
  theirs: readonly ReturnType<typeof rename>[],
  mine: readonly ReturnType<typeof rename>[],
) {
  const [first, second] = [openTestConsole(), openTestConsole()];
  const messages: ArrivedMessage[] = [];
  await first.submit(createPerson(1, 'Ada Lovelace'));
  sendAll(first, messages);
  second.engine.engine.takeIn(messages);
  await second.submitAll(mine);
  for (const each of theirs) {
    await first.submit(each);
    sendAll(first, messages);
    second.engine.engine.takeIn(messages);
  }
  return { first, second };
}

const historyOf = (console: TestConsole, page: object = {}) =>
  console.ask('persons.timeline', { personId: ada, ...page });

describe('what lost in a rebase', () => {
  it('stays beside the history, with the event that stands in its place', async () => {
    const { first, second } = await apart([rename(1, 'Ada King')], [assign('London')]);
    const { rows, superseded } = await historyOf(second);
    expect(rows.map(({ type, version }) => [type, version])).toEqual([
      ['LocationAssigned', 3],
      ['NameUpdated', 2],
      ['PersonCreated', 1],
    ]);
    expect(superseded).toMatchObject([
      {
        type: 'LocationAssigned',
        version: 2,
        status: 'superseded',
        actor: 'user:grace',
        why: { kind: 'replaced', position: rows[0]?.position, version: 3 },
      },
    ]);
    expect(JSON.parse(superseded[0]?.data ?? '')).toMatchObject({ locationId: 'London' });
    expect((await historyOf(first)).superseded).toEqual([]);
  });

  it('leads to its conflict, or is said to have been so already', async () => {
    const commandId = commandIdOf(7);
    const mine = [{ ...rename(1, 'Ada Byron'), commandId }, assign('Paris')];
    const { second } = await apart([rename(1, 'Ada King'), assign('Paris')], mine);
    const { rows, superseded } = await historyOf(second);
    expect(superseded.map(({ type, why }) => [type, why])).toEqual([
      ['LocationAssigned', { kind: 'said' }],
      ['NameUpdated', { kind: 'conflict', conflictId: commandId }],
    ]);
    expect(rows.every(({ status }) => status !== 'superseded')).toBe(true);
    expect(await second.ask('persons.get', { personId: ada })).toMatchObject({ displayName: 'Ada King' });
  });

  it('is told once for each change, however often it was decided again, and on one page only', async () => {
    const theirs = [rename(1, 'Ada King'), rename(1, 'Ada Gordon'), rename(1, 'Ada Noel')];
    const { second } = await apart(theirs, [addEmail(1, 'ada@example.com')]);
    const told: string[] = [];
    for (let before: number | null | undefined; before !== null; ) {
      const page = await historyOf(second, { limit: 1, ...(before === undefined ? {} : { before }) });
      told.push(...page.superseded.map(({ type, version }) => `${type} ${version}`));
      before = page.next;
    }
    expect(told).toEqual([...new Set(told)]);
    expect(told).toContain('ComponentAdded 2');
    expect((await historyOf(second)).superseded.map(({ why }) => why.kind)).toEqual(
      told.map(() => 'replaced'),
    );
  });
});
