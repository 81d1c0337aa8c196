import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ConsoleFailure, failure } from '../../../domain/contract/errors.ts';
import { type CrashHook, noCrash } from '../crash-points.ts';
import { type DataFolder, dataFolderAt, ensurePrivate, prepareDataFolder } from '../data-folder.ts';
import { diskFull, isDiskFull } from '../disk-full.ts';
import { missingFolders, removeEmptyFolders } from '../make-folder.ts';
import { syncToDisk } from '../sync-to-disk.ts';
import { lockFolder } from './folder-lock.ts';
import { APPLICATION_ID, migrations } from './migrate.ts';
import { openWritable, type WritableDb } from './open-database.ts';
import { forgetSetting } from './settings.ts';
import { translateSqliteError } from './sqlite-errors.ts';

export interface RestoreResult {
  readonly events: number;
  /** Path of the log that was there before; null where there was none. */
  readonly setAside: string | null;
}

const SIDE_FILES = ['-wal', '-shm', '-journal'];
const PARTIAL = '.restoring';
/** `log.db.restored-<stamp>`: whole and on disk, and sure to take the place of the log. */
const READY = '.restored-';

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

/** Checks the copy, which is what will be opened, and makes it a folder's own. Answers the number of its events. */
function adopt(copy: string, backup: string): number {
  let db: WritableDb | null = null;
  try {
    db = openWritable({ file: copy, durable: true, journal: 'memory' });
    checkContent(db, backup);
    // The place of the file that it was taken from: the new one could by chance be the same.
    forgetSetting(db, 'place');
    return Number(db.prepare('SELECT coalesce(max(position), 0) FROM events').pluck().get());
  } catch (error) {
    const translated = translateSqliteError(error, copy);
    const code = translated instanceof ConsoleFailure ? translated.error.code : '';
    if (code === 'not-a-database') throw noDatabase(backup);
    throw code === 'database-corrupt' ? damaged(backup) : translated;
  } finally {
    db?.close();
  }
}

function removeAll(file: string): void {
  for (const suffix of ['', ...SIDE_FILES]) rmSync(file + suffix, { force: true });
}

/** A log that was not closed keeps its last commits in a file beside it: they belong to the copy as well. */
function copyWhole(backup: string, copy: string): void {
  for (const suffix of ['', '-wal']) {
    if (!existsSync(backup + suffix)) continue;
    ensurePrivate(copy + suffix);
    copyFileSync(backup + suffix, copy + suffix);
  }
}

function translateCopyError(error: unknown, backup: string, copy: string): unknown {
  const code = codeOf(error);
  if (!code.startsWith('E')) return error;
  if (isDiskFull(code)) return diskFull(copy);
  const message = `The backup ${backup} could not be copied into the data folder (${code}). Nothing was changed; check that this user may read the one and write the other.`;
  return refuse('backup-unreadable', 'terminal', backup, message);
}

/** The write-ahead log holds commits that the file itself does not have yet: it moves along, and before it. */
function setAside(folder: DataFolder, aside: string, crashPoint: CrashHook): void {
  for (const suffix of SIDE_FILES) {
    if (existsSync(folder.log + suffix)) renameSync(folder.log + suffix, aside + suffix);
  }
  crashPoint('restore-side-files-aside');
  if (existsSync(folder.log)) renameSync(folder.log, aside);
  crashPoint('restore-log-aside');
}

function readyIn(folder: DataFolder): string | undefined {
  const prefix = basename(folder.log) + READY;
  return readdirSync(folder.path).find((name) => name.startsWith(prefix));
}

/** True where a restore was broken off that the next one to open the folder finishes: the log may not be there yet. */
export function awaitsRestore(folder: DataFolder): boolean {
  try {
    return readyIn(folder) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Puts a restored log that is ready in the place of the log. A restore that was broken off is finished by this when
 * the folder is next opened: half of it would leave the folder without a log. Answers the log that was set aside.
 */
export function finishRestore(folder: DataFolder, crashPoint: CrashHook = noCrash): string | null {
  removeAll(folder.log + PARTIAL);
  const ready = readyIn(folder);
  if (ready === undefined) return null;
  const stamp = ready.slice(basename(folder.log).length + READY.length);
  const aside = folder.log.replace(/\.db$/, `-before-restore-${stamp}.db`);
  setAside(folder, aside, crashPoint);
  removeAll(folder.views);
  renameSync(join(folder.path, ready), folder.log);
  crashPoint('restore-in-place');
  syncToDisk(folder.path);
  return existsSync(aside) ? aside : null;
}

function prepareRestore(folder: DataFolder, backup: string, crashPoint: CrashHook): number {
  const copy = folder.log + PARTIAL;
  try {
    copyWhole(backup, copy);
    crashPoint('restore-copied');
    const events = adopt(copy, backup);
    syncToDisk(copy);
    renameSync(copy, folder.log + READY + new Date().toISOString().replaceAll(/[:.]/g, '-'));
    syncToDisk(folder.path);
    crashPoint('restore-ready');
    return events;
  } catch (error) {
    throw translateCopyError(error, backup, copy);
  } finally {
    removeAll(copy);
  }
}

/** While it is held: nobody else can have taken it. Where the system keeps files that are open, it stays behind. */
function removeLock({ lock }: DataFolder): void {
  try {
    rmSync(lock);
  } catch {
    // As said.
  }
}

/**
 * Puts a backup in the place of a folder's log. The folder must not be open. The log that was there is kept under
 * another name; views are filled anew, and the folder becomes an origin of its own when it is next opened. Throws
 * `backup-missing`, `backup-damaged`, `not-an-event-log`, `database-newer`, `data-folder-in-use`, … and leaves
 * everything as it was.
 */
export function restoreLog(
  dataFolder: string,
  backup: string,
  crashPoint: CrashHook = noCrash,
): RestoreResult {
  if (!existsSync(backup)) {
    throw failure('wrong-use', 'backup-missing', `There is no file ${backup}. Check the path.`, {
      file: backup,
    });
  }
  const made = missingFolders(dataFolderAt(dataFolder).path);
  const folder = prepareDataFolder(dataFolder);
  const lock = lockFolder(folder.lock);
  try {
    finishRestore(folder);
    const events = prepareRestore(folder, backup, crashPoint);
    return { events, setAside: finishRestore(folder, crashPoint) };
  } catch (error) {
    if (made.length > 0) removeLock(folder);
    throw error;
  } finally {
    lock.release();
    removeEmptyFolders(made);
  }
}
