import type { Statement } from 'better-sqlite3';
import { PENDING } from './commit-status.ts';
import type { WritableDb } from './open-database.ts';

const SQL = {
  streams: 'SELECT stream FROM commits WHERE broker_sequence > ?',
  outbox: `INSERT INTO outbox(commit_number, command)
    SELECT number, (SELECT command FROM sent_commands WHERE commit_number = number) FROM commits
    WHERE broker_sequence > ?`,
  pending: `UPDATE commits SET status = ${PENDING}, broker_sequence = NULL WHERE broker_sequence > ?`,
  odd: 'DELETE FROM odd_messages WHERE sequence > ?',
  // The last message of the subject that is still there, whatever it was.
  stream: `UPDATE streams SET pending = pending + ?, subject_sequence = max(
      coalesce((SELECT max(broker_sequence) FROM commits WHERE broker_sequence <= ? AND stream = ?), 0),
      coalesce((SELECT max(sequence) FROM odd_messages WHERE subject = 'person.log.' || name), 0))
    WHERE id = ?`,
} as const;

/** Makes confirmed commits wait again, from a sequence of the broker on. */
export class StepBack {
  readonly #streams: Statement<[number], number>;
  readonly #steps: readonly Statement<[number]>[];
  readonly #stream: Statement<[number, number, number, number]>;

  constructor(db: WritableDb) {
    this.#streams = db.prepare<[number], number>(SQL.streams).pluck();
    this.#steps = [SQL.outbox, SQL.pending, SQL.odd].map((sql) => db.prepare<[number]>(sql));
    this.#stream = db.prepare<[number, number, number, number]>(SQL.stream);
  }

  /** Answers how many commits wait again. */
  to(sequence: number): number {
    const streams = new Map<number, number>();
    for (const stream of this.#streams.all(sequence)) streams.set(stream, (streams.get(stream) ?? 0) + 1);
    for (const step of this.#steps) step.run(sequence);
    for (const [stream, commits] of streams) this.#stream.run(commits, sequence, stream, stream);
    return [...streams.values()].reduce((sum, commits) => sum + commits, 0);
  }
}
