import type { Statement } from 'better-sqlite3';
import { CONFIRMED } from './commit-status.ts';
import type { WritableDb } from './open-database.ts';

// A statement that finds its rows by a list costs a third of one for each row.
const LISTED = '(SELECT value FROM json_each(?))';

const SQL = {
  confirm: `UPDATE commits SET status = ${CONFIRMED}, broker_sequence = ? WHERE number = ?`,
  confirmedIn:
    'UPDATE streams SET pending = pending - 1, subject_sequence = max(subject_sequence, ?) WHERE id = ?',
  sent: `INSERT OR IGNORE INTO sent_commands
    SELECT commit_number, command FROM outbox WHERE commit_number IN ${LISTED} AND command IS NOT NULL`,
  left: `DELETE FROM outbox WHERE commit_number IN ${LISTED}`,
} as const;

/** Commits of ours that came back. What leaves the outbox with them is gathered: nothing reads it within the group. */
export class OwnCommits {
  readonly #confirm: Statement<[number, number]>;
  readonly #confirmedIn: Statement<[number, number]>;
  readonly #leaving: readonly Statement<[string]>[];
  #left: number[] = [];

  constructor(db: WritableDb) {
    this.#confirm = db.prepare<[number, number]>(SQL.confirm);
    this.#confirmedIn = db.prepare<[number, number]>(SQL.confirmedIn);
    this.#leaving = [SQL.sent, SQL.left].map((sql) => db.prepare<[string]>(sql));
  }

  /** Of a commit that is the next of its stream to be confirmed. */
  confirm(number: number, stream: number, sequence: number): void {
    this.#confirm.run(sequence, number);
    this.#confirmedIn.run(sequence, stream);
    this.#left.push(number);
  }

  /** Inside the transaction, at its end. */
  write(): void {
    if (this.#left.length === 0) return;
    const listed = JSON.stringify(this.#left);
    for (const statement of this.#leaving) statement.run(listed);
    this.#left = [];
  }

  /** After a roll-back. */
  forget(): void {
    this.#left = [];
  }
}
