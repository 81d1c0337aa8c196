import Database from 'better-sqlite3';
import { translating } from './sqlite-errors.ts';

/** Writable and read-only connections are not interchangeable: the types keep them apart. */
export type WritableDb = Database.Database & { readonly __access: 'write' };
export type ReadableDb = Database.Database & { readonly __access?: 'write' | 'read' };

export interface OpenOptions {
  readonly file: string;
}

let binding: { readonly nativeBinding?: string } = {};

/**
 * For runtimes that the packaged binding does not load in. Once per thread, before anything is opened: a single database
 * opened with the wrong one ends the process.
 */
export function useNativeBinding(path: string | undefined): void {
  binding = path === undefined ? {} : { nativeBinding: path };
}

interface WritableOptions extends OpenOptions {
  readonly durable: boolean;
  readonly journal?: 'wal' | 'memory';
  /** How long to wait for another connection's lock. */
  readonly timeoutMs?: number;
}

function connect(options: OpenOptions, readonly: boolean, timeout = 5000): Database.Database {
  return new Database(options.file, { readonly, fileMustExist: readonly, timeout, ...binding });
}

/**
 * `durable` is said explicitly: this build of SQLite takes NORMAL for granted in WAL mode, which may lose commits
 * in a power cut. Views may be NORMAL: what is lost of them is done again from the log.
 */
export function openWritable(options: WritableOptions): WritableDb {
  return translating(options.file, () => {
    const db = connect(options, false, options.timeoutMs);
    try {
      db.pragma(`journal_mode = ${options.journal ?? 'wal'}`);
      db.pragma(`synchronous = ${options.durable ? 'FULL' : 'NORMAL'}`);
      db.pragma('foreign_keys = OFF');
      db.pragma('trusted_schema = OFF');
      return db as WritableDb;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

export function openReadable(options: OpenOptions): ReadableDb {
  return translating(options.file, () => {
    const db = connect(options, true);
    db.pragma('query_only = ON');
    db.pragma('trusted_schema = OFF');
    return db;
  });
}
