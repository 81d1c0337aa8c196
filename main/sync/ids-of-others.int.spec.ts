import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArrivedMessage } from '../../domain/ports/take-in.ts';
import { type CommitMessage, subjectOf, writeMessage } from '../../domain/sync/commit-message.ts';
import { readMessage } from '../../domain/sync/read-message.ts';
import { uuidOf } from '../../domain/testing/recorded.ts';
import { restoreLog } from '../store/sqlite/restore.ts';
import { addComponent, commandIdOf, createPerson, personIdOf, rename } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';

const STREAM = `person-${personIdOf(1)}`;

function waiting({ engine }: TestConsole): CommitMessage[] {
  return engine.store.log.sync.outbox(0, 100).map(({ text, streamId }) => {
    const read = readMessage(text, subjectOf(streamId));
    if (!read.ok) throw new Error(read.reason);
    return read.commit;
  });
}

function arrived(sequence: number, commit: CommitMessage): ArrivedMessage {
  const body = writeMessage(commit);
  return { sequence, subject: subjectOf(commit.streamId), body, time: String(sequence) };
}

/** A person of its own making, under ids that were not its to take. */
function forged(number: number, eventIds: readonly string[]): CommitMessage {
  return {
    commitId: eventIds[0] ?? '',
    commandId: commandIdOf(900 + number),
    streamId: `person-${personIdOf(number)}`,
    predecessor: null,
    origin: uuidOf(0xd, 1),
    timestamp: '2026-01-05T08:00:00.000Z',
    actor: 'user:mallory',
    correlationId: commandIdOf(900 + number),
    causationId: null,
    traceparent: null,
    fingerprint: 'aa',
    events: eventIds.map((eventId) => ({
      eventId,
      type: 'MetadataUpdated',
      schemaVersion: 1,
      data: JSON.stringify({ changes: { note: 'x' } }),
    })),
  };
}

async function expectGood(console: TestConsole): Promise<void> {
  expect(await console.ask('log.verify')).toMatchObject({ ok: true, findings: [] });
}

/** Three commits that wait; the last one has two events, because a new primary takes the place of another. */
async function withTwoEvents() {
  const console = openTestConsole();
  await console.submit(createPerson(1, 'Ada Lovelace'));
  await console.submit(addComponent(1, 'Tag', { name: 'Pioneer' }, { primary: true }));
  await console.submit(addComponent(1, 'Tag', { name: 'Countess' }, { primary: true }));
  const own = waiting(console);
  const second = own[2]?.events[1]?.eventId;
  if (second === undefined) throw new Error('The last commit has one event');
  return { console, own, second };
}

describe('ids in a message that belong to something else', () => {
  it('of a second event of ours that waits: ours is not confirmed by it, and is decided again on it', async () => {
    const { console, own, second } = await withTwoEvents();
    const messages = own.slice(0, 2).map((commit, index) => arrived(index + 1, commit));
    const theirs = { ...forged(1, [second]), predecessor: own[1]?.commitId ?? null };
    const taken = console.engine.engine.takeIn([...messages, arrived(3, theirs)]);
    expect(taken).toMatchObject({ confirmed: 2, applied: 1 });
    const [again] = waiting(console);
    expect(again).toMatchObject({ commandId: own[2]?.commandId, predecessor: second });
    expect(again?.events.map(({ eventId }) => eventId)).not.toContain(second);
    await expectGood(console);
  });

  it('of an event that waits in another stream: that is decided again under ids of its own', async () => {
    const { console, own } = await withTwoEvents();
    const ids = own.map(({ commitId }) => commitId);
    const taken = console.engine.engine.takeIn([arrived(1, forged(2, [uuidOf(0xe, 1), ids[0] ?? '']))]);
    expect(taken).toMatchObject({ applied: 1, rebased: 3 });
    expect(waiting(console).some(({ commitId }) => ids.includes(commitId))).toBe(false);
    expect(waiting(console).map(({ streamId }) => streamId)).toEqual([STREAM, STREAM, STREAM]);
    await expectGood(console);
  });

  it('of a confirmed event, or of one in the same transaction: it has no effect, for everybody, and keeps nobody away', async () => {
    const { console, own, second } = await withTwoEvents();
    const other = openTestConsole();
    const messages = [
      ...own.map((commit, index) => arrived(index + 1, commit)),
      arrived(4, forged(2, [uuidOf(0xe, 1), second])),
      arrived(5, forged(3, [uuidOf(0xe, 2)])),
      arrived(6, forged(4, [uuidOf(0xe, 3), uuidOf(0xe, 2)])),
    ];
    for (const each of [console, other]) {
      expect(each.engine.engine.takeIn(messages)).toMatchObject({
        applied: each === other ? 4 : 1,
        voids: 2,
      });
      expect(each.engine.store.log.sync.position()).toBe(6);
      await expectGood(each);
    }
  });

  it('of a commit of ours, under which something else stands: that is what holds, for everybody', async () => {
    const [console, other] = [openTestConsole(), openTestConsole()];
    await console.submit(createPerson(1, 'Ada Lovelace'));
    await console.submit(rename(1, 'Ada King'));
    const [created, renamed] = waiting(console);
    if (created === undefined || renamed === undefined) throw new Error('Nothing waits');
    const events = renamed.events.map((event) => ({
      ...event,
      data: event.data.replace('King', 'Byron'),
    }));
    const messages = [arrived(1, created), arrived(2, { ...renamed, events })];
    expect(console.engine.engine.takeIn(messages)).toMatchObject({ confirmed: 1, applied: 1 });
    expect(other.engine.engine.takeIn(messages)).toMatchObject({ applied: 2 });
    for (const each of [console, other]) {
      expect(await each.ask('persons.get', { personId: personIdOf(1) })).toMatchObject({
        person: { name: { familyNames: ['Byron'] } },
      });
      await expectGood(each);
    }
  });

  it('of a command that was carried out a moment ago: it is not carried out again, in its stream or in another', async () => {
    const console = openTestConsole();
    const first = forged(2, [uuidOf(0xe, 1)]);
    const { commandId } = first;
    const messages = [
      arrived(1, first),
      arrived(2, { ...forged(2, [uuidOf(0xe, 2)]), commandId, predecessor: first.commitId }),
      arrived(3, { ...forged(3, [uuidOf(0xe, 3)]), commandId }),
    ];
    expect(console.engine.engine.takeIn(messages)).toMatchObject({ applied: 1, voids: 2 });
    await expectGood(console);
  });

  it('twice in one message: it cannot be read', () => {
    const console = openTestConsole();
    const id = uuidOf(0xe, 1);
    expect(console.engine.engine.takeIn([arrived(1, forged(2, [id, id]))])).toMatchObject({ unreadable: 1 });
  });
});

