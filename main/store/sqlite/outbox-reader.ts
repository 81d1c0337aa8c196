import type { Statement } from 'better-sqlite3';
import type { OutboxEntry } from '../../../domain/ports/sync-log.ts';
import { type CommitMessage, type MessageEvent, writeMessage } from '../../../domain/sync/commit-message.ts';
import { predecessorOf, readMetadata } from './commit-metadata.ts';
import { FreshCommits, type FreshCommit } from './fresh-commits.ts';
import type { NameReader } from './names.ts';
import type { ReadableDb } from './open-database.ts';
import { damaged } from './sqlite-errors.ts';
import { fromBlob, toBlob } from './uuid-blob.ts';

/** Entries with all that their messages say, an event a row. */
function entriesOf(numbers: string): string {
  return `SELECT o.commit_number, s.name, s.subject_sequence, c.command_id, c.predecessor, c.origin, k.fingerprint,
      e.event_id, e.type, e.schema_version, e.actor, e.timestamp, e.metadata, e.data
    FROM outbox o
    LEFT JOIN commits c ON c.number = o.commit_number
    LEFT JOIN streams s ON s.id = c.stream
    LEFT JOIN commands k ON k.command_id = c.command_id
    LEFT JOIN events e ON e.position >= c.first_event AND e.position < c.first_event + c.event_count
    WHERE o.commit_number IN (${numbers})
    ORDER BY o.commit_number, e.position`;
}

const SQL = {
  after: entriesOf('SELECT commit_number FROM outbox WHERE commit_number > ? ORDER BY commit_number LIMIT ?'),
  those: entriesOf('SELECT value FROM json_each(?)'),
  causing: `SELECT 1 FROM outbox WHERE commit_number < ? AND commit_number =
    (SELECT commit_number FROM commands WHERE command_id = ?)`,
  causingEvent: `SELECT 1 FROM outbox WHERE commit_number < ? AND commit_number =
    (SELECT commit_number FROM events WHERE event_id = ?)`,
  oldest: 'SELECT recorded_at FROM commits WHERE number = (SELECT min(commit_number) FROM outbox)',
  sequence: 'SELECT subject_sequence FROM streams WHERE id = ?',
} as const;

type Row = readonly [
  number: number,
  streamId: string | null,
  subjectSequence: number,
  commandId: Buffer,
  predecessor: Buffer | null,
  origin: number,
  fingerprint: Buffer | null,
  eventId: Buffer | null,
  type: number,
  schemaVersion: number,
  actor: number | null,
  timestamp: string,
  metadata: string | null,
  data: string | null,
];

/** Rows of one commit stand together. */
function byCommit(rows: readonly Row[]): Row[][] {
  const commits: Row[][] = [];
  let number = 0;
  for (const row of rows) {
    if (row[0] === number) commits.at(-1)?.push(row);
    else commits.push([row]);
    number = row[0];
  }
  return commits;
}

/** Commits as the messages that they leave as. */
export class OutboxReader {
  readonly fresh = new FreshCommits();
  readonly #db: ReadableDb;
  readonly #names: NameReader;
  readonly #origin: string;
  readonly #after: Statement<[number, number], Row>;
  readonly #those: Statement<[string], Row>;
  readonly #oldest: Statement<[], number>;
  readonly #sequence: Statement<[number], number>;
  readonly #causing: readonly Statement<[number, Buffer], number>[];

