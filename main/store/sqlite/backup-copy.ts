import { existsSync, rmSync, statSync } from 'node:fs';
import { ConsoleFailure, failure } from '../../../domain/contract/errors.ts';
import { copyFile } from '../copy-file.ts';
import { type CrashHook, noCrash } from '../crash-points.ts';
import { ensurePrivate } from '../data-folder.ts';
import { diskFull, isDiskFull } from '../disk-full.ts';
import { syncToDisk } from '../sync-to-disk.ts';
import { type LogFacts, logFacts } from './log-facts.ts';
import { APPLICATION_ID, migrations } from './migrate.ts';
import { openWritable, type WritableDb } from './open-database.ts';
import { forgetSetting } from './settings.ts';
import { translateSqliteError } from './sqlite-errors.ts';

export const SIDE_FILES = ['-wal', '-shm', '-journal'];

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function refuse(code: string, kind: 'rejected' | 'terminal', backup: string, message: string): Error {
  return failure(kind, code, message, { file: backup });
}

function damaged(backup: string): Error {
  const message = `The backup ${backup} is damaged. Nothing was changed; restore another one.`;
  return refuse('backup-damaged', 'rejected', backup, message);
}

function noDatabase(backup: string): Error {
  const message = `${backup} is not a database. Nothing was changed; choose another file.`;
  return refuse('not-a-database', 'terminal', backup, message);
}

function checkContent(db: WritableDb, backup: string): void {
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) {
    const message = `${backup} is no backup of an event log. Nothing was changed; choose another file.`;
    throw refuse('not-an-event-log', 'terminal', backup, message);
  }
  if (Number(db.pragma('user_version', { simple: true })) > (migrations.at(-1)?.version ?? 0)) {
    const message = `The backup ${backup} was written by a newer version of this program. Update this program to restore it.`;
    throw refuse('database-newer', 'terminal', backup, message);
  }
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') {
    throw damaged(backup);
  }
}

/** Checks the copy, which is what will be opened, and makes it a folder's own. */
function adopt(copy: string, backup: string): LogFacts {
  let db: WritableDb | null = null;
  try {
    db = openWritable({ file: copy, durable: true, journal: 'memory' });
    checkContent(db, backup);
    // The place of the file that it was taken from: the new one could by chance be the same.
    forgetSetting(db, 'place');
    return logFacts(db);
  } catch (error) {
    const translated = translateSqliteError(error, copy);
    const code = translated instanceof ConsoleFailure ? translated.error.code : '';
    if (code === 'not-a-database') throw noDatabase(backup);
    throw code === 'database-corrupt' ? damaged(backup) : translated;
  } finally {
    db?.close();
  }
}

export function removeAll(file: string): void {
  for (const suffix of ['', ...SIDE_FILES]) rmSync(file + suffix, { force: true });
}

/** Bytes, after each step; `done` is the total once all is copied. */
export type TellCopied = (done: number, total: number) => void;

/** A log that was not closed keeps its last commits in a file beside it: they belong to the copy as well. */
function copyWhole(backup: string, copy: string, tell: TellCopied): void {
  const parts = ['', '-wal'].filter((suffix) => existsSync(backup + suffix));
  const total = parts.reduce((sum, suffix) => sum + statSync(backup + suffix).size, 0);
  let done = 0;
  for (const suffix of parts) {
    ensurePrivate(copy + suffix);
    copyFile(backup + suffix, copy + suffix, (bytes) => {
      done += bytes;
      tell(done, total);
    });
  }
}

export function translateCopyError(error: unknown, backup: string, copy: string): unknown {
  const code = codeOf(error);
  if (!code.startsWith('E')) return error;
  if (isDiskFull(code)) return diskFull(copy);
  const message = `The backup ${backup} could not be copied into the data folder (${code}). Nothing was changed; check that this user may read the one and write the other.`;
  return refuse('backup-unreadable', 'terminal', backup, message);
}

/** Copies a backup and makes sure that the copy is a log, whole and on disk. Throws, and leaves no copy, where it is none. */
export function copyBackup(
  backup: string,
  copy: string,
  crashPoint: CrashHook = noCrash,
  tell: TellCopied = () => undefined,
): LogFacts {
  if (!existsSync(backup)) {
    const message = `There is no file ${backup}. Check the path.`;
    throw failure('wrong-use', 'backup-missing', message, { file: backup });
  }
  try {
    copyWhole(backup, copy, tell);
    crashPoint('restore-copied');
    const facts = adopt(copy, backup);
    syncToDisk(copy);
    return facts;
  } catch (error) {
    removeAll(copy);
    throw translateCopyError(error, backup, copy);
  }
}