describe('what others did that lacks what it must have', () => {
  it.each([
    ['IdentityLinked', 3],
    ['MetadataUpdated', 3],
    ['ConflictDetected', 1],
  ])('may have changed anything: what waits is put before somebody (%s)', async (type, schemaVersion) => {
    const console = openTestConsole();
    await console.submit(createPerson(1, 'Ada Lovelace'));
    await console.submit(rename(1, 'Ada King'));
    const [created] = waiting(console);
    if (created === undefined) throw new Error('Nothing waits');
    const events = [{ eventId: uuidOf(0xe, 1), type, schemaVersion, data: '{}' }];
    const theirs = { ...forged(1, [uuidOf(0xe, 1)]), predecessor: created.commitId, events };
    const taken = console.engine.engine.takeIn([arrived(1, created), arrived(2, theirs)]);
    expect(taken).toMatchObject({ confirmed: 1, applied: 1, conflicts: 1 });
  });
});

describe('a commit that was put aside', () => {
  it('comes back, and is put aside again: the log and a backup of it hold', async () => {
    const [console, other] = [openTestConsole(), openTestConsole()];
    await console.submit(createPerson(1, 'Ada Lovelace'));
    const [created] = waiting(console);
    if (created === undefined) throw new Error('Nothing waits');
    other.engine.engine.takeIn([arrived(1, created)]);
    await console.submit(rename(1, 'Ada King'));
    await other.submit(rename(1, 'Ada Byron'));
    const [, ours] = waiting(console);
    const [theirs] = waiting(other);
    if (ours === undefined || theirs === undefined) throw new Error('Nothing waits');
    const { engine } = console.engine;
    expect(engine.takeIn([arrived(1, created), arrived(2, theirs)])).toMatchObject({ conflicts: 1 });
    engine.stepBack(1);
    expect(engine.takeIn([arrived(2, ours)])).toMatchObject({ applied: 1 });
    engine.stepBack(1);
    expect(engine.takeIn([arrived(2, theirs)])).toMatchObject({ applied: 1 });
    await expectGood(console);
    await console.submit(addComponent(1, 'Tag', { name: 'Pioneer' }));
    const file = join(tempFolder(), 'backup.db');
    await console.ask('log.backup', { file });
    const to = tempFolder();
    expect(restoreLog(to, file)).toMatchObject({ setAside: null });
    const restored = openTestConsole({ dataFolder: to });
    onTestFinished(restored.close);
    await expectGood(restored);
    expect(waiting(restored)).toEqual(waiting(console));
    const timeline = await console.ask('persons.timeline', { personId: personIdOf(1) });
    expect(await restored.ask('persons.timeline', { personId: personIdOf(1) })).toEqual(timeline);
    expect(restored.engine.engine.takeIn([arrived(2, ours)])).toMatchObject({ applied: 0 });
    restored.engine.engine.stepBack(1);
    expect(restored.engine.engine.takeIn([arrived(2, ours)])).toMatchObject({ applied: 1 });
    await expectGood(restored);
  });
});

describe('what caused a command', () => {
  const causing = (commandId: number, causationId: number) => ({
    commandId: commandIdOf(commandId),
    causationId: commandIdOf(causationId),
  });

  it('is itself, or what it caused: it waits for nothing that stands behind it', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1, 'Ada Lovelace', causing(1, 1)));
    await console.submit(createPerson(2, 'Grace Hopper', causing(2, 3)));
    await console.submit(createPerson(3, 'Mary Somerville', causing(3, 2)));
    const held = console.engine.store.log.sync.outbox(0, 10).map(({ isHeld }) => isHeld);
    expect(held).toEqual([false, false, true]);
  });
});