  /** `origin`: of what is made here. */
  constructor(db: ReadableDb, names: NameReader, origin: string) {
    this.#db = db;
    this.#names = names;
    this.#origin = origin;
    this.#oldest = db.prepare<[], number>(SQL.oldest).pluck();
    this.#sequence = db.prepare<[number], number>(SQL.sequence).pluck();
    this.#after = db.prepare<[number, number], Row>(SQL.after).raw();
    this.#those = db.prepare<[string], Row>(SQL.those).raw();
    this.#causing = [SQL.causing, SQL.causingEvent].map((sql) =>
      db.prepare<[number, Buffer], number>(sql).pluck(),
    );
  }

  after(number: number, limit: number): readonly OutboxEntry[] {
    const fresh = this.fresh.after(number, limit);
    if (fresh !== null) return fresh.map((commit) => this.#freshEntry(commit));
    const rows = this.#after.all(number, limit);
    if (rows.length === 0) this.fresh.begin(number);
    return byCommit(rows).map((each) => this.#entry(each));
  }

  /** Those of these entries that wait still. */
  those(numbers: readonly number[]): readonly OutboxEntry[] {
    return byCommit(this.#those.all(JSON.stringify(numbers))).map((rows) => this.#entry(rows));
  }

  /** When the first of what waits was recorded; null where nothing waits. */
  oldest(): number | null {
    return this.#oldest.get() ?? null;
  }

  #entry(rows: readonly Row[]): OutboxEntry {
    const [first] = rows;
    if (first === undefined) throw damaged(this.#db.name, 'a commit has no events');
    const [
      number,
      name,
      subjectSequence,
      command,
      predecessor,
      origin,
      kept,
      ,
      ,
      ,
      actor,
      timestamp,
      metadata,
    ] = first;
    const streamId = this.#there(name, number, 'stream');
    const fingerprint = this.#there(kept, number, 'command').toString('hex');
    const events = rows.map((row) => this.#event(row));
    const commandId = fromBlob(command);
    const rest = readMetadata(metadata, commandId, this.#db.name);
    const commitId = events[0]?.eventId ?? '';
    return this.#entryOf(number, subjectSequence, {
      commitId,
      commandId,
      streamId,
      predecessor: predecessor === null ? null : fromBlob(predecessor),
      origin: this.#names.nameOf(origin),
      timestamp,
      actor: actor === null ? null : this.#names.nameOf(actor),
      ...rest,
      fingerprint,
      events,
    });
  }

  #freshEntry({ number, stream, draft }: FreshCommit): OutboxEntry {
    const { commandId, streamId, timestamp, actor, correlationId, causationId, events } = draft;
    return this.#entryOf(number, this.#sequence.get(stream) ?? 0, {
      commitId: events[0]?.eventId ?? '',
      commandId,
      streamId,
      predecessor: predecessorOf(draft),
      origin: this.#origin,
      timestamp,
      // As the database keeps it: half of a character cannot be encoded.
      actor: actor?.toWellFormed() ?? null,
      correlationId,
      causationId,
      traceparent: draft.traceparent ?? null,
      fingerprint: Buffer.from(draft.fingerprint).toString('hex'),
      events,
    });
  }

  #entryOf(number: number, subjectSequence: number, commit: CommitMessage): OutboxEntry {
    const { streamId, commitId, commandId, causationId } = commit;
    const isHeld = this.#isHeld(number, causationId);
    return { number, streamId, commitId, commandId, subjectSequence, isHeld, text: writeMessage(commit) };
  }

  #there<T>(value: T | null, number: number, what: string): T {
    if (value === null) throw damaged(this.#db.name, `commit ${number} has no ${what}`);
    return value;
  }

  #event([number, , , , , , , eventId, type, schemaVersion, , , , data]: Row): MessageEvent {
    const id = fromBlob(this.#there(eventId, number, 'events'));
    return { eventId: id, type: this.#names.nameOf(type), schemaVersion, data: data ?? '{}' };
  }

  /**
   * What caused it has to be there before it, for everybody. Whoever asks says what caused it: itself, or two that each name
   * the other, would wait for ever, and so nothing waits for what stands behind it.
   */
  #isHeld(number: number, causationId: string | null): boolean {
    if (causationId === null) return false;
    const id = toBlob(causationId);
    return this.#causing.some((statement) => statement.get(number, id) !== undefined);
  }
}
