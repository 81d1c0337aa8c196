import type { Statement } from 'better-sqlite3';
import type { OutboxEntry } from '../../../domain/ports/sync-log.ts';
import { type MessageEvent, writeMessage } from '../../../domain/sync/commit-message.ts';
import { readMetadata } from './commit-metadata.ts';
import type { NameReader } from './names.ts';
import type { ReadableDb } from './open-database.ts';
import { damaged } from './sqlite-errors.ts';
import { fromBlob, toBlob } from './uuid-blob.ts';

const SQL = {
  after: 'SELECT commit_number FROM outbox WHERE commit_number > ? ORDER BY commit_number LIMIT ?',
  commit:
    'SELECT stream, command_id, first_event, event_count, predecessor, origin FROM commits WHERE number = ?',
  stream: 'SELECT name, subject_sequence FROM streams WHERE id = ?',
  events: `SELECT event_id, type, schema_version, actor, timestamp, metadata, data FROM events
    WHERE position >= ? AND position < ? ORDER BY position`,
  fingerprint: 'SELECT fingerprint FROM commands WHERE command_id = ?',
  causing: `SELECT 1 FROM outbox WHERE commit_number =
    (SELECT commit_number FROM commands WHERE command_id = ?)`,
  causingEvent: `SELECT 1 FROM outbox WHERE commit_number =
    (SELECT commit_number FROM events WHERE event_id = ?)`,
} as const;

type CommitRow = readonly [
  stream: number,
  commandId: Buffer,
  firstEvent: number,
  eventCount: number,
  predecessor: Buffer | null,
  origin: number,
];

type EventRow = readonly [
  eventId: Buffer,
  type: number,
  schemaVersion: number,
  actor: number | null,
  timestamp: string,
  metadata: string | null,
  data: string | null,
];

/** Commits as the messages that they leave as. */
export class OutboxReader {
  readonly #db: ReadableDb;
  readonly #names: NameReader;
  readonly #after: Statement<[number, number], number>;
  readonly #commit: Statement<[number], CommitRow>;
  readonly #stream: Statement<[number], [string, number]>;
  readonly #events: Statement<[number, number], EventRow>;
  readonly #fingerprint: Statement<[Buffer], Buffer>;
  readonly #causing: readonly Statement<[Buffer], number>[];

  constructor(db: ReadableDb, names: NameReader) {
    this.#db = db;
    this.#names = names;
    this.#after = db.prepare<[number, number], number>(SQL.after).pluck();
    this.#commit = db.prepare<[number], CommitRow>(SQL.commit).raw();
    this.#stream = db.prepare<[number], [string, number]>(SQL.stream).raw();
    this.#events = db.prepare<[number, number], EventRow>(SQL.events).raw();
    this.#fingerprint = db.prepare<[Buffer], Buffer>(SQL.fingerprint).pluck();
    this.#causing = [SQL.causing, SQL.causingEvent].map((sql) => db.prepare<[Buffer], number>(sql).pluck());
  }

  after(number: number, limit: number): readonly OutboxEntry[] {
    return this.#after.all(number, limit).map((each) => this.entry(each));
  }

  entry(number: number): OutboxEntry {
    const commit = this.#commitAt(number);
    const [streamId, subjectSequence] = this.#streamOf(commit[0], number);
    const { commitId, causationId, text } = this.#message(commit, streamId, number);
    return { number, streamId, commitId, subjectSequence, isHeld: this.#isHeld(causationId), text };
  }

  #commitAt(number: number): CommitRow {
    const row = this.#commit.get(number);
    if (row === undefined) throw damaged(this.#db.name, `there is no commit ${number}`);
    return row;
  }

  #streamOf(key: number, number: number): [string, number] {
    const row = this.#stream.get(key);
    if (row === undefined) throw damaged(this.#db.name, `commit ${number} has no stream`);
    return row;
  }

  #message(
    [, command, firstEvent, eventCount, predecessor, origin]: CommitRow,
    streamId: string,
    number: number,
  ) {
    const rows = this.#events.all(firstEvent, firstEvent + eventCount);
    const [first] = rows;
    if (first === undefined) throw damaged(this.#db.name, `commit ${number} has no events`);
    const [eventId, , , actor, timestamp, metadata] = first;
    const commitId = fromBlob(eventId);
    const commandId = fromBlob(command);
    const rest = readMetadata(metadata, commandId, this.#db.name);
    const text = writeMessage({
      commitId,
      commandId,
      streamId,
      predecessor: predecessor === null ? null : fromBlob(predecessor),
      origin: this.#names.nameOf(origin),
      timestamp,
      actor: actor === null ? null : this.#names.nameOf(actor),
      ...rest,
      fingerprint: this.#fingerprintOf(command),
      events: rows.map((row) => this.#event(row)),
    });
    return { commitId, causationId: rest.causationId, text };
  }

  #fingerprintOf(command: Buffer): string {
    const fingerprint = this.#fingerprint.get(command);
    if (fingerprint === undefined) throw damaged(this.#db.name, `command ${fromBlob(command)} is not noted`);
    return fingerprint.toString('hex');
  }

  #event([eventId, type, schemaVersion, , , , data]: EventRow): MessageEvent {
    return { eventId: fromBlob(eventId), type: this.#names.nameOf(type), schemaVersion, data: data ?? '{}' };
  }

  /** What caused it has to be there before it, for everybody. */
  #isHeld(causationId: string | null): boolean {
    if (causationId === null) return false;
    const id = toBlob(causationId);
    return this.#causing.some((statement) => statement.get(id) !== undefined);
  }
}
