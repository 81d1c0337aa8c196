import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../../domain/sync/commit-message.ts';
import { createPerson, commandIdOf, personIdOf, rename } from '../../testing/submissions.ts';
import { testClock } from '../../testing/test-clock.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';
import { MAX_ODD_MESSAGES } from './odd-messages.ts';
import { createRequestRecords, MAX_REFUSED_REQUESTS } from './request-records.ts';
import { KEPT_MESSAGES } from './sent-commands.ts';

function numbers({ engine }: TestConsole, sql: string): readonly number[] {
  return engine.store.logDb.prepare<[], number>(sql).pluck().all();
}

function textsOf({ engine }: TestConsole): readonly string[] {
  return engine.store.log.sync.outbox(0, 100).map(({ text }) => text);
}

function arrived(sequence: number, body: string, person = 1) {
  return { sequence, subject: subjectOf(`person-${personIdOf(person)}`), body, time: String(sequence) };
}

describe('what is kept of what others send', () => {
  it('are the newest messages without effect, also after some were taken back', () => {
    const console = openTestConsole();
    const nonsense = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => arrived(from + index, 'nonsense'));
    const ends = 'SELECT min(sequence) FROM odd_messages UNION ALL SELECT count(*) FROM odd_messages';
    const { engine } = console.engine;
    engine.takeIn(nonsense(1, MAX_ODD_MESSAGES + 5));
    expect(numbers(console, ends)).toEqual([6, MAX_ODD_MESSAGES]);
    engine.stepBack(MAX_ODD_MESSAGES);
    engine.takeIn(nonsense(MAX_ODD_MESSAGES + 1, 7));
    expect(numbers(console, ends)).toEqual([8, MAX_ODD_MESSAGES]);
  });

  it('are the newest commands that were refused', () => {
    const console = openTestConsole();
    const { logDb } = console.engine.store;
    const records = createRequestRecords(logDb, testClock());
    const about = {
      sentAt: 1,
      subject: 'person.commands.hr',
      reason: 'refused',
      code: 'x',
      message: 'x',
    } as const;
    const nothing = { commandId: null, type: null, actor: null, deliveries: 1, body: '' };
    logDb.transaction(() => {
      for (let sequence = 1; sequence <= MAX_REFUSED_REQUESTS + 3; sequence += 1)
        records.keep({ ...about, ...nothing, sequence });
    })();
    const ends = 'SELECT min(sequence) FROM refused_requests UNION ALL SELECT count(*) FROM refused_requests';
    expect(numbers(console, ends)).toEqual([4, MAX_REFUSED_REQUESTS]);
  });
});

describe('what was asked by commits that are confirmed', () => {
  it('is kept for the newest messages; further back a commit goes out again unchanged, and a conflict says that it is not known', async () => {
    const [console, other] = [openTestConsole(), openTestConsole()];
    const commandId = commandIdOf(2);
    await console.submitAll([
      createPerson(1, 'Ada Lovelace'),
      rename(1, 'Ada King', { commandId }),
      createPerson(2, 'Grace Hopper'),
    ]);
    const { engine } = console.engine;
    const texts = textsOf(console);
    const [created = '', renamed = '', last = ''] = texts;
    engine.takeIn([arrived(1, created), arrived(2, renamed)]);
    expect(numbers(console, 'SELECT commit_number FROM sent_commands')).toEqual([1, 2]);
    engine.takeIn([arrived(KEPT_MESSAGES + 50_000, last, 2)]);
    expect(numbers(console, 'SELECT commit_number FROM sent_commands')).toEqual([3]);

    expect(engine.stepBack(0)).toBe(3);
    expect(textsOf(console)).toEqual(texts);
    other.engine.engine.takeIn([arrived(1, created)]);
    await other.submit(rename(1, 'Ada Byron'));
    const [theirs = ''] = textsOf(other);
    expect(engine.takeIn([arrived(1, created), arrived(2, theirs)])).toMatchObject({ conflicts: 1 });
    expect(await console.ask('conflicts.get', { conflictId: commandId })).toMatchObject({
      refusal: {
        code: 'command-not-kept',
        message: expect.stringContaining('not known any more') as unknown,
      },
    });
    await expect(console.ask('conflicts.apply', { conflictId: commandId })).rejects.toMatchObject({
      error: { code: 'command-not-kept' },
    });
    expect(await console.ask('log.verify')).toMatchObject({ ok: true });
  });
});
