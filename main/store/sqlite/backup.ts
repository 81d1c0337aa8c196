import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { failure } from '../../../domain/contract/errors.ts';
import { type CrashHook, noCrash } from '../crash-points.ts';
import { ensurePrivate } from '../data-folder.ts';
import { diskFull, isDiskFull } from '../disk-full.ts';
import { makeFolder } from '../make-folder.ts';
import { syncToDisk } from '../sync-to-disk.ts';
import { openWritable, type ReadableDb } from './open-database.ts';
import { forgetSetting } from './settings.ts';
import { translateSqliteError } from './sqlite-errors.ts';

export interface BackupResult {
  readonly file: string;
  readonly bytes: number;
  readonly events: number;
}

function exists(file: string): Error {
  return failure(
    'rejected',
    'backup-file-exists',
    `${file} exists already. Choose another name: a backup never replaces a file.`,
    { file },
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What systems say of a disk that has no second names for files: memory sticks, some network drives. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/** Renaming would replace a file that has come up meanwhile; a second name for the copy does not. */
function putInPlace(partial: string, file: string, crashPoint: CrashHook): void {
  try {
    linkSync(partial, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(file)) throw exists(file);
    if (!WITHOUT_LINKS.has(codeOf(error))) throw error;
    return renameSync(partial, file);
  }
  crashPoint('backup-linked');
  rmSync(partial);
}

/** Whatever stood in the way of writing a file may stand in the way of removing it: the first error is the one to tell. */
function removeExisting(file: string): void {
  if (existsSync(file)) rmSync(file, { force: true });
}

/** Side files that SQLite makes have a suffix after it. */
const PARTIAL = /\.person-console-partial-[0-9a-f-]{36}(-\w+)?$/;
/** Whoever is still at it has written to its file within this time. */
const DEAD_AFTER_MS = 3_600_000;

/** Copies of processes that ended before their copy was whole: they hold persons' data and are of no use. */
function removeDead(folder: string): void {
  const before = Date.now() - DEAD_AFTER_MS;
  try {
    const partials = readdirSync(folder).filter((name) => PARTIAL.test(name));
    for (const file of partials.map((name) => join(folder, name)))
      if (statSync(file).mtimeMs < before) rmSync(file, { force: true });
  } catch {
    // Another backup was faster, or this user may not look into the folder: no reason not to write into it.
  }
}

/**
 * Makes a copy nobody's: whatever folder it is put into, by restoring or by copying it over a log, becomes an origin of
 * its own with views of its own. Answers the number of its events.
 */
function settleCopy(copy: string): number {
  const db = openWritable({ file: copy, durable: true, journal: 'memory' });
  try {
    forgetSetting(db, 'place');
    return Number(db.prepare('SELECT coalesce(max(position), 0) FROM events').pluck().get());
  } finally {
    db.close();
  }
}

export interface BackupSource {
  readonly db: ReadableDb;
  readonly crashPoint?: CrashHook;
  /** In pages. What it throws ends the copy. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Pages copied between two looks at what else is to be done: some 4 MB. */
const STEP_PAGES = 1000;

/**
 * Copies the log to a file while it is in use. The copy is of one moment; it appears under its name only when it is
 * whole and on disk.
 */
export async function backupLog(source: BackupSource, target: string): Promise<BackupResult> {
  const { db, crashPoint = noCrash, onProgress } = source;
  const file = resolve(target);
  if (existsSync(file)) throw exists(file);
  const partial = `${file}.person-console-partial-${randomUUID()}`;
  try {
    makeFolder(dirname(file));
    removeDead(dirname(file));
    ensurePrivate(partial);
    await db.backup(partial, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress?.(totalPages - remainingPages, totalPages);
        return STEP_PAGES;
      },
    });
    crashPoint('backup-copied');
    const events = settleCopy(partial);
    syncToDisk(partial);
    putInPlace(partial, file, crashPoint);
    crashPoint('backup-in-place');
    syncToDisk(dirname(file));
    return { file, bytes: statSync(file).size, events };
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) removeExisting(partial + suffix);
    throw translateBackupError(error, file);
  }
}

function translateBackupError(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (isDiskFull(code)) return diskFull(file);
  if (code.startsWith('E')) {
    return failure(
      'terminal',
      'backup-not-written',
      `The backup ${file} could not be written (${code}). Choose another place.`,
      { file, reason: code },
    );
  }
  return translateSqliteError(error, file);
}
