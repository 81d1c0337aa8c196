import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../../domain/contract/commands.ts';
import { subjectOf } from '../../../../domain/sync/commit-message.ts';
import {
  commandIdOf,
  createPerson,
  personIdOf,
  rename,
  setBirthDate,
  submission,
} from '../../../testing/submissions.ts';
import { allPages, openTestConsole, type TestConsole } from '../../../testing/test-console.ts';

const archive = (person: number): Submission =>
  submission('ArchivePerson', { personId: personIdOf(person), reason: 'Left' });

const outboxOf = ({ engine }: TestConsole) => engine.store.log.sync.outbox(0, 100);

const arrived = ({ streamId, text }: { streamId: string; text: string }, index: number) => ({
  sequence: index + 1,
  subject: subjectOf(streamId),
  body: text,
  time: String(index + 1),
});

/** Offline, each changed these persons; the other one was faster. The id of a conflict is that of the command. */
async function conflicting(mine: readonly Submission[], theirs: readonly Submission[]): Promise<TestConsole> {
  const [console, other] = [openTestConsole(), openTestConsole()];
  await console.submitAll([1, 2, 3, 4, 5].map((person) => createPerson(person, `Ada Number${person}`)));
  const created = outboxOf(console).map(arrived);
  for (const each of [console, other]) each.engine.engine.takeIn(created);
  for (const [index, each] of mine.entries())
    await console.submit({ ...each, commandId: commandIdOf(index + 1) });
  for (const each of theirs) await other.submit(each);
  const later = outboxOf(other).map((entry, index) => arrived(entry, created.length + index));
  console.engine.engine.takeIn(later);
  return console;
}

const everybody = [1, 2, 3, 4, 5];

describe('conflicts', () => {
  it('are paged, the newest first, each once', async () => {
    const console = await conflicting(
      everybody.map((person) => rename(person, `Ada Mine${person}`)),
      everybody.map((person) => rename(person, `Ada Theirs${person}`)),
    );
    const { rows, sizes } = await allPages((after) =>
      console.ask('conflicts.list', { limit: 2, ...(after === undefined ? {} : { after }) }),
    );
    expect(sizes).toEqual([2, 2, 1]);
    expect(rows.map(({ personId }) => personId)).toEqual(everybody.toReversed().map(personIdOf));
    expect(rows.map(({ displayName }) => displayName)).toEqual(
      everybody.toReversed().map((person) => `Ada Theirs${person}`),
    );
    const exact = await console.ask('conflicts.list', { limit: 5 });
    expect([exact.rows.length, exact.next, exact.matching]).toEqual([5, null, 5]);
  });

  it('are told by what they are about, with how many there are of each state', async () => {
    const console = await conflicting(
      [rename(1, 'Ada Mine'), setBirthDate(2, '1815-12-10'), rename(3, 'Ada Mine'), rename(3, 'Ada Again')],
      [rename(1, 'Ada Theirs'), archive(2), rename(3, 'Ada Theirs')],
    );
    const list = (input: Parameters<typeof console.ask<'conflicts.list'>>[1]) =>
      console.ask('conflicts.list', input);
    expect(await list({})).toMatchObject({ matching: 4, counts: { open: 4, applied: 0, dropped: 0 } });
    const impossible = await list({ severity: 'impossible' });
    expect(impossible).toMatchObject({
      matching: 1,
      counts: { open: 4 },
      rows: [
        { personId: personIdOf(2), refusal: { code: 'person-archived' }, by: 'system:sync', reason: null },
      ],
    });
    expect((await list({ severity: 'rests-on' })).rows).toMatchObject([{ restsOn: commandIdOf(3) }]);
    const [same] = (await list({ severity: 'same-field', limit: 1 })).rows;
    expect(same?.personId).toBe(personIdOf(3));

    await console.ask('conflicts.drop', { conflictId: commandIdOf(1), reason: 'Theirs is right' });
    expect(await list({})).toMatchObject({ matching: 3, counts: { open: 3, applied: 0, dropped: 1 } });
    expect((await list({ state: 'dropped' })).rows).toMatchObject([
      { conflictId: commandIdOf(1), state: 'dropped', reason: 'Theirs is right', by: 'user:grace' },
    ]);
    expect(await list({ state: 'dropped', severity: 'impossible' })).toMatchObject({ rows: [], matching: 0 });
  });

  it('are none where there are none, and one that is not there is told with its id', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1));
    expect(await console.ask('conflicts.list')).toEqual({
      rows: [],
      next: null,
      matching: 0,
      counts: { open: 0, applied: 0, dropped: 0 },
    });
    const conflictId = commandIdOf(7);
    await expect(console.ask('conflicts.get', { conflictId })).rejects.toMatchObject({
      error: {
        kind: 'rejected',
        code: 'conflict-missing',
        message: `There is no conflict ${conflictId}. Check the id.`,
        details: { conflictId },
      },
    });
  });
});
