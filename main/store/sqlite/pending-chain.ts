import type { Statement } from 'better-sqlite3';
import type { StreamHead } from '../../../domain/ports/event-log.ts';
import type { PendingInStream } from '../../../domain/ports/sync-log.ts';
import { readMetadata } from './commit-metadata.ts';
import type { EventReader } from './event-reader.ts';
import type { NameReader } from './names.ts';
import type { ReadableDb } from './open-database.ts';
import { damaged } from './sqlite-errors.ts';
import { fromBlob } from './uuid-blob.ts';

const SQL = {
  stream: 'SELECT id, version, head_event, head_commit, pending FROM streams WHERE name = ?',
  commit: 'SELECT first_event, event_count, command_id, origin FROM commits WHERE number = ?',
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

/** A stream cut in two: what is confirmed, and the commits on top of it, the oldest first. */
export interface CutStream {
  readonly key: number;
  readonly head: StreamHead | null;
  /** Number of the commit at the confirmed head; 0 where there is none. */
  readonly headCommit: number;
  readonly pending: readonly ChainedCommit[];
}

type StreamRow = readonly [id: number, version: number, event: number, commit: number, pending: number];
type EventRow = readonly [previous: number, version: number, eventId: Buffer, commit: number];
type Shared = readonly [actor: number | null, timestamp: string, metadata: string | null];

/** Follows a stream back over its pending commits: few have any, and most of those have one. */
export class PendingChain {
  readonly #db: ReadableDb;
  readonly #names: NameReader;
  readonly #reader: EventReader;
  readonly #stream: Statement<[string], StreamRow>;
  readonly #commit: Statement<[number], [number, number, Buffer, number]>;
  readonly #event: Statement<[number], EventRow>;
  readonly #shared: Statement<[number], Shared>;
  readonly #command: Statement<[number], string | null>;
  readonly #fingerprint: Statement<[Buffer], Buffer>;

  constructor(db: ReadableDb, names: NameReader, reader: EventReader) {
    this.#db = db;
    this.#names = names;
    this.#reader = reader;
    this.#stream = db.prepare<[string], StreamRow>(SQL.stream).raw();
    this.#commit = db.prepare<[number], [number, number, Buffer, number]>(SQL.commit).raw();
    this.#event = db.prepare<[number], EventRow>(SQL.event).raw();
    this.#shared = db.prepare<[number], Shared>(SQL.shared).raw();
    this.#command = db.prepare<[number], string | null>(SQL.command).pluck();
    this.#fingerprint = db.prepare<[Buffer], Buffer>(SQL.fingerprint).pluck();
  }

  of(streamId: string): CutStream {
    const row = this.#stream.get(streamId);
    if (row === undefined) return { key: 0, head: null, headCommit: 0, pending: [] };
    const [key, version, position, commit, count] = row;
    const pending: ChainedCommit[] = [];
    let at = { version, position, commit };
    for (let left = count; left > 0; left -= 1) {
      const chained = this.#chained(at.commit);
      pending.push(chained);
      const [previous, first] = this.#eventAt(chained.firstEvent);
      at = {
        version: first - 1,
        position: previous,
        commit: previous === 0 ? 0 : this.#eventAt(previous)[3],
      };
    }
    const commitId = at.commit === 0 ? null : this.#chained(at.commit).commitId;
    const head = commitId === null ? null : { key, version: at.version, position: at.position, commitId };
    return { key, head, headCommit: at.commit, pending: pending.reverse() };
  }

  /** Everything about a pending commit that it takes to decide it again. */
  read(streamId: string, number: number): PendingInStream {
    const chained = this.#chained(number);
    const { firstEvent, eventCount, commitId, commandId } = chained;
    const [, , , origin] = this.#commitAt(number);
    const [actor, timestamp, metadata] = this.#sharedAt(firstEvent);
    const id = fromBlob(commandId);
    const last = firstEvent + eventCount - 1;
    const [, version] = this.#eventAt(last);
    const events = this.#reader.readStream(streamId, { key: 0, version, position: last, commitId });
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
      events: events.slice(-eventCount),
    };
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
