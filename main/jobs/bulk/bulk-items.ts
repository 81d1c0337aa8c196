import type { BulkChange, BulkCounts, BulkState } from '../../../domain/contract/bulk.ts';
import { type CrashHook, noCrash } from '../../store/crash-points.ts';
import type { WritableDb } from '../../store/sqlite/open-database.ts';
import type { BulkCommand, Verdict } from './bulk-command.ts';

/** `sent`: under way when it was last heard of. */
type StoredState = 'waiting' | 'sent' | 'done' | 'unchanged' | 'refused';

export const BULK_SCHEMA = `
CREATE TABLE IF NOT EXISTS bulk_orders(
  job_id TEXT PRIMARY KEY,
  change TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bulk_items(
  job_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting',
  commands TEXT,
  code TEXT,
  message TEXT,
  PRIMARY KEY(job_id, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bulk_items_state ON bulk_items(job_id, state, number);
CREATE TRIGGER IF NOT EXISTS bulk_forgotten AFTER DELETE ON jobs BEGIN
  DELETE FROM bulk_orders WHERE job_id = OLD.job_id;
  DELETE FROM bulk_items WHERE job_id = OLD.job_id;
END;
`;

export interface BulkItem {
  readonly number: number;
  readonly personId: string;
}

export interface SentItem extends BulkItem {
  readonly commands: readonly BulkCommand[];
}

export interface StoredResult extends BulkItem {
  readonly state: StoredState;
  readonly code: string | null;
  readonly message: string | null;
}

export interface ResultsAsked {
  readonly state?: BulkState | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

const COLUMNS = 'number, person_id AS personId, state, code, message';

/** The persons of each bulk job with what came of them, in the file of the jobs: a crash loses none of it. */
export class BulkItems {
  readonly #db: WritableDb;
  readonly #crashPoint: CrashHook;

  constructor(db: WritableDb, crashPoint: CrashHook = noCrash) {
    this.#db = db;
    this.#crashPoint = crashPoint;
  }

  /** All at once: a job knows everybody that it is for, or it was never ordered. */
  order(jobId: string, change: BulkChange, personIds: readonly string[]): void {
    const put = this.#db.prepare('INSERT INTO bulk_items(job_id, number, person_id) VALUES(?, ?, ?)');
    this.#db
      .transaction(() => {
        this.#db.prepare('INSERT INTO bulk_orders VALUES(?, ?)').run(jobId, JSON.stringify(change));
        for (const [index, personId] of personIds.entries()) put.run(jobId, index + 1, personId);
      })
      .immediate();
    this.#crashPoint('job-ordered');
  }

  change(jobId: string): BulkChange | null {
    const sql = 'SELECT change FROM bulk_orders WHERE job_id = ?';
    const text = this.#db.prepare<[string], string>(sql).pluck().get(jobId);
    return text === undefined ? null : (JSON.parse(text) as BulkChange);
  }

  waiting(jobId: string, limit: number): readonly BulkItem[] {
    const sql = `SELECT ${COLUMNS} FROM bulk_items WHERE job_id = ? AND state = 'waiting' ORDER BY number LIMIT ?`;
    return this.#db.prepare<[string, number], StoredResult>(sql).all(jobId, limit);
  }

  /** What was under way when the job ended: whether it was done only the engine knows. */
  sent(jobId: string): readonly SentItem[] {
    const sql = `SELECT number, person_id AS personId, commands FROM bulk_items
      WHERE job_id = ? AND state = 'sent' ORDER BY number`;
    return this.#db
      .prepare<[string], BulkItem & { readonly commands: string }>(sql)
      .all(jobId)
      .map((row) => ({ ...row, commands: JSON.parse(row.commands) as readonly BulkCommand[] }));
  }

  /** Before anything is sent: exactly this is sent again where nobody hears what became of it. */
  begin(jobId: string, items: readonly SentItem[]): void {
    const put = this.#db.prepare(
      `UPDATE bulk_items SET state = 'sent', commands = ? WHERE job_id = ? AND number = ?`,
    );
    this.#db
      .transaction(() => {
        for (const { number, commands } of items) put.run(JSON.stringify(commands), jobId, number);
      })
      .immediate();
    this.#crashPoint('job-items-sent');
  }

  settle(jobId: string, verdicts: ReadonlyMap<number, Verdict>): void {
    const put = this.#db.prepare(
      `UPDATE bulk_items SET state = ?, commands = NULL, code = ?, message = ? WHERE job_id = ? AND number = ?`,
    );
    this.#db
      .transaction(() => {
        for (const [number, { state, code, message }] of verdicts)
          put.run(state, code, message, jobId, number);
      })
      .immediate();
    this.#crashPoint('job-items-settled');
  }

  counts(jobId: string): BulkCounts {
    const sql = 'SELECT state, count(*) AS n FROM bulk_items WHERE job_id = ? GROUP BY state';
    const rows = this.#db.prepare<[string], { state: StoredState; n: number }>(sql).all(jobId);
    const of = (...states: StoredState[]) =>
      rows.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0);
    return {
      total: of('waiting', 'sent', 'done', 'unchanged', 'refused'),
      done: of('done'),
      unchanged: of('unchanged'),
      refused: of('refused'),
      notReached: of('waiting', 'sent'),
    };
  }

  done(jobId: string): readonly string[] {
    const sql = `SELECT person_id FROM bulk_items WHERE job_id = ? AND state = 'done' ORDER BY number`;
    return this.#db.prepare<[string], string>(sql).pluck().all(jobId);
  }

  results(jobId: string, { state, after = 0, limit }: ResultsAsked): readonly StoredResult[] {
    const states = state === 'not-reached' ? ['waiting', 'sent'] : [state];
    if (state === undefined) {
      const sql = `SELECT ${COLUMNS} FROM bulk_items WHERE job_id = ? AND number > ? ORDER BY number LIMIT ?`;
      return this.#db.prepare<[string, number, number], StoredResult>(sql).all(jobId, after, limit);
    }
    const sql = `SELECT ${COLUMNS} FROM bulk_items WHERE job_id = ? AND state IN (${states.map(() => '?').join(', ')})
      AND number > ? ORDER BY number LIMIT ?`;
    return this.#db.prepare<unknown[], StoredResult>(sql).all(jobId, ...states, after, limit);
  }
}
