import type { Statement } from 'better-sqlite3';
import { PENDING } from './commit-status.ts';
import type { WritableDb } from './open-database.ts';

const SQL = {
  commits: 'SELECT stream, first_event FROM commits WHERE broker_sequence > ? ORDER BY broker_sequence',
  outbox: `INSERT INTO outbox(commit_number, command)
    SELECT number, (SELECT command FROM sent_commands WHERE commit_number = number) FROM commits
    WHERE broker_sequence > ?`,
  pending: `UPDATE commits SET status = ${PENDING}, broker_sequence = NULL WHERE broker_sequence > ?`,
  odd: 'DELETE FROM odd_messages WHERE sequence > ?',
  times: 'DELETE FROM broker_times WHERE sequence > ?',
  // Few streams have any, and looking for them once costs less than once for each stream.
  oddOf: `SELECT s.id, max(o.sequence) FROM odd_messages o
    CROSS JOIN streams s ON s.name = substr(o.subject, length('person.log.') + 1) GROUP BY s.id`,
  // The last message of the subject that is still there, whatever it was: the commit before the first that waits again, or
  // one without effect.
  stream: `UPDATE streams SET pending = pending + ?, subject_sequence = max(
      coalesce((SELECT c.broker_sequence FROM events first JOIN events before ON before.position = first.previous
        JOIN commits c ON c.number = before.commit_number WHERE first.position = ?), 0), ?)
    WHERE id = ?`,
} as const;

/** What waits again of a stream. */
interface Again {
  readonly firstEvent: number;
  commits: number;
}

/** Makes confirmed commits wait again, from a sequence of the broker on. */
export class StepBack {
  readonly #commits: Statement<[number], readonly [stream: number, firstEvent: number]>;
  readonly #steps: readonly Statement<[number]>[];
  readonly #oddOf: Statement<[], readonly [stream: number, sequence: number]>;
  readonly #stream: Statement<[number, number, number, number]>;

  constructor(db: WritableDb) {
    this.#commits = db.prepare<[number], readonly [number, number]>(SQL.commits).raw();
    this.#steps = [SQL.outbox, SQL.pending, SQL.odd, SQL.times].map((sql) => db.prepare<[number]>(sql));
    this.#oddOf = db.prepare<[], readonly [number, number]>(SQL.oddOf).raw();
    this.#stream = db.prepare<[number, number, number, number]>(SQL.stream);
  }

  /** Answers how many commits wait again. */
  to(sequence: number): number {
    const streams = new Map<number, Again>();
    let all = 0;
    for (const [stream, firstEvent] of this.#commits.all(sequence)) {
      const again = streams.get(stream);
      if (again === undefined) streams.set(stream, { firstEvent, commits: 1 });
      else again.commits += 1;
      all += 1;
    }
    for (const step of this.#steps) step.run(sequence);
    const odd = new Map(this.#oddOf.all());
    for (const [stream, { commits, firstEvent }] of streams)
      this.#stream.run(commits, firstEvent, odd.get(stream) ?? 0, stream);
    return all;
  }
}
