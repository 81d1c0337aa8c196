import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../domain/sync/commit-message.ts';
import { createPerson, rename } from '../testing/submissions.ts';
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
});
