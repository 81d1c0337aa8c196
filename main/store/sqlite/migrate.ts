import { failure } from '../../../domain/contract/errors.ts';
import { type CrashHook, noCrash } from '../crash-points.ts';
import { sql as eventLog } from './migrations/0001-event-log.ts';
import { sql as sync } from './migrations/0002-sync.ts';
import { sql as requests } from './migrations/0003-requests.ts';
import { sql as legacy } from './migrations/0004-legacy.ts';
import { sql as superseded } from './migrations/0005-superseded.ts';
import { sql as brokerTimes } from './migrations/0006-broker-times.ts';
import type { ReadableDb, WritableDb } from './open-database.ts';
import { translating } from './sqlite-errors.ts';

export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Forward only, one file each, never edited once released. */
export const migrations: readonly Migration[] = [
  { version: 1, sql: eventLog },
  { version: 2, sql: sync },
  { version: 3, sql: requests },
  { version: 4, sql: legacy },
  { version: 5, sql: superseded },
  { version: 6, sql: brokerTimes },
];

/** Marks the file as ours ("PCLG"), so that another program's database is not taken for a damaged log. */
export const APPLICATION_ID = 0x50434c47;

function pragmaNumber(db: ReadableDb, name: string): number {
  return Number(db.pragma(name, { simple: true }));
}

const LATEST = migrations.at(-1)?.version ?? 0;

/** Another program's database, or a log that a newer program has written. */
export function refuseForeign(db: ReadableDb, file: string, latest = LATEST): void {
  const version = pragmaNumber(db, 'user_version');
  const application = pragmaNumber(db, 'application_id');
  const tables = Number(db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get());
  if (application !== APPLICATION_ID && tables > 0) {
    throw failure(
      'terminal',
      'not-an-event-log',
      `${file} belongs to another program. Choose another data folder.`,
      { file },
    );
  }
  if (version > latest) {
    throw failure(
      'terminal',
      'database-newer',
      `${file} was written by a newer version of this program (schema ${version}, this one knows ${latest}). Update this program to open it; nothing was changed.`,
      { file, found: version, known: latest },
    );
  }
}

/** Brings a log's schema up to date, each step in its own transaction. A newer schema is refused untouched. */
export function migrate(
  db: WritableDb,
  file: string,
  steps: readonly Migration[] = migrations,
  crashPoint: CrashHook = noCrash,
): void {
  translating(file, () => {
    const latest = steps.at(-1)?.version ?? 0;
    refuseForeign(db, file, latest);
    const current = pragmaNumber(db, 'user_version');
    for (const step of steps) {
      if (step.version <= current) continue;
      db.transaction(() => {
        db.exec(step.sql);
        db.pragma(`user_version = ${step.version}`);
        db.pragma(`application_id = ${APPLICATION_ID}`);
        crashPoint('before-migration-commit');
      }).immediate();
      crashPoint('after-migration-commit');
    }
  });
}
