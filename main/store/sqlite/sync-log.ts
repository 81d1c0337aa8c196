import { derivedId } from '../../../domain/kernel/derived-id.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { StreamHead } from '../../../domain/ports/event-log.ts';
import type { OddMessage, OutboxEntry, PendingInStream, SyncLog } from '../../../domain/ports/sync-log.ts';
import type { CommitMessage } from '../../../domain/sync/commit-message.ts';
import type { Known } from '../../../domain/sync/judge.ts';
import { CONFIRMED, PENDING, SUPERSEDED } from './commit-status.ts';
import type { CommitWriter } from './commit-writer.ts';
import type { EventReader } from './event-reader.ts';
import type { NameReader } from './names.ts';
import { OutboxReader } from './outbox-reader.ts';
import type { WritableDb } from './open-database.ts';
import { OwnCommits } from './own-commits.ts';
import { PendingChain } from './pending-chain.ts';
import { readSetting, writeSetting } from './settings.ts';
import { StepBack } from './step-back.ts';
import { fromBlob, toBlob } from './uuid-blob.ts';

const SQL = {
  position: "SELECT value FROM sync_state WHERE key = 'position'",
  move: `INSERT INTO sync_state(key, value) VALUES('position', ?)
    ON CONFLICT(key) DO UPDATE SET value = excluded.value`,
  commitOfEvent: 'SELECT commit_number FROM events WHERE event_id = ?',
  commitOfCommand: 'SELECT commit_number FROM commands WHERE command_id = ?',
  pendingStream: `SELECT s.name FROM commands k JOIN commits c ON c.number = k.commit_number
    JOIN streams s ON s.id = c.stream WHERE k.command_id = ? AND c.status = ${PENDING}`,
  pendingIn: 'SELECT pending FROM streams WHERE name = ?',
  status: 'SELECT status, broker_sequence FROM commits WHERE number = ?',
  left: 'DELETE FROM outbox WHERE commit_number = ?',
  supersede: `UPDATE commits SET status = ${SUPERSEDED} WHERE number = ?`,
  supersedeEvents:
    'UPDATE events SET superseded = 1 WHERE commit_number = ? AND position >= ? AND position < ?',
  positionOf: 'SELECT position FROM events WHERE event_id = ? AND superseded = 1',
  rename: 'UPDATE events SET event_id = ? WHERE position = ?',
  forget: 'DELETE FROM commands WHERE commit_number = ? AND command_id = ?',
  stepBack: `UPDATE streams SET version = ?, head_event = ?, head_commit = ?, pending = 0 WHERE id = ?`,
  seen: 'UPDATE streams SET subject_sequence = max(subject_sequence, ?) WHERE name = ?',
  keep: `INSERT OR IGNORE INTO odd_messages(sequence, subject, commit_id, reason, detail, received_at, body)
    VALUES(?, ?, ?, ?, ?, ?, ?)`,
  atMost: `SELECT broker_sequence, (SELECT event_id FROM events WHERE position = first_event) FROM commits
    WHERE broker_sequence <= ? ORDER BY broker_sequence DESC LIMIT 1`,
  oldest: 'SELECT recorded_at FROM commits WHERE number = (SELECT min(commit_number) FROM outbox)',
} as const;

/** What is kept of a message that nobody can read: enough to see what it was. */
const MAX_ODD_BODY = 64 * 1024;

export interface SyncLogOptions {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly names: NameReader;
  readonly reader: EventReader;
  readonly writer: CommitWriter;
}

type Row = readonly [number, number | null];

export class SqliteSyncLog implements SyncLog {
  readonly #options: SyncLogOptions;
  readonly #chain: PendingChain;
  readonly #outbox: OutboxReader;
  readonly #own: OwnCommits;
  readonly #stepBack: StepBack;
  readonly #statements;

