import type { LogFacts } from '../../../domain/contract/restore.ts';
import type { ReadableDb } from './open-database.ts';
import { readSetting } from './settings.ts';

export type { LogFacts };

/** What tells one log from another, of any version of the schema. */
export function logFacts(db: ReadableDb): LogFacts {
  const numberOf = (sql: string): number => Number(db.prepare(sql).pluck().get() ?? 0);
  const newest = numberOf('SELECT recorded_at FROM commits ORDER BY number DESC LIMIT 1');
  return {
    events: numberOf('SELECT max(position) FROM events'),
    persons: numberOf(`SELECT count(*) FROM streams WHERE name LIKE 'person-%'`),
    newest: newest === 0 ? null : new Date(newest).toISOString(),
    installation: readSetting(db, 'installation'),
  };
}
