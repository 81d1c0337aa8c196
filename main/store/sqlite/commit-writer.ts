import type { Statement } from 'better-sqlite3';
import type { Clock } from '../../../domain/ports/clock.ts';
import type {
  AppendedCommit,
  CommitDraft,
  CommittedEvent,
  IdleCommand,
  StreamHead,
} from '../../../domain/ports/event-log.ts';
import { PROTOCOL_VERSION } from '../../../domain/sync/commit-message.ts';
import type { CrashHook } from '../crash-points.ts';
import { predecessorOf, writeMetadata } from './commit-metadata.ts';
import { CONFIRMED, PENDING } from './commit-status.ts';
import { GatheredRows } from './gathered-rows.ts';
import { type LogTail, next, readTail } from './log-tail.ts';
import type { Names } from './names.ts';
import type { WritableDb } from './open-database.ts';
import { toBlob } from './uuid-blob.ts';

const MOVE_HEAD = `UPDATE streams SET version = ?, head_event = ?, head_commit = ?, pending = pending + ?,
    subject_sequence = max(subject_sequence, ?)
  WHERE id = ? AND version = ? AND head_event = ?`;

/** A stream that the group under way has moved. */
interface MovedHead {
  /** Where the table has it; null where it has no such stream. */
  readonly from: StreamHead | null;
  head: StreamHead;
  commit: number;
  /** Commits of it that wait to go out. */
  pending: number;
  /** Of the last message on its subject; 0 where the group has none. */
  sequence: number;
}

export interface CommitWriterOptions {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly origin: string;
  readonly names: Names;
  readonly crashPoint: CrashHook;
}

/**
 * Gathers the commits of a group and writes them together. Until then they are in no table: whoever wants to read a
 * stream, a command or an event of this group must have it written first (`holds`, `holdsEvent`, `headOf`).
 */
export class CommitWriter {
  readonly #options: CommitWriterOptions;
  readonly #events: GatheredRows;
  readonly #commits: GatheredRows;
  readonly #outbox: GatheredRows;
  readonly #commands: GatheredRows;
  readonly #idle: GatheredRows;
  readonly #streams: GatheredRows;
  readonly #moveHead: Statement;
  readonly #moved = new Map<string, MovedHead>();
  readonly #commandIds = new Set<string>();
  readonly #eventIds = new Set<string>();
  #tail: LogTail;

