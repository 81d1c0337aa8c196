import Database from 'better-sqlite3';
import { reserveWal } from '../main/store/sqlite/reserve-wal.ts';
import { sql as schema } from '../main/store/sqlite/migrations/0001-event-log.ts';
import { v7 as uuidv7 } from 'uuid';

/** A log's own tables under bare inserts of rows that were made beforehand: what the engine is compared with. */
export interface RawLog {
  /** Appends `batch` commits of one event each, to new streams, in one transaction. */
  readonly append: (batch: number) => void;
  /** Inserts one event and nothing else, in a transaction of its own: less than any log could do with. */
  readonly insertEvent: () => void;
  /** Fills its write-ahead log up with zeros, as the engine does with its own after some groups. */
  readonly reserve: () => void;
  readonly close: () => void;
}

const DATA = JSON.stringify({
  personId: '01a208b8-6909-727a-b40e-7dfa516f0514',
  name: { givenNames: ['Ada'], familyNames: ['Lovelace'], prefixes: [], suffixes: [], convention: 'Western' },
  source: 'bench',
  sourceSystem: null,
  importId: null,
});

function blob(): Buffer {
  return Buffer.from(uuidv7().replaceAll('-', ''), 'hex');
}

function preparedRows(count: number) {
  return Array.from({ length: count }, () => ({ id: blob(), command: blob(), name: `person-${uuidv7()}` }));
}

function outOfRows(): never {
  throw new Error('Not enough rows were prepared');
}

function openDatabase(file: string): Database.Database {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 8000');
  db.exec(schema);
  return db;
}

/** `rows`: the most that can be appended. */
export function openRawLog(file: string, rows = 70_000): RawLog {
  const db = openDatabase(file);
  const stream = db.prepare('INSERT INTO streams(name, version, head_event, head_commit) VALUES(?, 1, ?, ?)');
  const event = db.prepare(
    `INSERT INTO events(position, stream, version, previous, commit_number, type, schema_version, event_id, actor,
      timestamp, metadata, data) VALUES(?, ?, 1, 0, ?, 1, 4, ?, 2, '2026-11-23T12:00:00.000Z', NULL, ?)`,
  );
  const commit = db.prepare(
    `INSERT INTO commits(number, stream, command_id, first_event, event_count, predecessor, origin, status, protocol,
      recorded_at) VALUES(?, ?, ?, ?, 1, NULL, 3, 0, 1, 1795442633018)`,
  );
  const outbox = db.prepare('INSERT INTO outbox(commit_number) VALUES(?)');
  const command = db.prepare('INSERT INTO commands(command_id, commit_number, fingerprint) VALUES(?, ?, ?)');
  const ready = preparedRows(rows);
  const fingerprint = Buffer.alloc(4, 7);
  let next = 0;
  const nextRow = () => {
    next += 1;
    return ready[next - 1] ?? outOfRows();
  };
  const append = db.transaction((batch: number) => {
    for (let index = 0; index < batch; index += 1) {
      const row = nextRow();
      stream.run(row.name, next, next);
      event.run(next, next, next, row.id, DATA);
      commit.run(next, next, row.command, next);
      outbox.run(next);
      command.run(row.command, next, fingerprint);
    }
  });
  return {
    append: (batch) => append.immediate(batch),
    insertEvent: () => {
      const { id } = nextRow();
      event.run(next, next, next, id, DATA);
    },
    reserve: () => reserveWal(`${file}-wal`),
    close: () => db.close(),
  };
}
