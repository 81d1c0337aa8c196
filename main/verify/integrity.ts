import type { ReadableDb } from '../store/sqlite/open-database.ts';
import type { Note } from './findings.ts';

/** SQLite's own check of pages, indexes and full-text tables. It runs in one piece. */
export function checkIntegrity(db: ReadableDb, file: string, note: Note): void {
  const lines = db.prepare<[], string>('PRAGMA integrity_check').pluck().all();
  for (const line of lines) {
    if (line === 'ok') continue;
    note(
      'file-damaged',
      `${file} is damaged (${line}). Restore a backup of the log; views are built again from it.`,
      {
        file,
      },
    );
  }
}
