import type { Statement } from 'better-sqlite3';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { EventLog } from '../../../domain/ports/event-log.ts';
import type { SyncLog } from '../../../domain/ports/sync-log.ts';
import { type CrashHook, noCrash } from '../crash-points.ts';
import { CommitWriter } from './commit-writer.ts';
import { createEventReader, type EventReader } from './event-reader.ts';
import { GreatestIds } from './greatest-ids.ts';
import { createNames, type Names } from './names.ts';
import type { WritableDb } from './open-database.ts';
import { reserveWal } from './reserve-wal.ts';
import { appending } from './sqlite-errors.ts';
import { SqliteSyncLog } from './sync-log.ts';

export interface EventLogOptions {
  readonly db: WritableDb;
  readonly file: string;
  readonly clock: Clock;
  /** Id of this data folder. */
  readonly origin: string;
  readonly crashPoint?: CrashHook;
}

/** The log, and what an installation's sync does to it on the same connection. */
export interface SharedLog extends EventLog {
  readonly sync: SyncLog;
}

/**
 * A process that has written this many times is at it for longer: by then it has lost to a growing file what filling it
 * up costs, some 30 ms.
 */
const RESERVE_AFTER_GROUPS = 256;

class SqliteEventLog implements SharedLog {
  readonly sync: SqliteSyncLog;
  readonly #db: WritableDb;
  readonly #file: string;
  readonly #names: Names;
  readonly #reader: EventReader;
  readonly #writer: CommitWriter;
  readonly #greatest: GreatestIds;
  readonly #crashPoint: CrashHook;
  readonly #begin: Statement;
  readonly #end: Statement;
  #groups = 0;

  constructor({ db, file, clock, origin, crashPoint = noCrash }: EventLogOptions) {
    this.#db = db;
    this.#file = file;
    this.#crashPoint = crashPoint;
    this.#names = createNames(db);
    this.#reader = createEventReader(db, this.#names);
    this.#writer = new CommitWriter({ db, clock, origin, names: this.#names, crashPoint });
    this.#greatest = new GreatestIds(db);
    this.sync = new SqliteSyncLog({
      db,
      clock,
      origin,
      names: this.#names,
      reader: this.#reader,
      writer: this.#writer,
      greatest: this.#greatest,
    });
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#end = db.prepare('COMMIT');
  }

  head = (): number => this.#writer.position;
  pendingCommits = (): number => this.#writer.pending;
  streamName: EventLog['streamName'] = (key) => this.#reader.streamName(key);
  streamNames: EventLog['streamNames'] = (from, limit) => this.#reader.streamNames(from, limit);
  scan: EventLog['scan'] = (after, limit) => this.#reader.scan(after, limit);
  touched: EventLog['touched'] = (after, limit) => this.#reader.touched(after, limit);

  streamHead: EventLog['streamHead'] = (streamId) =>
    this.#writer.headOf(streamId) ??
    (this.#greatest.isNewStream(streamId) ? null : this.#reader.streamHead(streamId));

  readStream: EventLog['readStream'] = (streamId, head) => {
    if (this.#writer.headOf(streamId) !== undefined) this.#writer.write();
    return this.#reader.readStream(streamId, head);
  };

  findCommand: EventLog['findCommand'] = (commandId) => {
    if (this.#greatest.isNewCommand(commandId)) return null;
    if (this.#writer.holds(commandId)) this.#writer.write();
    return this.#reader.findCommand(commandId);
  };

  append: EventLog['append'] = (commit) => {
    const appended = this.#writer.append(commit);
    this.#greatest.tookCommand(commit.commandId);
    this.#greatest.tookEvents(commit.events);
    if (commit.head === null) this.#greatest.tookStream(commit.streamId);
    this.sync.appended(this.#writer.commit, commit, appended.head);
    return appended;
  };

  remember: EventLog['remember'] = (command) => {
    this.#writer.remember(command);
    this.#greatest.tookCommand(command.commandId);
  };

  group = <T>(work: () => T): T =>
    appending(this.#file, () => {
      this.#begin.run();
      try {
        const result = work();
        this.#writer.write();
        this.sync.write();
        this.#crashPoint('before-commit');
        this.#end.run();
        this.#crashPoint('after-commit');
        this.#reserve();
        return result;
      } catch (error) {
        if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
        this.#names.reset();
        this.#writer.forget();
        this.#greatest.forget();
        this.sync.forget();
        throw error;
      }
    });

  #reserve(): void {
    this.#groups += 1;
    if (this.#groups !== RESERVE_AFTER_GROUPS) return;
    try {
      reserveWal(`${this.#file}-wal`);
    } catch {
      // Everything works without it, only slower.
    }
  }
}

/** The writer's side of the log. Open the database durable: a commit that was answered must survive a power cut. */
export function createEventLog(options: EventLogOptions): SharedLog {
  return new SqliteEventLog(options);
}
