import { beforeAll, describe, expect, it } from 'vitest';
import { copiedFolder } from '../testing/copied-folder.ts';
import { sharedFolder } from '../testing/temp-folder.ts';
import { flipBytes, tamper } from '../testing/tampering.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { liveThrough } from '../testing/varied-history.ts';
import { codesOf, failedChecks, verifyFolder } from '../testing/verifying.ts';

// The first person's events: positions 1 and 9 to 13. Each commit has one event, so commits are numbered alike.
const source = sharedFolder();
const PAGE_BYTES = 4096;
const LAST = 'SELECT max(position) FROM events';

beforeAll(async () => {
  const console = openTestConsole({ dataFolder: source });
  await liveThrough(console);
  await console.close();
});

async function verifyAfter(sql: string) {
  const folder = copiedFolder(source);
  tamper(folder.log, sql);
  return verifyFolder(folder.path);
}

interface Case {
  readonly what: string;
  readonly sql: string;
  /** Every code that the log's own checks note. */
  readonly codes: readonly string[];
}

/** Changes that the views cannot show: all that is found is what is said here. */
const inTheLogAlone: readonly Case[] = [
  {
    what: 'an event with another version',
    sql: 'UPDATE events SET version = 6 WHERE position = 12',
    codes: ['version-gap'],
  },
  {
    what: 'an event that points to the wrong one before it',
    sql: 'UPDATE events SET previous = 1 WHERE position = 12',
    codes: ['previous-broken'],
  },
  {
    what: 'a stream whose head has the wrong version',
    sql: 'UPDATE streams SET version = version + 1 WHERE id = 1',
    codes: ['head-wrong'],
  },
  {
    what: 'a stream whose head is an earlier event',
    sql: 'UPDATE streams SET head_event = 1 WHERE id = 1',
    codes: ['head-wrong'],
  },
  {
    what: 'a stream whose head is an earlier commit',
    sql: 'UPDATE streams SET head_commit = 2 WHERE id = 1',
    codes: ['head-wrong'],
  },
  {
    what: 'a stream without events',
    sql: "INSERT INTO streams VALUES(99, 'person-nobody', 1, 1, 1, 0, 0)",
    codes: ['stream-empty'],
  },
  {
    what: 'a stream that counts too few waiting commits',
    sql: 'UPDATE streams SET pending = pending - 1 WHERE id = 1',
    codes: ['pending-count-wrong'],
  },
  {
    what: 'a commit that claims more events than it has',
    sql: 'UPDATE commits SET event_count = 2 WHERE number = 4',
    codes: ['commit-range-wrong'],
  },
  {
    what: 'the last commit claiming more events than there are',
    sql: 'UPDATE commits SET event_count = 2 WHERE number = (SELECT max(number) FROM commits)',
    codes: ['commit-range-wrong'],
  },
  {
    what: 'an event that names another commit',
    sql: 'UPDATE events SET commit_number = 11 WHERE position = 10',
    codes: ['commit-range-wrong', 'predecessor-broken'],
  },
  {
    what: 'a commit without its predecessor',
    sql: 'UPDATE commits SET predecessor = NULL WHERE number = 10',
    codes: ['predecessor-broken'],
  },
  {
    what: 'a commit that follows one of another stream',
    sql: 'UPDATE commits SET predecessor = (SELECT event_id FROM events WHERE position = 2) WHERE number = 10',
    codes: ['predecessor-broken'],
  },
  {
    what: 'a commit that was recorded before the one ahead of it',
    sql: 'UPDATE commits SET recorded_at = 5 WHERE number = 10',
    codes: ['recorded-at-backwards'],
  },
  {
    what: 'a pending commit that nobody would send',
    sql: 'DELETE FROM outbox WHERE commit_number = 10',
    codes: ['outbox-missing'],
  },
  {
    what: 'a confirmed commit that would be sent again',
    sql: 'UPDATE commits SET status = 1 WHERE number = 10; UPDATE streams SET pending = pending - 1 WHERE id = 1',
    codes: ['outbox-extra'],
  },
  {
    what: 'an outbox row without a commit',
    sql: 'INSERT INTO outbox(commit_number) VALUES(77)',
    codes: ['outbox-extra'],
  },
  {
    what: 'a commit whose command could be carried out again',
    sql: 'DELETE FROM commands WHERE commit_number = 10',
    codes: ['command-missing'],
  },
  {
    what: 'a command that leads to the wrong commit',
    sql: 'UPDATE commands SET commit_number = 10 WHERE commit_number = 11',
    codes: ['command-commit-differs'],
  },
  {
    what: 'a command without a commit',
    sql: "INSERT INTO commands VALUES(x'00', 10, x'00')",
    codes: ['command-without-commit'],
  },
  {
    what: 'a superseded event that follows one of another stream',
    sql: `UPDATE events SET superseded = 1, previous = 2 WHERE position = 13; DELETE FROM outbox WHERE commit_number = 13;
      UPDATE commits SET status = 2 WHERE number = 13; DELETE FROM commands WHERE commit_number = 13;
      UPDATE streams SET version = 5, head_event = 12, head_commit = 12, pending = 5 WHERE id = 1;
      INSERT INTO events SELECT 31, stream, 6, 12, 31, type, schema_version, randomblob(16), actor, timestamp, 0, 0,
        metadata, data FROM events WHERE position = 13;
      INSERT INTO commits SELECT 31, stream, randomblob(16), 31, 1, predecessor, origin, 1, 7, protocol,
        (SELECT max(recorded_at) FROM commits) FROM commits WHERE number = 13;
      INSERT INTO commands SELECT command_id, 31, x'00' FROM commits WHERE number = 31;
      UPDATE streams SET version = 6, head_event = 31, head_commit = 31 WHERE id = 1`,
    codes: ['previous-broken', 'view-behind'],
  },
  {
    what: 'a table that is gone',
    sql: 'DROP TABLE outbox',
    codes: ['check-not-finished', 'pending-count-wrong'],
  },
  {
    what: 'a redacted event that kept its data',
    sql: 'UPDATE events SET redacted = 1 WHERE position = 10',
    codes: ['redaction-incomplete'],
  },
  {
    what: 'data that is no JSON',
    sql: "UPDATE events SET data = '{oops' WHERE position = 10",
    codes: ['event-data-unreadable'],
  },
  {
    what: 'an event far behind the end',
    sql: `UPDATE events SET position = 900 WHERE position = (${LAST}); UPDATE commits SET first_event = 900
      WHERE number = (SELECT max(number) FROM commits); UPDATE streams SET head_event = 900 WHERE id = 8`,
    codes: ['commit-range-wrong', 'position-gap', 'view-behind'],
  },
];

