import type { Statement } from 'better-sqlite3';
import type { Clock } from '../../../domain/ports/clock.ts';
import type {
  AppendedCommit,
  CommitDraft,
  CommittedEvent,
  EventLog,
  StreamHead,
} from '../../../domain/ports/event-log.ts';
import { type CrashHook, noCrash } from '../crash-points.ts';
import { createEventReader, type EventReader } from './event-reader.ts';
import { createNames, type Names } from './names.ts';
import type { WritableDb } from './open-database.ts';
import { appending } from './sqlite-errors.ts';
import { toBlob } from './uuid-blob.ts';

/** Version of the messages that carry our commits to others. */
export const PROTOCOL_VERSION = 1;

const PENDING = 0;

export interface EventLogOptions {
  readonly db: WritableDb;
  readonly file: string;
  readonly clock: Clock;
  /** Id of this data folder. */
  readonly origin: string;
  readonly crashPoint?: CrashHook;
}

const SQL = {
  stream: 'INSERT INTO streams(name, version, head_event, head_commit) VALUES(?, 0, 0, 0)',
  head: `UPDATE streams SET version = ?, head_event = ?, head_commit = ?, pending = pending + 1
    WHERE id = ? AND version = ? AND head_event = ?`,
  commit: `INSERT INTO commits(number, stream, command_id, first_event, event_count, predecessor, origin, status,
    protocol, recorded_at) VALUES(?, ?, ?, ?, ?, ?, ?, ${PENDING}, ${PROTOCOL_VERSION}, ?)`,
  event: `INSERT INTO events(position, stream, version, previous, commit_number, type, schema_version, event_id,
    actor, timestamp, metadata, data) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  outbox: 'INSERT INTO outbox(commit_number) VALUES(?)',
  command: 'INSERT INTO commands(command_id, commit_number, fingerprint) VALUES(?, ?, ?)',
  begin: 'BEGIN IMMEDIATE',
  end: 'COMMIT',
  savepoint: 'SAVEPOINT command',
  release: 'RELEASE command',
} as const;

type Statements = { readonly [Name in keyof typeof SQL]: Statement };

function prepareAll(db: WritableDb): Statements {
  const entries = Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)]);
  return Object.fromEntries(entries) as Statements;
}

/** Counters that must agree with the tables: read at the start, and again after anything was rolled back. */
interface Tail {
  position: number;
  commit: number;
  recordedAt: number;
  pending: number;
}

function readTail(db: WritableDb): Tail {
  const position = Number(db.prepare('SELECT max(position) FROM events').pluck().get() ?? 0);
  const last = db.prepare<[], [number, number]>(
    'SELECT number, recorded_at FROM commits ORDER BY number DESC LIMIT 1',
  );
  const [commit, recordedAt] = last.raw().get() ?? [0, 0];
  const pending = Number(db.prepare('SELECT count(*) FROM outbox').pluck().get());
  return { position, commit, recordedAt, pending };
}

/** Envelope fields that most events leave empty are kept together, and not at all where all are empty. */
function encodeMetadata(commit: CommitDraft): string | null {
  const rest: Record<string, string> = {};
  if (commit.correlationId !== commit.commandId) rest['correlationId'] = commit.correlationId;
  if (commit.causationId !== null) rest['causationId'] = commit.causationId;
  if (commit.traceparent !== undefined) rest['traceparent'] = commit.traceparent;
  return Object.keys(rest).length === 0 ? null : JSON.stringify(rest);
}

class SqliteEventLog implements EventLog {
  readonly #db: WritableDb;
  readonly #options: EventLogOptions;
  readonly #names: Names;
  readonly #reader: EventReader;
  readonly #sql: Statements;
  readonly #crashPoint: CrashHook;
  #tail: Tail;

  constructor(options: EventLogOptions) {
    this.#db = options.db;
    this.#options = options;
    this.#names = createNames(options.db);
    this.#reader = createEventReader(options.db, this.#names);
    this.#sql = prepareAll(options.db);
    this.#crashPoint = options.crashPoint ?? noCrash;
    this.#tail = readTail(options.db);
  }

  head = (): number => this.#tail.position;
  streamHead: EventLog['streamHead'] = (streamId) => this.#reader.streamHead(streamId);
  streamName: EventLog['streamName'] = (key) => this.#reader.streamName(key);
  readStream: EventLog['readStream'] = (streamId, head) => this.#reader.readStream(streamId, head);
  scan: EventLog['scan'] = (after, limit) => this.#reader.scan(after, limit);
  touched: EventLog['touched'] = (after, limit) => this.#reader.touched(after, limit);
  findCommand: EventLog['findCommand'] = (commandId) => this.#reader.findCommand(commandId);
  pendingCommits = (): number => this.#tail.pending;

  group = <T>(work: () => T): T =>
    appending(this.#options.file, () => {
      this.#sql.begin.run();
      try {
        const result = work();
        this.#crashPoint('before-commit');
        this.#sql.end.run();
        this.#crashPoint('after-commit');
        return result;
      } catch (error) {
        if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
        this.#forget();
        throw error;
      }
    });

  savepoint = <T>(work: () => T): T => {
    this.#sql.savepoint.run();
    try {
      const result = work();
      this.#sql.release.run();
      return result;
    } catch (error) {
      // A full disk rolls the whole transaction back by itself: then there is no savepoint left to return to.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK TO command; RELEASE command');
      this.#forget();
      throw error;
    }
  };

  append = (commit: CommitDraft): AppendedCommit => {
    const key = commit.head?.key ?? Number(this.#sql.stream.run(commit.streamId).lastInsertRowid);
    const first = this.#tail.position + 1;
    this.#tail.commit += 1;
    const number = this.#tail.commit;
    const events = this.#insertEvents(commit, key, number);
    this.#crashPoint('after-events');
    this.#insertCommit(commit, key, first);
    this.#crashPoint('after-commit-row');
    const head = this.#moveHead(commit, key, events);
    this.#crashPoint('after-head');
    return { head, events };
  };

  #forget(): void {
    this.#names.reset();
    this.#tail = readTail(this.#db);
  }

  #insertEvents(commit: CommitDraft, key: number, number: number): readonly CommittedEvent[] {
    const metadata = encodeMetadata(commit);
    const actor = this.#names.idOf(commit.actor);
    let previous = commit.head?.position ?? 0;
    let version = commit.head?.version ?? 0;
    return commit.events.map((event) => {
      const position = nextPosition(this.#tail);
      const type = this.#names.idOf(event.type);
      const id = toBlob(event.eventId);
      version += 1;
      const origin = [key, version, previous, number] as const;
      const what = [type, event.schemaVersion, id, actor, commit.timestamp, metadata, event.data] as const;
      this.#sql.event.run(position, ...origin, ...what);
      previous = position;
      return { eventId: event.eventId, type: event.type, version, position };
    });
  }

  #insertCommit(commit: CommitDraft, key: number, first: number): void {
    const tail = this.#tail;
    const commandId = toBlob(commit.commandId);
    const predecessor = commit.head === null ? null : toBlob(commit.head.commitId);
    const origin = this.#names.idOf(this.#options.origin);
    tail.recordedAt = Math.max(tail.recordedAt, this.#options.clock.now());
    const count = commit.events.length;
    this.#sql.commit.run(tail.commit, key, commandId, first, count, predecessor, origin, tail.recordedAt);
    this.#sql.outbox.run(tail.commit);
    this.#sql.command.run(commandId, tail.commit, commit.fingerprint);
    tail.pending += 1;
  }

  #moveHead(commit: CommitDraft, key: number, events: readonly CommittedEvent[]): StreamHead {
    const from = commit.head ?? { version: 0, position: 0 };
    const version = from.version + events.length;
    const position = this.#tail.position;
    const moved = this.#sql.head.run(version, position, this.#tail.commit, key, from.version, from.position);
    if (moved.changes !== 1) throw new Error(`${commit.streamId} moved on while a commit was being appended`);
    return { key, version, position, commitId: commit.commitId };
  }
}

function nextPosition(tail: Tail): number {
  tail.position += 1;
  return tail.position;
}

/** The writer's side of the log. Open the database durable: a commit that was answered must survive a power cut. */
export function createEventLog(options: EventLogOptions): EventLog {
  return new SqliteEventLog(options);
}
