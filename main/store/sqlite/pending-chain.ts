import type { Statement } from 'better-sqlite3';
import type { StreamHead } from '../../../domain/ports/event-log.ts';
import type { PendingInStream } from '../../../domain/ports/sync-log.ts';
import { readMetadata } from './commit-metadata.ts';
import type { EventReader } from './event-reader.ts';
import type { NameReader } from './names.ts';
import type { ReadableDb } from './open-database.ts';
import { PendingNumbers } from './pending-numbers.ts';
import { damaged } from './sqlite-errors.ts';
import { fromBlob } from './uuid-blob.ts';

const SQL = {
  stream: `SELECT id, version, head_event, head_commit, pending, (SELECT event_id FROM events WHERE position =
    (SELECT first_event FROM commits WHERE number = head_commit)) FROM streams WHERE name = ?`,
  last: 'SELECT id, head_commit, pending FROM streams WHERE name = ?',
  commit: 'SELECT first_event, event_count, command_id, origin FROM commits WHERE number = ?',
  before: `SELECT iif(first.previous = 0, 0, earlier.commit_number) FROM commits
    JOIN events first ON first.position = commits.first_event
    LEFT JOIN events earlier ON earlier.position = first.previous
    WHERE commits.number = ?`,
  event: 'SELECT previous, version, event_id, commit_number FROM events WHERE position = ?',
  shared: 'SELECT actor, timestamp, metadata FROM events WHERE position = ?',
  command: 'SELECT command FROM outbox WHERE commit_number = ?',
  fingerprint: 'SELECT fingerprint FROM commands WHERE command_id = ?',
} as const;

export interface ChainedCommit {
  readonly number: number;
  readonly commitId: string;
  readonly commandId: Buffer;
  readonly firstEvent: number;
  readonly eventCount: number;
}

/** Where what is confirmed of a stream ends. */
interface ConfirmedEnd {
  readonly key: number;
  readonly head: StreamHead | null;
  /** Number of the commit at the confirmed head; 0 where there is none. */
  readonly headCommit: number;
}

/** A stream cut in two: what is confirmed, and the commits on top of it, the oldest first. */
export interface CutStream extends ConfirmedEnd {
  readonly pending: readonly ChainedCommit[];
}

/** The same, with no more of the pending ones than whether there are any. */
export interface StreamFront {
  readonly head: StreamHead | null;
  readonly isWaiting: boolean;
}

/** The oldest of a stream's pending commits. */
export interface NextCommit {
  readonly stream: number;
  readonly number: number;
}

type StreamRow = readonly [
  id: number,
  version: number,
  event: number,
  commit: number,
  pending: number,
  commitId: Buffer | null,
];
type EventRow = readonly [previous: number, version: number, eventId: Buffer, commit: number];
type Shared = readonly [actor: number | null, timestamp: string, metadata: string | null];

const NO_STREAM: StreamFront = { head: null, isWaiting: false };

/** Follows a stream back over its pending commits: few have any, and most of those have one. */
export class PendingChain {
  readonly #db: ReadableDb;
  readonly #names: NameReader;
  readonly #reader: EventReader;
  readonly #numbers: PendingNumbers;
  readonly #stream: Statement<[string], StreamRow>;
  readonly #last: Statement<[string], [id: number, commit: number, pending: number]>;
  readonly #commit: Statement<[number], [number, number, Buffer, number]>;
  readonly #before: Statement<[number], number | null>;
  readonly #event: Statement<[number], EventRow>;
  readonly #shared: Statement<[number], Shared>;
  readonly #command: Statement<[number], string | null>;
  readonly #fingerprint: Statement<[Buffer], Buffer>;

  constructor(db: ReadableDb, names: NameReader, reader: EventReader) {
    this.#db = db;
    this.#names = names;
    this.#reader = reader;
    this.#numbers = new PendingNumbers((commit) => this.#commitBefore(commit));
    this.#stream = db.prepare<[string], StreamRow>(SQL.stream).raw();
    this.#last = db.prepare<[string], [number, number, number]>(SQL.last).raw();
    this.#commit = db.prepare<[number], [number, number, Buffer, number]>(SQL.commit).raw();
    this.#before = db.prepare<[number], number | null>(SQL.before).pluck();
    this.#event = db.prepare<[number], EventRow>(SQL.event).raw();
    this.#shared = db.prepare<[number], Shared>(SQL.shared).raw();
    this.#command = db.prepare<[number], string | null>(SQL.command).pluck();
    this.#fingerprint = db.prepare<[Buffer], Buffer>(SQL.fingerprint).pluck();
  }

