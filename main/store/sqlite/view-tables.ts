import type { WritableDb } from './open-database.ts';
import type { PersonView } from './views/view.ts';

/**
 * Version of the tables and of what is written into them. Views need no migrations: where this differs, they are
 * built again from the log.
 */
export const VIEWS_VERSION = 9;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS views(
  name TEXT PRIMARY KEY,
  generation INTEGER NOT NULL,
  position INTEGER NOT NULL,
  writes INTEGER NOT NULL DEFAULT 0,
  error_code TEXT,
  error_message TEXT,
  error_position INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS skipped(
  view TEXT NOT NULL,
  position INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY(view, position)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bound_to(log TEXT NOT NULL);
`;

export function createGeneration(db: WritableDb, view: PersonView, generation: number): void {
  db.exec(view.create(generation));
}

function indexGeneration(db: WritableDb, view: PersonView, generation: number): void {
  for (const sql of view.indexes?.(generation) ?? []) db.exec(sql);
}

export function dropGeneration(db: WritableDb, view: PersonView, generation: number): void {
  for (const table of view.tables) db.exec(`DROP TABLE IF EXISTS ${table}_${generation}`);
}

/** Tables of generations that nobody uses: what a rebuild left behind that did not come to its end. */
function dropStrays(db: WritableDb, views: readonly PersonView[]): void {
  const used = db.prepare<[string], number>('SELECT generation FROM views WHERE name = ?').pluck();
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  for (const view of views) {
    const current = used.get(view.name);
    const strays = tables
      .map((table) => new RegExp(`^${view.tables[0]}_(\\d+)$`).exec(table)?.[1])
      .filter((generation) => generation !== undefined && Number(generation) !== current);
    for (const stray of strays) dropGeneration(db, view, Number(stray));
  }
}

/** Views of another log, or of more than this one has: an older copy was put in its place. */
function areOfAnother(db: WritableDb, log: { readonly id: string; readonly head: number }): boolean {
  const bound = db.prepare<[], string>('SELECT log FROM bound_to').pluck().get();
  const seen = Number(db.prepare('SELECT max(position) FROM views').pluck().get() ?? 0);
  return bound !== log.id || seen > log.head;
}

/**
 * Makes the tables that are missing. `log` is the id of the log's content and its last position: views of another one
 * are thrown away with all their rows, some of which it may know nothing of.
 */
export function prepareViewTables(
  db: WritableDb,
  views: readonly PersonView[],
  log: { readonly id: string; readonly head: number },
): void {
  db.transaction(() => {
    db.exec(SCHEMA);
    db.pragma(`user_version = ${VIEWS_VERSION}`);
    if (areOfAnother(db, log)) {
      db.exec('DELETE FROM views; DELETE FROM skipped; DELETE FROM bound_to');
      db.prepare('INSERT INTO bound_to(log) VALUES(?)').run(log.id);
    }
    dropStrays(db, views);
    const known = db.prepare<[string], number>('SELECT 1 FROM views WHERE name = ?').pluck();
    for (const view of views) {
      if (known.get(view.name) !== undefined) continue;
      createGeneration(db, view, 1);
      indexGeneration(db, view, 1);
      db.prepare('INSERT INTO views(name, generation, position) VALUES(?, 1, 0)').run(view.name);
    }
  }).immediate();
}
