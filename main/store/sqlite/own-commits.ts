import type { Statement } from 'better-sqlite3';
import type { CommitMessage } from '../../../domain/sync/commit-message.ts';
import { CONFIRMED, PENDING } from './commit-status.ts';
import type { WritableDb } from './open-database.ts';
import { damaged } from './sqlite-errors.ts';
import { toBlob } from './uuid-blob.ts';

const SQL = {
  // A pending commit whose predecessor is confirmed is the next of its stream: had anything else come there, it would have
  // been put aside.
  next: `SELECT c.number, c.stream FROM events e CROSS JOIN commits c ON c.number = e.commit_number
    WHERE e.event_id = ? AND e.position = c.first_event AND c.status = ${PENDING} AND c.predecessor IS ?
      AND (c.predecessor IS NULL OR ${CONFIRMED} = (SELECT p.status FROM commits p
        WHERE p.number = (SELECT commit_number FROM events WHERE event_id = c.predecessor)))`,
  confirm: `UPDATE commits SET status = ${CONFIRMED}, broker_sequence = ? WHERE number = ?`,
  sent: `INSERT OR IGNORE INTO sent_commands
    SELECT commit_number, command FROM outbox WHERE commit_number = ? AND command IS NOT NULL`,
  left: 'DELETE FROM outbox WHERE commit_number = ?',
  confirmedIn:
    'UPDATE streams SET pending = pending - 1, subject_sequence = max(subject_sequence, ?) WHERE id = ?',
} as const;

/** Commits of ours that come back: recognised with one look, whatever else is pending in their stream. */
export class OwnCommits {
  readonly #db: WritableDb;
  readonly #next: Statement<[Buffer, Buffer | null], readonly [number: number, stream: number]>;
  readonly #confirm: Statement<[number, number]>;
  readonly #leaving: readonly Statement<[number]>[];
  readonly #confirmedIn: Statement<[number, number]>;

  constructor(db: WritableDb) {
    this.#db = db;
    this.#next = db.prepare<[Buffer, Buffer | null], readonly [number, number]>(SQL.next).raw();
    this.#confirm = db.prepare<[number, number]>(SQL.confirm);
    this.#leaving = [SQL.sent, SQL.left].map((sql) => db.prepare<[number]>(sql));
    this.#confirmedIn = db.prepare<[number, number]>(SQL.confirmedIn);
  }

  /** It is ours, and the next of its stream. */
  isNext(commit: CommitMessage): boolean {
    return this.#find(commit) !== undefined;
  }

  confirm(commit: CommitMessage, sequence: number): void {
    const found = this.#find(commit);
    if (found === undefined) throw damaged(this.#db.name, `${commit.commitId} is not pending`);
    const [number, stream] = found;
    this.#confirm.run(sequence, number);
    for (const step of this.#leaving) step.run(number);
    this.#confirmedIn.run(sequence, stream);
  }

  #find({ commitId, predecessor }: CommitMessage): readonly [number, number] | undefined {
    return this.#next.get(toBlob(commitId), predecessor === null ? null : toBlob(predecessor));
  }
}
