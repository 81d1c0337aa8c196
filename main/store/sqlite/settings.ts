import type { ReadableDb, WritableDb } from './open-database.ts';

/**
 * What belongs to this data folder: `origin` (its id), `log` (id of the log's content), `place` (of the file),
 * `operator`, `sample` (it was filled with sample data), `installation` (that shares the log), `link` (how it is
 * reached, and whether it is wanted), `legacy` (whether the bridge to the former system is).
 */
export type SettingName =
  | 'origin'
  | 'log'
  | 'place'
  | 'operator'
  | 'sample'
  | 'installation'
  | 'link'
  | 'legacy';

export function readSetting(db: ReadableDb, name: SettingName): string | null {
  const value = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck().get(name);
  return value ?? null;
}

export function forgetSetting(db: WritableDb, name: SettingName): void {
  db.prepare('DELETE FROM settings WHERE key = ?').run(name);
}

export function writeSetting(db: WritableDb, name: SettingName, value: string): void {
  db.prepare(
    'INSERT INTO settings(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
  ).run(name, value);
}
