import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { homedir, platform } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { failure } from '../../domain/contract/errors.ts';
import { diskFull, isDiskFull } from './disk-full.ts';
import { makeFolder } from './make-folder.ts';

/** Everything that a data folder holds. Only `log` is the truth; views are built from it again at any time. */
export interface DataFolder {
  readonly path: string;
  readonly log: string;
  readonly views: string;
  /** Long work of this console and what came of it. */
  readonly jobs: string;
  /** Saved mappings of imports, a file each. */
  readonly mappings: string;
  readonly lock: string;
  /** Where a running console listens for the command line. */
  readonly socket: string;
}

// A Unix socket's path has room for some 100 bytes; deeper data folders get one beside the temporary files. Which
// ones those are must not depend on who asks: a console and a shell may have different ideas of a temporary folder.
const SOCKET_PATH_LIMIT = 100;
const SHORT_PLACE = '/tmp';

/** Without links, as far as it is there: however one comes to a folder, it is the same one. */
export function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return dirname(path) === path ? path : join(realPathOf(dirname(path)), basename(path));
  }
}

/** Whoever opens the folder and whoever looks for them must come to the same place. */
function socketOf(folder: string): string {
  const path = realPathOf(folder);
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 16);
  if (platform() === 'win32') return `\\\\.\\pipe\\person-console-${digest}`;
  const inside = join(path, 'engine.sock');
  if (Buffer.byteLength(inside) <= SOCKET_PATH_LIMIT) return inside;
  return join(SHORT_PLACE, `person-console-${process.getuid?.() ?? 0}-${digest}.sock`);
}

export function dataFolderAt(path: string): DataFolder {
  const absolute = resolve(path);
  return {
    path: absolute,
    log: join(absolute, 'log.db'),
    views: join(absolute, 'views.db'),
    jobs: join(absolute, 'jobs.db'),
    mappings: join(absolute, 'mappings'),
    lock: join(absolute, 'engine.lock'),
    socket: socketOf(absolute),
  };
}

/** Empty is unset, and a relative path means nothing: so the XDG specification wants it. */
function folderIn(value: string | undefined, otherwise: string): string {
  return value !== undefined && isAbsolute(value) ? value : otherwise;
}

/** The platform's place for an application's data. */
export function defaultDataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const home = homedir();
  const places: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(home, 'Library', 'Application Support'),
    win32: folderIn(environment['APPDATA'], join(home, 'AppData', 'Roaming')),
  };
  const base = places[platform()] ?? folderIn(environment['XDG_DATA_HOME'], join(home, '.local', 'share'));
  return join(base, 'person-console', 'data');
}

function describe(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);

function refusal(path: string, reason: string): Error {
  if (isDiskFull(reason)) return diskFull(path);
  if (!FORBIDDEN.has(reason)) {
    return failure(
      'terminal',
      'data-folder-unusable',
      `The system cannot make or use ${path} (${reason}). Check the path, or choose another folder with --data.`,
      { path, reason },
    );
  }
  return failure(
    'terminal',
    'data-folder-readonly',
    `The data folder ${path} cannot be written (${reason}). Give this user write access, or choose another folder with --data.`,
    { path, reason },
  );
}

/** Creates the folder where it is missing (readable by its owner only) and makes sure it can be written. */
export function prepareDataFolder(path: string): DataFolder {
  const folder = dataFolderAt(path);
  try {
    makeFolder(folder.path);
    accessSync(folder.path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (describe(error) === 'ENOTDIR' || describe(error) === 'EEXIST') {
      throw failure(
        'terminal',
        'data-folder-not-a-folder',
        `${folder.path} is not a folder. Choose another with --data.`,
        { path },
      );
    }
    throw refusal(folder.path, describe(error));
  }
  return folder;
}

/** 0 also where there is no such file that this user can see. */
function bytesOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/** True for a folder that already holds a log. An empty file is where the first opening was broken off. */
export function holdsLog(folder: DataFolder): boolean {
  return bytesOf(folder.log) > 0;
}

/** The last commits may be in the write-ahead log alone, and SQLite removes one that it finds beside an empty log. */
export function refuseLostLog(folder: DataFolder): void {
  const wal = `${folder.log}-wal`;
  if (holdsLog(folder) || bytesOf(wal) === 0) return;
  throw failure(
    'terminal',
    'log-lost',
    `${folder.log} is missing or empty, and ${wal} may hold commits of it. Nothing was changed; put the log back beside it, or restore a backup.`,
    { dataFolder: folder.path },
  );
}

/** For those who have no business with a folder that would be empty. Throws `log-missing`, `log-lost`. */
export function requireLog(folder: DataFolder): void {
  refuseLostLog(folder);
  if (holdsLog(folder)) return;
  const message = `There is no log in ${folder.path} that this user can see. Check the path.`;
  throw failure('rejected', 'log-missing', message, { dataFolder: folder.path });
}

/** Persons' data is nobody else's business on a shared machine. */
function makePrivate(file: string): void {
  if (platform() !== 'win32') chmodSync(file, 0o600);
}

function createPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'ax', 0o600));
  } catch (error) {
    if (describe(error) !== 'EEXIST') throw error;
  }
}

/** For files that SQLite opens: those that it makes beside them take over their mode, so it is set before. */
export function ensurePrivate(file: string): void {
  try {
    // Never opened where it is there: closing it would drop the locks that this process holds on it.
    if (!existsSync(file)) createPrivate(file);
    makePrivate(file);
  } catch (error) {
    throw refusal(file, describe(error));
  }
}
