import { onTestFinished } from 'vitest';
import { uuidOf } from '../../domain/testing/recorded.ts';
import type { AppendedCommit, CommitDraft, EventLog, StreamHead } from '../../domain/ports/event-log.ts';
import { createEventLog } from '../store/sqlite/event-log.ts';
import { migrate } from '../store/sqlite/migrate.ts';
import { openWritable, type WritableDb } from '../store/sqlite/open-database.ts';
import { testClock, type TestClock } from './test-clock.ts';

export interface TestLog {
  readonly db: WritableDb;
  readonly log: EventLog;
  readonly clock: TestClock;
  /** One commit in a group of its own. */
  readonly commit: (draft: CommitDraft) => AppendedCommit;
}

/** A log in memory, without an engine. */
export function openTestLog(): TestLog {
  const db = openWritable({ file: ':memory:', durable: true, journal: 'memory' });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, ':memory:');
  const clock = testClock();
  const log = createEventLog({ db, file: ':memory:', clock, origin: uuidOf(0, 1) });
  return { db, log, clock, commit: (draft) => log.group(() => log.append(draft)) };
}

/** A commit by its number: its ids follow from it. `types` are those of its events. */
export function draftOf(
  number: number,
  streamId: string,
  options: {
    readonly head?: StreamHead | null;
    readonly types?: readonly string[];
    readonly actor?: string;
  } = {},
): CommitDraft {
  const { head = null, types = ['PersonCreated'], actor = 'user:grace' } = options;
  const eventId = (index: number) => uuidOf(0xe, number * 100 + index);
  return {
    commitId: eventId(0),
    commandId: uuidOf(0xc, number),
    fingerprint: Buffer.from([number]),
    streamId,
    head,
    events: types.map((type, index) => ({
      eventId: eventId(index),
      type,
      schemaVersion: 1,
      data: `{"n":${index}}`,
    })),
    timestamp: '2024-06-01T12:00:00.000Z',
    actor,
    correlationId: uuidOf(0xc, number),
    causationId: null,
  };
}
