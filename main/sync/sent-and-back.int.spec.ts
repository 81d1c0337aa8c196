import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '../../domain/ports/sync-log.ts';
import type { ArrivedMessage } from '../../domain/ports/take-in.ts';
import { subjectOf } from '../../domain/sync/commit-message.ts';
import { createPerson, rename } from '../testing/submissions.ts';
import { openTestConsole } from '../testing/test-console.ts';

function arrived(sequence: number, entry: OutboxEntry | undefined): ArrivedMessage {
  if (entry === undefined) throw new Error('Nothing waits');
  return {
    sequence,
    subject: subjectOf(entry.streamId),
    body: entry.text,
    time: String(sequence),
  };
}

/** Two commits of one person that were read out to be sent. */
async function withTwoSent() {
  const console = openTestConsole();
  await console.submit(createPerson(1, 'Ada Lovelace'));
  await console.submit(rename(1, 'Ada King'));
  const { engine, store } = console.engine;
  const [first, second] = store.log.sync.outbox(0, 10);
  const expectGood = async () => {
    expect(await console.ask('log.verify')).toMatchObject({ ok: true, findings: [] });
  };
  return { engine, sync: store.log.sync, first, second, expectGood };
}

describe('a commit that was sent and comes back', () => {
  it('is confirmed, each in its turn', async () => {
    const { engine, sync, first, second, expectGood } = await withTwoSent();
    const taken = engine.takeIn([arrived(1, first), arrived(2, second)]);
    expect(taken).toMatchObject({ confirmed: 2, voids: 0 });
    expect(taken.confirmedCommands).toEqual([first?.commandId, second?.commandId]);
    expect(sync.waiting().commits).toBe(0);
    await expectGood();
  });

  it('has no effect where the one before it has not come back, and none the second time', async () => {
    const { engine, sync, first, second, expectGood } = await withTwoSent();
    expect(engine.takeIn([arrived(1, second)])).toMatchObject({ confirmed: 0, voids: 1 });
    expect(engine.takeIn([arrived(2, first), arrived(3, first)])).toMatchObject({ confirmed: 1, voids: 1 });
    expect(sync.outbox(0, 10)).toMatchObject([{ commitId: second?.commitId, subjectSequence: 3 }]);
    expect(engine.takeIn([arrived(4, second)])).toMatchObject({ confirmed: 1 });
    await expectGood();
  });

  it('has no effect on a subject that is not its own', async () => {
    const { engine, sync, first } = await withTwoSent();
    const elsewhere = { ...arrived(1, first), subject: 'person.log.person-elsewhere' };
    expect(engine.takeIn([elsewhere])).toMatchObject({ confirmed: 0, unreadable: 1 });
    expect(sync.waiting().commits).toBe(2);
  });

  it('is confirmed anew after a step back, and not before the one that stands before it', async () => {
    const { engine, first, second, expectGood } = await withTwoSent();
    engine.takeIn([arrived(1, first), arrived(2, second)]);
    engine.stepBack(0);
    expect(engine.takeIn([arrived(1, second)])).toMatchObject({ confirmed: 0, voids: 1 });
    expect(engine.takeIn([arrived(2, first), arrived(3, second)])).toMatchObject({ confirmed: 2 });
    await expectGood();
  });

  it('is recognised also where the engine was opened anew, and nothing was read out since', async () => {
    const { engine, sync, first, second, expectGood } = await withTwoSent();
    const messages = [arrived(1, first), arrived(2, second)];
    sync.stepBack(0);
    expect(engine.takeIn(messages)).toMatchObject({ confirmed: 2 });
    await expectGood();
  });
});
