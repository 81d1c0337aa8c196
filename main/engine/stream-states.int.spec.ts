import { describe, expect, it } from 'vitest';
import { type CommitMessage, subjectOf, writeMessage } from '../../domain/sync/commit-message.ts';
import { uuidOf } from '../../domain/testing/recorded.ts';
import { commandIdOf, createPerson, personIdOf, rename, submission } from '../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';

/** Everything that waits there comes here. */
function bring(from: TestConsole, to: TestConsole): void {
  const { sync } = from.engine.store.log;
  const before = to.engine.store.log.sync.position();
  const messages = sync.outbox(0, 100).map(({ streamId, text }, index) => ({
    sequence: before + index + 1,
    time: String(before + index + 1),
    subject: subjectOf(streamId),
    body: text,
  }));
  from.engine.engine.takeIn(messages);
  to.engine.engine.takeIn(messages);
}

/** One event of somebody else, whatever it says. */
function bringOne(
  to: TestConsole,
  [type, schemaVersion, data]: readonly [string, number, unknown],
  on: Partial<CommitMessage>,
): number {
  const sequence = to.engine.store.log.sync.position() + 1;
  const commitId = uuidOf(0xe, sequence);
  const body = {
    commitId,
    commandId: uuidOf(0xc, 900 + sequence),
    streamId: '',
    predecessor: null,
    origin: uuidOf(0xd, 1),
    timestamp: '2026-01-05T08:00:00.000Z',
    actor: 'user:mallory',
    correlationId: uuidOf(0xc, 900 + sequence),
    causationId: null,
    traceparent: null,
    fingerprint: 'aa',
    events: [{ eventId: commitId, type, schemaVersion, data: JSON.stringify(data) }],
    ...on,
  };
  const subject = subjectOf(body.streamId);
  const message = { sequence, time: String(sequence), subject, body: writeMessage(body) };
  return to.engine.engine.takeIn([message]).applied;
}

describe('a state that is held', () => {
  it('goes on with what others do, without the log being read', async () => {
    const [here, there] = [openTestConsole(), openTestConsole()];
    await there.submit(createPerson(1, 'Ada Lovelace'));
    bring(there, here);
    await here.submit(rename(1, 'Ada King'));
    bring(here, there);
    await there.submit(rename(1, 'Ada Byron'));
    bring(there, here);
    // What the person is called already changes nothing, and what was decided on an older version is refused.
    expect(await here.submit(rename(1, 'Ada Byron'))).toMatchObject({
      status: 'accepted',
      version: 3,
      events: [],
    });
    expect(await here.submit({ ...rename(1, 'Ada K.'), expectedVersion: 2 })).toMatchObject({
      status: 'conflict',
    });
    expect(await here.submit({ ...rename(1, 'Ada K.'), expectedVersion: 3 })).toMatchObject({ version: 4 });
    expect(await here.ask('log.verify')).toMatchObject({ ok: true });
  });

  it('weighs something whatever others call a conflict, and keeps nothing from being taken in or decided', async () => {
    const console = openTestConsole();
    const drop = submission('DropConflict', { conflictId: commandIdOf(1), reason: 'Nobody knows' });
    const streamId = `conflict-${commandIdOf(1)}`;
    expect(bringOne(console, ['Unheard', 1, {}], { streamId })).toBe(1);
    expect(await console.submit(drop)).toMatchObject({ code: 'conflict-missing' });
    for (const [index, data] of [{}, { fields: 7 }, { fields: { length: -1e9 } }].entries()) {
      const predecessor = uuidOf(0xe, index + 1);
      expect(bringOne(console, ['ConflictDetected', 1, data], { streamId, predecessor })).toBe(1);
    }
    expect(await console.submit(drop)).toMatchObject({ status: 'accepted', version: 5 });
  });

  it('goes on with an event that names nothing that can be a name', async () => {
    const console = openTestConsole();
    const streamId = `person-${personIdOf(1)}`;
    await console.submit(createPerson(1, 'Ada Lovelace'));
    const [created] = console.engine.store.log.sync.outbox(0, 1);
    const subject = subjectOf(streamId);
    const body = created?.text ?? '';
    console.engine.engine.takeIn([{ sequence: 1, time: '1', subject, body }]);
    const predecessor = created?.commitId ?? null;
    const data = { system: { toString: 1 }, identityId: 'x' };
    expect(bringOne(console, ['IdentityLinked', 3, data], { streamId, predecessor })).toBe(1);
    expect(await console.submit(rename(1, 'Ada King'))).toMatchObject({ version: 3 });
  });
});
