import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failure } from '../../../domain/contract/errors.ts';
import { type CrashHook, noCrash } from '../crash-points.ts';
import { type DataFolder, dataFolderAt, prepareDataFolder } from '../data-folder.ts';
import { missingFolders, removeEmptyFolders } from '../make-folder.ts';
import { syncToDisk } from '../sync-to-disk.ts';
import { copyBackup, removeAll, SIDE_FILES, type TellCopied, translateCopyError } from './backup-copy.ts';
import { lockFolder } from './folder-lock.ts';
import type { LogFacts } from './log-facts.ts';

export interface RestoreResult {
  readonly events: number;
  /** Path of the log that was there before; null where there was none. */
  readonly setAside: string | null;
}

const PARTIAL = '.restoring';
/** `log.db.restored-<stamp>`: whole and on disk, and sure to take the place of the log. */
const READY = '.restored-';

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

function asideOf({ log }: DataFolder, stamp: string): string {
  return log.replace(/\.db$/, `-before-restore-${stamp}.db`);
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
  const aside = asideOf(folder, stamp);
  setAside(folder, aside, crashPoint);
  removeAll(folder.views);
  renameSync(join(folder.path, ready), folder.log);
  crashPoint('restore-in-place');
  syncToDisk(folder.path);
  return existsSync(aside) ? aside : null;
}

export function newStamp(): string {
  return new Date().toISOString().replaceAll(/[:.]/g, '-');
}

/** From here on the restore is sure to come about. */
function makeReady(folder: DataFolder, backup: string, stamp: string, crashPoint: CrashHook): void {
  const copy = folder.log + PARTIAL;
  try {
    renameSync(copy, folder.log + READY + stamp);
    syncToDisk(folder.path);
    crashPoint('restore-ready');
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
  const made = missingFolders(dataFolderAt(dataFolder).path);
  const folder = prepareDataFolder(dataFolder);
  const lock = lockFolder(folder.lock);
  try {
    finishRestore(folder);
    const { events } = copyBackup(backup, folder.log + PARTIAL, crashPoint);
    makeReady(folder, backup, newStamp(), crashPoint);
    return { events, setAside: finishRestore(folder, crashPoint) };
  } catch (error) {
    if (made.length > 0) removeLock(folder);
    throw error;
  } finally {
    lock.release();
    removeEmptyFolders(made);
  }
}

/** A copy that waits to take the place of the log. */
export interface StagedRestore {
  readonly backup: string;
  /** Under which the present log will be set aside. */
  readonly stamp: string;
}

export interface Staged extends StagedRestore {
  readonly facts: LogFacts;
  readonly setAside: string;
}

function fileIn(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}

/** To read such a file beside SQLite drops the locks that this process holds on it. */
function refuseInUse({ log, views, jobs, lock }: DataFolder, backup: string): void {
  const chosen = fileIn(backup);
  if (chosen === null || ![log, views, jobs, lock].some((file) => fileIn(file) === chosen)) return;
  const message = `${backup} belongs to the console that is open. Nothing was changed; choose a backup.`;
  throw failure('rejected', 'backup-in-use', message, { file: backup });
}

/**
 * The first half of a restore, beside a log that is in use: the copy is made and checked, and waits for a yes. Whoever
 * opens the folder meanwhile clears it away.
 */
export function stageRestore(dataFolder: string, backup: string, tell?: TellCopied): Staged {
  const folder = dataFolderAt(dataFolder);
  refuseInUse(folder, backup);
  discardStaged(dataFolder);
  const facts = copyBackup(backup, folder.log + PARTIAL, noCrash, tell);
  const stamp = newStamp();
  return { backup, stamp, facts, setAside: asideOf(folder, stamp) };
}

export function discardStaged(dataFolder: string): void {
  removeAll(dataFolderAt(dataFolder).log + PARTIAL);
}

/** The second half, once the folder is closed. Answers the log that was set aside. Throws `restore-lost`, `data-folder-in-use`. */
export function placeStaged(
  dataFolder: string,
  { backup, stamp }: StagedRestore,
  crashPoint: CrashHook = noCrash,
): string | null {
  const folder = dataFolderAt(dataFolder);
  const lock = lockFolder(folder.lock);
  try {
    if (!existsSync(folder.log + PARTIAL)) {
      const message =
        'The copy of the backup is gone: the engine was started again meanwhile. Nothing was changed; choose the file once more.';
      throw failure('retryable', 'restore-lost', message, { file: backup });
    }
    makeReady(folder, backup, stamp, crashPoint);
    return finishRestore(folder, crashPoint);
  } finally {
    lock.release();
  }
}
