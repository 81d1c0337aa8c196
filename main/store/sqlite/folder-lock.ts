import { failure } from '../../../domain/contract/errors.ts';
import { ensurePrivate } from '../data-folder.ts';
import { openWritable, type WritableDb } from './open-database.ts';

export interface FolderLock {
  readonly release: () => void;
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'error' in error && JSON.stringify(error.error).includes('database-busy');
}

/**
 * One engine per data folder. The lock is one that the operating system takes back when its process ends, however
 * it ends: an exclusive transaction on a database of its own.
 */
export function lockFolder(file: string): FolderLock {
  ensurePrivate(file);
  let db: WritableDb | null = null;
  try {
    db = openWritable({ file, durable: false, journal: 'memory', timeoutMs: 0 });
    db.exec('BEGIN EXCLUSIVE');
    const held = db;
    return { release: () => held.close() };
  } catch (error) {
    db?.close();
    if (!isBusy(error) && !(error as Error).message.includes('locked')) throw error;
    throw failure(
      'terminal',
      'data-folder-in-use',
      'Another console or engine already works in this data folder. Close it, or choose another folder with --data.',
      { file },
    );
  }
}