  of(streamId: string): CutStream {
    const row = this.#stream.get(streamId);
    if (row === undefined) return { key: 0, head: null, headCommit: 0, pending: [] };
    const [key, , , commit, count] = row;
    const pending = this.#numbers.all(key, commit, count).map((number) => this.#chained(number));
    return { ...this.#endBefore(row, pending[0] ?? null), pending };
  }

  /** Costs the same however many are pending. */
  frontOf(streamId: string): StreamFront {
    const row = this.#stream.get(streamId);
    if (row === undefined) return NO_STREAM;
    const [key, version, position, commit, count, commitId] = row;
    if (count > 0) {
      const first = this.#numbers.first(key, commit, count);
      return { head: this.#endBefore(row, this.#chained(first)).head, isWaiting: true };
    }
    if (commit === 0) return NO_STREAM;
    if (commitId === null) throw damaged(this.#db.name, `the last commit of ${streamId} is not there`);
    return { head: { key, version, position, commitId: fromBlob(commitId) }, isWaiting: false };
  }

  /** The next that is to be confirmed; null where none waits. */
  nextOf(streamId: string): NextCommit | null {
    const [stream, last, count] = this.#last.get(streamId) ?? [0, 0, 0];
    return count === 0 ? null : { stream, number: this.#numbers.first(stream, last, count) };
  }

  /** After a roll-back: numbers of commits are given anew. */
  forget(): void {
    this.#numbers.forget();
  }

  /** Everything about a pending commit that it takes to decide it again. */
  read(streamId: string, number: number): PendingInStream {
    const chained = this.#chained(number);
    const { firstEvent, eventCount, commitId, commandId } = chained;
    const [, , , origin] = this.#commitAt(number);
    const [actor, timestamp, metadata] = this.#sharedAt(firstEvent);
    const id = fromBlob(commandId);
    const events = this.#reader.scan(firstEvent - 1, eventCount).map(({ event }) => ({ ...event, streamId }));
    return {
      number,
      commitId,
      commandId: id,
      command: this.#command.get(number) ?? null,
      fingerprint: this.#fingerprint.get(commandId) ?? new Uint8Array(),
      actor: actor === null ? null : this.#names.nameOf(actor),
      timestamp,
      origin: this.#names.nameOf(origin),
      ...readMetadata(metadata, id, this.#db.name),
      events,
    };
  }

  #endBefore([key, version, position, commit]: StreamRow, next: ChainedCommit | null): ConfirmedEnd {
    if (next === null) return this.#endAt(key, version, position, commit);
    const [previous, first] = this.#eventAt(next.firstEvent);
    return this.#endAt(key, first - 1, previous, previous === 0 ? 0 : this.#eventAt(previous)[3]);
  }

  #endAt(key: number, version: number, position: number, commit: number): ConfirmedEnd {
    if (commit === 0) return { key, head: null, headCommit: 0 };
    const { commitId } = this.#chained(commit);
    return { key, head: { key, version, position, commitId }, headCommit: commit };
  }

  #commitBefore(number: number): number {
    const before = this.#before.get(number) ?? null;
    if (before === null) throw damaged(this.#db.name, `what stands before commit ${number} is not there`);
    return before;
  }

  #chained(number: number): ChainedCommit {
    const [firstEvent, eventCount, commandId] = this.#commitAt(number);
    const [, , eventId] = this.#eventAt(firstEvent);
    return { number, firstEvent, eventCount, commandId, commitId: fromBlob(eventId) };
  }

  #commitAt(number: number): [number, number, Buffer, number] {
    const row = this.#commit.get(number);
    if (row === undefined) throw damaged(this.#db.name, `there is no commit ${number}`);
    return row;
  }

  #eventAt(position: number): EventRow {
    const row = this.#event.get(position);
    if (row === undefined) throw damaged(this.#db.name, `there is no event at position ${position}`);
    return row;
  }

  #sharedAt(position: number): Shared {
    const row = this.#shared.get(position);
    if (row === undefined) throw damaged(this.#db.name, `there is no event at position ${position}`);
    return row;
  }
}
