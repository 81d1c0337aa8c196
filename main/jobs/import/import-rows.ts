import type { ImportCounts, ImportOutcome, ImportRow } from '../../../domain/contract/import.ts';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import type { WritableDb } from '../../store/sqlite/open-database.ts';
import type { FullReading } from './reading.ts';
import type { FileMark } from './source-file.ts';

export interface ImportOrder {
  readonly fileId: string;
  readonly path: string;
  readonly mark: FileMark;
  readonly reading: FullReading;
  readonly mapping: ImportMapping;
  readonly dryRun: boolean;
  readonly duplicates: 'skip' | 'import';
}

/** What came of a row, with what it takes to mend it where it was not taken. */
export interface RowVerdict {
  readonly row: ImportRow;
  /** Under way: whether it was done only the engine knows. */
  readonly sent: boolean;
  readonly source: string | null;
}

export interface RowsAsked {
  readonly outcome?: ImportOutcome | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** A row that is put into the file of what was not taken. */
export interface RefusedRow {
  readonly row: number;
  readonly code: string | null;
  /** All of them, one after the other. */
  readonly message: string | null;
  readonly source: string;
}

interface Stored {
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly personId: string | null;
  readonly document: string;
}

type Taken = Pick<ImportRow, 'row' | 'outcome'>;

// Without being told, SQLite would go through all rows of the job.
const TAKEN_FOR = `SELECT row, outcome FROM import_rows INDEXED BY import_rows_person
  WHERE job_id = ? AND person_id = ? AND outcome <> 'refused' LIMIT 1`;

const OUTCOME_OF = 'SELECT outcome FROM import_rows WHERE job_id = ? AND row = ?';
const COUNT =
  'INSERT INTO import_counts VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET rows = rows + excluded.rows';

type Details = Omit<ImportRow, 'row' | 'outcome' | 'personId'>;

const COLUMNS = 'row, outcome, person_id AS personId, document';

/** Imports of former versions have written down one fault alone. */
type WrittenDetails = Omit<Details, 'faults'> & Partial<Pick<Details, 'faults'>>;

function toRow({ row, outcome, personId, document }: Stored): ImportRow {
  return { row, outcome, personId, faults: [], ...(JSON.parse(document) as WrittenDetails) };
}

/** Why a row was not taken, in one cell. */
export function reasonOf({ message, faults }: Pick<ImportRow, 'message' | 'faults'>): string | null {
  return faults.length < 2 ? message : faults.map((fault) => fault.message).join('; ');
}

/** The rows of each import with what came of them. */
export class ImportRows {
  readonly #db: WritableDb;
  /** Asked for every row: prepared once. */
  readonly #takenFor;

  constructor(db: WritableDb) {
    this.#db = db;
    this.#takenFor = db.prepare<[string, string], Taken>(TAKEN_FOR);
  }

  rememberFile(fileId: string, path: string, now: number): void {
    this.#db.prepare('INSERT INTO import_files VALUES(?, ?, ?)').run(fileId, path, now);
    // The last ones: a page may still ask about them.
    this.#db
      .prepare(
        'DELETE FROM import_files WHERE file_id NOT IN (SELECT file_id FROM import_files ORDER BY opened DESC, file_id DESC LIMIT 100)',
      )
      .run();
  }

  pathOf(fileId: string): string | null {
    const sql = 'SELECT path FROM import_files WHERE file_id = ?';
    return this.#db.prepare<[string], string>(sql).pluck().get(fileId) ?? null;
  }

  order(jobId: string, order: ImportOrder): void {
    this.#db.prepare('INSERT INTO import_orders VALUES(?, ?, NULL)').run(jobId, JSON.stringify(order));
  }

  orderOf(jobId: string): ImportOrder | null {
    const sql = 'SELECT document FROM import_orders WHERE job_id = ?';
    const text = this.#db.prepare<[string], string>(sql).pluck().get(jobId);
    return text === undefined ? null : (JSON.parse(text) as ImportOrder);
  }

  setHeader(jobId: string, titles: readonly string[]): void {
    this.#db
      .prepare('UPDATE import_orders SET header = ? WHERE job_id = ?')
      .run(JSON.stringify(titles), jobId);
  }