  constructor(options: SyncLogOptions) {
    const { db, names, reader } = options;
    this.#options = options;
    this.#chain = new PendingChain(db, names, reader);
    this.#outbox = new OutboxReader(db, names);
    this.#own = new OwnCommits(db);
    this.#stepBack = new StepBack(db);
    const number = (sql: string) => db.prepare<[Buffer], number>(sql).pluck();
    this.#statements = {
      position: db.prepare<[], number>(SQL.position).pluck(),
      move: db.prepare<[number]>(SQL.move),
      commitOfEvent: number(SQL.commitOfEvent),
      commitOfCommand: number(SQL.commitOfCommand),
      pendingStream: db.prepare<[Buffer], string>(SQL.pendingStream).pluck(),
      pendingIn: db.prepare<[string], number>(SQL.pendingIn).pluck(),
      status: db.prepare<[number], Row>(SQL.status).raw(),
      left: db.prepare<[number]>(SQL.left),
      supersede: db.prepare<[number]>(SQL.supersede),
      supersedeEvents: db.prepare<[number, number, number]>(SQL.supersedeEvents),
      positionOf: number(SQL.positionOf),
      rename: db.prepare<[Buffer, number]>(SQL.rename),
      forget: db.prepare<[number, Buffer]>(SQL.forget),
      stepBack: db.prepare<[number, number, number, number]>(SQL.stepBack),
      seen: db.prepare<[number, string]>(SQL.seen),
      keep: db.prepare(SQL.keep),
      atMost: db.prepare<[number], [number, Buffer]>(SQL.atMost).raw(),
      oldest: db.prepare<[], number>(SQL.oldest).pluck(),
    };
  }

  position = (): number => this.#statements.position.get() ?? 0;

  moveTo = (sequence: number): void => {
    this.#statements.move.run(sequence);
  };

  known = (commit: CommitMessage): Known => {
    this.#settle(commit.streamId);
    const { commitId, predecessor } = commit;
    if (this.#own.isNext(commit)) {
      return {
        head: predecessor,
        next: commitId,
        confirmedAt: null,
        isPutAside: false,
        isCommandDone: false,
      };
    }
    const { commitOfEvent, commitOfCommand } = this.#statements;
    const { head, next } = this.#chain.frontOf(commit.streamId);
    const [status, sequence] = this.#statusOf(commitOfEvent.get(toBlob(commitId)));
    const [ofCommand] = this.#statusOf(commitOfCommand.get(toBlob(commit.commandId)));
    return {
      head: head?.commitId ?? null,
      next: next?.commitId ?? null,
      confirmedAt: status === CONFIRMED ? sequence : null,
      isPutAside: status === SUPERSEDED,
      isCommandDone: ofCommand === CONFIRMED,
    };
  };

  outbox = (after: number, limit: number): readonly OutboxEntry[] => this.#outbox.after(after, limit);
  outboxEntries = (numbers: readonly number[]): readonly OutboxEntry[] => this.#outbox.those(numbers);
  outboxOf = (streamId: string): OutboxEntry | null => {
    const { next } = this.#chain.frontOf(streamId);
    return next === null ? null : (this.outboxEntries([next.number])[0] ?? null);
  };

  pendingIn = (streamId: string): readonly PendingInStream[] => {
    this.#settle(streamId);
    return this.#chain.of(streamId).pending.map(({ number }) => this.#chain.read(streamId, number));
  };

  pendingStreamOf = (commandId: string): string | null => {
    const { writer } = this.#options;
    if (writer.holds(commandId)) writer.write();
    return this.#statements.pendingStream.get(toBlob(commandId)) ?? null;
  };

  isSettled = (streamId: string): boolean => (this.#statements.pendingIn.get(streamId) ?? 0) === 0;

  confirmedHead = (streamId: string): StreamHead | null => {
    this.#settle(streamId);
    return this.#chain.frontOf(streamId).head;
  };

  confirm = (commit: CommitMessage, sequence: number): void => {
    this.#settle(commit.streamId);
    this.#own.confirm(commit, sequence);
    this.#options.writer.left(1);
  };

  supersede = (streamId: string): void => {
    this.#settle(streamId);
    const { key, head, headCommit, pending } = this.#chain.of(streamId);
    const { supersede, supersedeEvents, left, forget, stepBack } = this.#statements;
    for (const { number, firstEvent, eventCount, commandId } of pending) {
      supersede.run(number);
      supersedeEvents.run(number, firstEvent, firstEvent + eventCount);
      left.run(number);
      forget.run(number, commandId);
    }
    stepBack.run(head?.version ?? 0, head?.position ?? 0, headCommit, key);
    this.#options.writer.left(pending.length);
  };

  giveUpIds = ({ events }: CommitMessage): void => {
    const { positionOf, rename } = this.#statements;
    for (const { eventId } of events) {
      const position = positionOf.get(toBlob(eventId));
      if (position !== undefined)
        rename.run(toBlob(derivedId('put-aside', eventId, String(position))), position);
    }
  };

  keep = (message: OddMessage, streamId: string | null): void => {
    const { sequence, subject, commitId, reason, detail, body } = message;
    if (streamId !== null) {
      this.#settle(streamId);
      this.#statements.seen.run(sequence, streamId);
    }
    const id = commitId === null ? null : toBlob(commitId);
    const kept = body.slice(0, MAX_ODD_BODY);
    this.#statements.keep.run(sequence, subject, id, reason, detail, this.#options.clock.now(), kept);
  };

  installation = (): string | null => readSetting(this.#options.db, 'installation');
  bind = (installation: string): void => writeSetting(this.#options.db, 'installation', installation);

  confirmedAtMost = (sequence: number): { sequence: number; commitId: string } | null => {
    const row = this.#statements.atMost.get(sequence);
    return row === undefined ? null : { sequence: row[0], commitId: fromBlob(row[1]) };
  };

  stepBack = (sequence: number): number => {
    const commits = this.#stepBack.to(sequence);
    this.moveTo(sequence);
    this.#options.writer.left(-commits);
    return commits;
  };

  waiting = (): { commits: number; oldest: number | null } => ({
    commits: this.#options.writer.pending,
    oldest: this.#statements.oldest.get() ?? null,
  });

  /** After a roll-back. */
  forget(): void {
    this.#chain.forget();
  }

  /** What the group under way has gathered of a stream is in no table yet. */
  #settle(streamId: string): void {
    if (this.#options.writer.headOf(streamId) !== undefined) this.#options.writer.write();
  }

  #statusOf(commitNumber: number | undefined): Row | readonly [null, null] {
    return (
      (commitNumber === undefined ? undefined : this.#statements.status.get(commitNumber)) ?? [null, null]
    );
  }
}
