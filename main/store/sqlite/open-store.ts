import { rmSync, statSync } from 'node:fs';
import { ConsoleFailure } from '../../../domain/contract/errors.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { ViewStore } from '../../../domain/ports/view-store.ts';
import { type CrashHook, noCrash } from '../crash-points.ts';
import { type DataFolder, ensurePrivate, prepareDataFolder, refuseLostLog } from '../data-folder.ts';
import { createEventLog, type SharedLog } from './event-log.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate, migrations } from './migrate.ts';
import { openWritable, type WritableDb } from './open-database.ts';
import { CHECKPOINT_PAGES } from './reserve-wal.ts';
import { finishRestore } from './restore.ts';
import { readSetting, writeSetting } from './settings.ts';
import { opening } from './sqlite-errors.ts';
import { createViewStore } from './view-store.ts';
import { prepareViewTables, VIEWS_VERSION } from './view-tables.ts';
import { personViews } from './views/person-views.ts';
import type { PersonView } from './views/view.ts';

export interface OpenStoreOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  /** Time-ordered ids for what the folder itself needs. */
  readonly newId: () => string;
  /** For tests that end the process between two durable steps. */
  readonly crashPoint?: CrashHook | undefined;
  readonly views?: readonly PersonView[];
}

/** A data folder that is open for writing. Nobody else can open it until `close`. */
export interface Store {
  readonly folder: DataFolder;
  readonly origin: string;
  readonly logDb: WritableDb;
  readonly viewsDb: WritableDb;
  readonly log: SharedLog;
  readonly views: ViewStore;
  readonly crashPoint: CrashHook;
  readonly close: () => void;
}

/**
 * Identifies the file itself: a copy of it has another one, a renamed folder the same. The number of a file that was
 * removed is given to others, so the time when it was made belongs to it (0 where a file system keeps none).
 */
function placeOf(file: string): string {
  const { dev, ino, birthtimeNs } = statSync(file, { bigint: true });
  return `${dev}:${ino}:${birthtimeNs}`;
}

/** Every data folder is an origin of its own; one that was copied must not speak in the name of the first. */
function settleIdentity(db: WritableDb, file: string, newId: () => string): { origin: string; log: string } {
  const place = placeOf(file);
  return db
    .transaction(() => {
      if (readSetting(db, 'place') !== place) {
        writeSetting(db, 'place', place);
        writeSetting(db, 'origin', newId());
        writeSetting(db, 'log', newId());
      }
      return { origin: readSetting(db, 'origin') ?? '', log: readSetting(db, 'log') ?? '' };
    })
    .immediate();
}

function openLog(folder: DataFolder, crashPoint: CrashHook): WritableDb {
  ensurePrivate(folder.log);
  const db = openWritable({ file: folder.log, durable: true });
  try {
    migrate(db, folder.log, migrations, crashPoint);
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function removeViews(folder: DataFolder): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(folder.views + suffix, { force: true });
}

const REPLACEABLE = new Set(['not-a-database', 'database-corrupt', 'views-outdated']);

function tryViews(folder: DataFolder, prepare: (db: WritableDb) => void) {
  ensurePrivate(folder.views);
  const db = openWritable({ file: folder.views, durable: false });
  try {
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version !== 0 && version !== VIEWS_VERSION) {
      throw new ConsoleFailure({
        code: 'views-outdated',
        kind: 'bug',
        message: 'The views are of another version.',
      });
    }
    opening(folder.views, () => prepare(db));
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Views that are damaged or of another version are no loss: they are made anew and filled from the log. */
function openViews(folder: DataFolder, prepare: (db: WritableDb) => void) {
  try {
    return tryViews(folder, prepare);
  } catch (error) {
    if (!(error instanceof ConsoleFailure) || !REPLACEABLE.has(error.error.code)) throw error;
    removeViews(folder);
    return tryViews(folder, prepare);
  }
}

/**
 * Opens a data folder: takes its lock, brings the log's schema up to date, makes sure of the views' tables. Throws a
 * ConsoleFailure (`data-folder-in-use`, `data-folder-readonly`, `database-corrupt`, `database-newer`, …) and leaves
 * everything as it was.
 */
export function openStore(options: OpenStoreOptions): Store {
  const { newId, clock, crashPoint = noCrash, views = personViews } = options;
  const folder = prepareDataFolder(options.dataFolder);
  const lock = lockFolder(folder.lock);
  const opened: WritableDb[] = [];
  const close = (): void => {
    for (const db of opened.reverse()) db.close();
    lock.release();
  };
  try {
    finishRestore(folder, crashPoint);
    refuseLostLog(folder);
    const logDb = openLog(folder, crashPoint);
    opened.push(logDb);
    const identity = opening(folder.log, () => settleIdentity(logDb, folder.log, newId));
    crashPoint('after-identity-commit');
    const { origin } = identity;
    const log = opening(folder.log, () =>
      createEventLog({ db: logDb, file: folder.log, clock, origin, crashPoint }),
    );
    const content = { id: identity.log, head: log.head() };
    const viewsDb = openViews(folder, (db) => prepareViewTables(db, views, content));
    opened.push(viewsDb);
    crashPoint('after-view-tables-commit');
    return {
      folder,
      origin,
      logDb,
      viewsDb,
      log,
      views: opening(folder.views, () => createViewStore(viewsDb, folder.views, views, crashPoint)),
      crashPoint,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