  headerOf(jobId: string): readonly string[] {
    const sql = 'SELECT header FROM import_orders WHERE job_id = ?';
    const text = this.#db.prepare<[string], string | null>(sql).pluck().get(jobId);
    return typeof text === 'string' ? (JSON.parse(text) as readonly string[]) : [];
  }

  /** Rows and their counts at once, so that these are true whenever the work ends. */
  put(jobId: string, verdicts: readonly RowVerdict[]): void {
    const before = this.#db.prepare<[string, number], ImportOutcome>(OUTCOME_OF).pluck();
    const put = this.#db.prepare('INSERT OR REPLACE INTO import_rows VALUES(?, ?, ?, ?, ?, ?, ?)');
    const count = this.#db.prepare(COUNT);
    this.#db
      .transaction(() => {
        const more = new Map<ImportOutcome, number>();
        const add = (outcome: ImportOutcome, rows: number) =>
          more.set(outcome, (more.get(outcome) ?? 0) + rows);
        for (const { row: found, sent, source } of verdicts) {
          const { row, outcome, personId, ...details } = found;
          const was = before.get(jobId, row);
          if (was !== undefined) add(was, -1);
          add(outcome, 1);
          put.run(jobId, row, outcome, sent ? 1 : 0, personId, JSON.stringify(details), source);
        }
        for (const [outcome, rows] of more) count.run(jobId, outcome, rows);
      })
      .immediate();
  }

  /** The last row that is known: all before it are. */
  last(jobId: string): number {
    const sql = 'SELECT max(row) FROM import_rows WHERE job_id = ?';
    return this.#db.prepare<[string], number | null>(sql).pluck().get(jobId) ?? 0;
  }

  /** What was meant to become of the rows that were under way when the job ended. */
  sent(jobId: string): ReadonlyMap<number, ImportRow> {
    const sql = `SELECT ${COLUMNS} FROM import_rows INDEXED BY import_rows_sent WHERE job_id = ? AND sent = 1 ORDER BY row`;
    const rows = this.#db.prepare<[string], Stored>(sql).all(jobId);
    return new Map(rows.map((stored) => [stored.row, toRow(stored)]));
  }

  /** The row of the file that was taken for a person; null where none was so far. */
  takenFor(jobId: string, personId: string): Taken | null {
    return this.#takenFor.get(jobId, personId) ?? null;
  }

  counts(jobId: string): ImportCounts {
    const sql = 'SELECT outcome, rows AS n FROM import_counts WHERE job_id = ?';
    const rows = this.#db.prepare<[string], { outcome: ImportOutcome; n: number }>(sql).all(jobId);
    const counts: ImportCounts = { rows: 0, new: 0, changed: 0, unchanged: 0, duplicate: 0, refused: 0 };
    for (const { outcome, n } of rows) {
      counts[outcome] += n;
      counts.rows += n;
    }
    return counts;
  }

  results(jobId: string, { outcome, after = 0, limit }: RowsAsked): readonly ImportRow[] {
    const such = outcome === undefined ? '' : 'AND outcome = ?';
    const sql = `SELECT ${COLUMNS} FROM import_rows WHERE job_id = ? AND row > ? ${such} ORDER BY row LIMIT ?`;
    const values = outcome === undefined ? [jobId, after, limit] : [jobId, after, outcome, limit];
    return this.#db
      .prepare<unknown[], Stored>(sql)
      .all(...values)
      .map(toRow);
  }

  refused(jobId: string, after: number, limit: number): readonly RefusedRow[] {
    const sql = `SELECT ${COLUMNS}, source FROM import_rows
      WHERE job_id = ? AND row > ? AND source IS NOT NULL ORDER BY row LIMIT ?`;
    const found = this.#db
      .prepare<unknown[], Stored & Pick<RefusedRow, 'source'>>(sql)
      .all(jobId, after, limit);
    return found.map(({ source, ...stored }) => {
      const row = toRow(stored);
      return { row: row.row, code: row.code, message: reasonOf(row), source };
    });
  }
}
