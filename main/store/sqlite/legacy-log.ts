import { z } from 'zod';
import { legacyCountsSchema, NOTHING_COUNTED } from '../../../domain/contract/legacy.ts';
import { isFormer } from '../../../domain/legacy/former-mark.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import type {
  ConfirmedCommit,
  LegacyLog,
  LegacyOdd,
  LegacyProgress,
} from '../../../domain/ports/legacy-log.ts';
import { CONFIRMED } from './commit-status.ts';
import { createEventReader, type EventReader } from './event-reader.ts';
import type { WritableDb } from './open-database.ts';
import { parseStored } from './sqlite-errors.ts';
import { toBlob } from './uuid-blob.ts';

const SQL = {
  progress: 'SELECT stream, position, written, counts FROM legacy_progress WHERE id = 1',
  save: `INSERT INTO legacy_progress(id, stream, position, written, counts) VALUES(1, ?, ?, ?, ?)
    ON CONFLICT(id) DO UPDATE SET stream = excluded.stream, position = excluded.position,
      written = excluded.written, counts = excluded.counts`,
  wrote: 'UPDATE legacy_progress SET written = ? WHERE id = 1',
  keep: `INSERT OR REPLACE INTO legacy_odd(sequence, subject, reason, detail, received_at, body)
    VALUES(?, ?, ?, ?, ?, ?)`,
  confirmed: `SELECT stream, command_id, first_event, event_count, broker_sequence FROM commits
    WHERE broker_sequence > ? AND status = ${CONFIRMED} ORDER BY broker_sequence LIMIT ?`,
  fingerprint: 'SELECT fingerprint FROM commands WHERE command_id = ?',
  place: 'SELECT stream, version FROM events WHERE event_id = ? AND superseded = 0',
} as const;

/** As much of a message as is kept to be looked at. */
const MAX_BODY = 16 * 1024;

/** Whatever an earlier version had not counted yet is none. */
const countsSchema = z.preprocess(
  (kept) => ({ ...NOTHING_COUNTED, ...(kept as object) }),
  legacyCountsSchema,
);

type CommitRow = readonly [stream: number, command: Buffer, first: number, count: number, sequence: number];

function prepare(db: WritableDb) {
  return {
    progress: db.prepare<[], [string | null, number, number | null, string]>(SQL.progress).raw(),
    save: db.prepare(SQL.save),
    wrote: db.prepare<[number]>(SQL.wrote),
    keep: db.prepare(SQL.keep),
    confirmed: db.prepare<[number, number], CommitRow>(SQL.confirmed).raw(),
    fingerprint: db.prepare<[Buffer], Buffer>(SQL.fingerprint).pluck(),
    place: db.prepare<[Buffer], [number, number]>(SQL.place).raw(),
  };
}

class SqliteLegacyLog implements LegacyLog {
  readonly #db: WritableDb;
  readonly #clock: Clock;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #reader: EventReader;

  constructor(db: WritableDb, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
    this.#statements = prepare(db);
    this.#reader = createEventReader(db);
  }

  progress = (): LegacyProgress => {
    const [stream, position, written, counts] = this.#statements.progress.get() ?? [null, 0, null, '{}'];
    return { stream, position, written, counts: countsSchema.parse(parseStored(counts, this.#db.name)) };
  };

  save = ({ stream, position, written, counts }: LegacyProgress): void => {
    this.#statements.save.run(stream, position, written, JSON.stringify(counts));
  };

  wrote = (sequence: number): void => {
    this.#statements.wrote.run(sequence);
  };

  keep = ({ sequence, subject, reason, detail, body }: LegacyOdd): void => {
    const kept = body.slice(0, MAX_BODY);
    this.#statements.keep.run(sequence, subject, reason, detail, this.#clock.now(), kept);
  };

  confirmedAfter = (sequence: number, limit: number): readonly ConfirmedCommit[] =>
    this.#statements.confirmed.all(sequence, limit).map((row) => this.#commit(row));

  placeOf = (eventId: string): { streamId: string; version: number } | null => {
    const [stream, version] = this.#statements.place.get(toBlob(eventId)) ?? [];
    return stream === undefined || version === undefined
      ? null
      : { streamId: this.#reader.streamName(stream), version };
  };

  #commit([stream, command, first, eventCount, sequence]: CommitRow): ConfirmedCommit {
    const streamId = this.#reader.streamName(stream);
    const events = this.#reader.scan(first - 1, eventCount);
    return {
      sequence,
      isFormer: isFormer(this.#statements.fingerprint.get(command) ?? Buffer.alloc(0)),
      events: events.map(({ event }) => ({ ...event, streamId })),
    };
  }
}

/** On the log's own connection. */
export function createLegacyLog(db: WritableDb, clock: Clock): LegacyLog {
  return new SqliteLegacyLog(db, clock);
}