/** Changes that alter what the log says: the views then differ from it as well. */
const inWhatTheLogSays: readonly Case[] = [
  {
    what: 'an event deleted in the middle of its stream',
    sql: 'DELETE FROM events WHERE position = 12',
    codes: ['position-gap', 'predecessor-broken', 'previous-broken', 'version-gap'],
  },
  {
    what: "a stream's first event deleted",
    sql: 'DELETE FROM events WHERE position = 2',
    codes: ['position-gap', 'predecessor-broken', 'previous-broken', 'version-gap'],
  },
  {
    what: 'the last event of the log deleted',
    sql: `DELETE FROM events WHERE position = (${LAST})`,
    codes: ['commit-range-wrong', 'head-wrong'],
  },
  {
    what: 'a stream that is gone',
    sql: 'DELETE FROM streams WHERE id = 3',
    codes: ['stream-missing'],
  },
  {
    what: 'a commit that is gone',
    sql: 'DELETE FROM commits WHERE number = 8; DELETE FROM outbox WHERE commit_number = 8',
    codes: [
      'command-without-commit',
      'commit-gap',
      'commit-missing',
      'commit-range-wrong',
      'pending-count-wrong',
      'predecessor-broken',
    ],
  },
  {
    what: 'an event moved to another stream',
    sql: 'UPDATE events SET stream = 2 WHERE position = 10',
    codes: ['commit-stream-differs', 'previous-broken', 'version-gap'],
  },
  {
    what: 'an event marked as replaced by a rebase whose commit is not',
    sql: 'UPDATE events SET superseded = 1 WHERE position = 10',
    codes: ['previous-broken', 'superseded-differs', 'version-gap'],
  },
  {
    what: 'an event that lost its data',
    sql: 'UPDATE events SET data = NULL WHERE position = 10',
    codes: ['event-data-missing'],
  },
  {
    what: 'an event whose type has no name',
    sql: 'DELETE FROM names WHERE id = (SELECT type FROM events WHERE position = 12)',
    codes: ['name-missing'],
  },
  {
    what: 'data that was rewritten',
    sql: `UPDATE events SET data = replace(data, 'Ada', 'Eve')`,
    codes: [],
  },
];

const OF_VIEWS = /^view-row-/;

describe('what was planted in the log is found under its code:', () => {
  it.each(inTheLogAlone)('$what', async ({ sql, codes }) => {
    expect(codesOf(await verifyAfter(sql))).toEqual(codes);
  });

  it.each(inWhatTheLogSays)('$what, and the views differ from it', async ({ sql, codes }) => {
    const found = codesOf(await verifyAfter(sql));
    expect(found.filter((code) => !OF_VIEWS.test(code))).toEqual(codes);
    expect(found.some((code) => OF_VIEWS.test(code))).toBe(true);
  });
});

function pageOf(file: string, table: string): number {
  let page = 0;
  tamper(file, (db) => {
    page = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table));
  });
  return (page - 1) * PAGE_BYTES;
}

describe('flipped bytes of the file are found by SQLite itself:', () => {
  it('in an index, that it does not agree with its table', async () => {
    const folder = copiedFolder(source);
    const page = pageOf(folder.log, 'sqlite_autoindex_events_1');
    flipBytes(folder.log, page + PAGE_BYTES - 6, 2);

    const report = await verifyFolder(folder.path);

    expect(failedChecks(report)).toEqual(['log-integrity']);
    expect(codesOf(report)).toEqual(['file-damaged']);
  });

  it('in the head of a page of events, that it cannot be read', async () => {
    const folder = copiedFolder(source);
    flipBytes(folder.log, pageOf(folder.log, 'events') + 8, 40);

    const report = await verifyFolder(folder.path);

    expect(failedChecks(report)).toContain('log-integrity');
    expect(codesOf(report)).toContain('database-corrupt');
  });

  it('in the head of the file, that it is no database: one finding of each check, and no exception', async () => {
    const folder = copiedFolder(source);
    flipBytes(folder.log, 0, 100);

    const report = await verifyFolder(folder.path);

    expect(codesOf(report)).toEqual(expect.arrayContaining(['not-a-database']));
    expect(failedChecks(report)).toEqual(
      expect.arrayContaining(['log-integrity', 'positions', 'streams', 'commits']),
    );
  });
});
