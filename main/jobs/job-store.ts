import { existsSync, renameSync } from 'node:fs';
import { type Job, jobSchema } from '../../domain/contract/jobs.ts';
import { type CrashHook, noCrash } from '../store/crash-points.ts';
import { ensurePrivate } from '../store/data-folder.ts';
import { openWritable, type WritableDb } from '../store/sqlite/open-database.ts';
import { BULK_SCHEMA } from './bulk/bulk-items.ts';
import { COUNT_FORMER_ROWS, IMPORT_SCHEMA } from './import/import-schema.ts';
import { opening } from '../store/sqlite/sqlite-errors.ts';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS jobs(
  job_id TEXT PRIMARY KEY,
  started_at TEXT NOT NULL,
  document TEXT NOT NULL
) WITHOUT ROWID;
${BULK_SCHEMA}${IMPORT_SCHEMA}`;

/** A console that ended between the two steps of an order. */
const FORGET_HALF_ORDERS = `
DELETE FROM bulk_items WHERE job_id IN (SELECT job_id FROM bulk_orders WHERE job_id NOT IN (SELECT job_id FROM jobs));
DELETE FROM bulk_orders WHERE job_id NOT IN (SELECT job_id FROM jobs);
DELETE FROM import_orders WHERE job_id NOT IN (SELECT job_id FROM jobs);
`;

/** Of what has ended: older results are forgotten. */
const KEPT = 200;

function open(file: string): WritableDb {
  ensurePrivate(file);
  const db = opening(file, () => openWritable({ file, durable: true }));
  try {
    opening(file, () => db.exec(SCHEMA + FORGET_HALF_ORDERS + COUNT_FORMER_ROWS));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Results are no truth about persons: a file of them that cannot be read is put aside, and the console starts. */
export function openJobsFile(file: string): WritableDb {
  try {
    return open(file);
  } catch (error) {
    if (!existsSync(file)) throw error;
    renameSync(file, `${file}.damaged`);
    return open(file);
  }
}

function jobIn(document: string): Job | null {
  try {
    return jobSchema.parse(JSON.parse(document));
  } catch {
    return null;
  }
}

/** Jobs and their results, in a file of their own: they belong to this console, and to no backup of the log. */
export class JobStore {
  readonly #db: WritableDb;
  readonly #crashPoint: CrashHook;

  constructor(db: WritableDb, crashPoint: CrashHook = noCrash) {
    this.#db = db;
    this.#crashPoint = crashPoint;
  }

  /** Newest first. What another version of the program wrote and this one cannot read is left out. */
  all(): readonly Job[] {
    return this.#db
      .prepare<[], string>('SELECT document FROM jobs ORDER BY started_at DESC, job_id DESC')
      .pluck()
      .all()
      .flatMap((document) => jobIn(document) ?? []);
  }

  /** Null where there is none that can be read. */
  get(jobId: string): Job | null {
    const sql = 'SELECT document FROM jobs WHERE job_id = ?';
    const document = this.#db.prepare<[string], string>(sql).pluck().get(jobId);
    return document === undefined ? null : jobIn(document);
  }

  put(job: Job): void {
    this.#db
      .prepare(
        'INSERT INTO jobs VALUES(?, ?, ?) ON CONFLICT(job_id) DO UPDATE SET document = excluded.document',
      )
      .run(job.jobId, job.startedAt, JSON.stringify(job));
    this.#crashPoint(job.state === 'running' ? 'job-begun' : 'job-ended');
  }

  remove(jobId: string): void {
    this.#db.prepare('DELETE FROM jobs WHERE job_id = ?').run(jobId);
  }

  prune(): void {
    this.#db
      .prepare(
        'DELETE FROM jobs WHERE job_id NOT IN (SELECT job_id FROM jobs ORDER BY started_at DESC, job_id DESC LIMIT ?)',
      )
      .run(KEPT);
  }

  close(): void {
    this.#db.close();
  }
}