  constructor(options: CommitWriterOptions) {
    const { db } = options;
    this.#options = options;
    this.#events = new GatheredRows(
      db,
      'events',
      'position, stream, version, previous, commit_number, type, schema_version, event_id, actor, timestamp, metadata, data',
    );
    this.#commits = new GatheredRows(
      db,
      'commits',
      'number, stream, command_id, first_event, event_count, predecessor, origin, status, broker_sequence, protocol, recorded_at',
    );
    this.#outbox = new GatheredRows(db, 'outbox', 'commit_number, command');
    this.#commands = new GatheredRows(db, 'commands', 'command_id, commit_number, fingerprint');
    // A command can be put into a conflict, come back after all, and be put aside once more.
    this.#idle = new GatheredRows(db, 'idle_commands', 'command_id, stream, version, fingerprint', true);
    this.#streams = new GatheredRows(
      db,
      'streams',
      'id, name, version, head_event, head_commit, pending, subject_sequence',
    );
    this.#moveHead = db.prepare(MOVE_HEAD);
    this.#tail = readTail(db);
  }

  get position(): number {
    return this.#tail.position;
  }

  /** Of the last commit. */
  get commit(): number {
    return this.#tail.commit;
  }

  get pending(): number {
    return this.#tail.pending;
  }

  /** The outbox was changed by somebody else, inside the transaction. */
  left(commits: number): void {
    this.#tail.pending -= commits;
  }

  /** A command of the group under way. */
  holds(commandId: string): boolean {
    return this.#commandIds.has(commandId);
  }

  /** An event of the group under way. */
  holdsEvent(eventId: string): boolean {
    return this.#eventIds.has(eventId);
  }

  /** Where the group under way has moved a stream to. */
  headOf(streamId: string): StreamHead | undefined {
    return this.#moved.get(streamId)?.head;
  }

  append(commit: CommitDraft): AppendedCommit {
    const tail = this.#tail;
    const key = commit.head?.key ?? next(tail, 'stream');
    const first = tail.position + 1;
    next(tail, 'commit');
    const events = this.#addEvents(commit, key);
    this.#addCommit(commit, key, first);
    return { head: this.#move(commit, key), events };
  }

  remember({ commandId, fingerprint, head }: IdleCommand): void {
    this.#idle.add([toBlob(commandId), head.key, head.version, fingerprint]);
    this.#commandIds.add(commandId);
  }

  /** Inside the transaction: brings everything gathered into the tables. */
  write(): void {
    const { crashPoint } = this.#options;
    this.#events.write();
    crashPoint('after-events');
    this.#commits.write();
    this.#outbox.write();
    this.#commands.write();
    this.#idle.write();
    crashPoint('after-commit-row');
    for (const [streamId, moved] of this.#moved) this.#writeHead(streamId, moved);
    this.#streams.write();
    crashPoint('after-head');
    this.#moved.clear();
    this.#commandIds.clear();
    this.#eventIds.clear();
  }

  /** After a roll-back. */
  forget(): void {
    for (const rows of [this.#events, this.#commits, this.#outbox, this.#commands, this.#idle, this.#streams])
      rows.forget();
    this.#moved.clear();
    this.#commandIds.clear();
    this.#eventIds.clear();
    this.#tail = readTail(this.#options.db);
  }

  #addEvents(commit: CommitDraft, key: number): readonly CommittedEvent[] {
    const { names } = this.#options;
    const metadata = writeMetadata(commit);
    const actor = commit.actor === null ? null : names.idOf(commit.actor);
    const { timestamp } = commit;
    let previous = commit.head?.position ?? 0;
    let version = commit.head?.version ?? 0;
    return commit.events.map(({ eventId, type, schemaVersion, data }) => {
      const position = next(this.#tail, 'position');
      version += 1;
      const [commitNumber, typeId, id] = [this.#tail.commit, names.idOf(type), toBlob(eventId)];
      // biome-ignore format: two lines read better than twelve
      this.#events.add([position, key, version, previous, commitNumber, typeId, schemaVersion, id,
        actor, timestamp, metadata, data]);
      this.#eventIds.add(eventId);
      previous = position;
      return { eventId, type, version, position };
    });
  }

  #addCommit(commit: CommitDraft, key: number, first: number): void {
    const tail = this.#tail;
    const { clock, names } = this.#options;
    const { remote } = commit;
    const commandId = toBlob(commit.commandId);
    const origin = names.idOf(remote?.origin ?? this.#options.origin);
    const status = remote === undefined ? PENDING : CONFIRMED;
    const sequence = remote?.sequence ?? null;
    const before = predecessorOf(commit);
    const predecessor = before === null ? null : toBlob(before);
    tail.recordedAt = Math.max(tail.recordedAt, clock.now());
    // biome-ignore format: two lines read better than twelve
    this.#commits.add([tail.commit, key, commandId, first, commit.events.length, predecessor, origin,
      status, sequence, PROTOCOL_VERSION, tail.recordedAt]);
    if (remote === undefined) this.#addToOutbox(commit);
    this.#commands.add([commandId, tail.commit, commit.fingerprint]);
    this.#commandIds.add(commit.commandId);
  }

  #addToOutbox({ command }: CommitDraft): void {
    this.#outbox.add([this.#tail.commit, command ?? null]);
    this.#tail.pending += 1;
  }

  #move(commit: CommitDraft, key: number): StreamHead {
    const { streamId, commitId, remote } = commit;
    const { position, commit: number } = this.#tail;
    const version = (commit.head?.version ?? 0) + commit.events.length;
    const head: StreamHead = { key, version, position, commitId };
    const [pending, sequence] = remote === undefined ? [1, 0] : [0, remote.sequence];
    const moved = this.#moved.get(streamId);
    if (moved === undefined) {
      this.#moved.set(streamId, { from: commit.head, head, commit: number, pending, sequence });
      return head;
    }
    if (moved.head.position !== commit.head?.position) throw movedOn(streamId);
    moved.head = head;
    moved.commit = number;
    moved.pending += pending;
    moved.sequence = Math.max(moved.sequence, sequence);
    return head;
  }

  #writeHead(streamId: string, { from, head, commit, pending, sequence }: MovedHead): void {
    const { key, version, position } = head;
    if (from === null)
      return this.#streams.add([key, streamId, version, position, commit, pending, sequence]);
    const at = [key, from.version, from.position] as const;
    const { changes } = this.#moveHead.run(version, position, commit, pending, sequence, ...at);
    if (changes !== 1) throw movedOn(streamId);
  }
}

function movedOn(streamId: string): Error {
  return new Error(`${streamId} moved on while a commit was being appended`);
}
