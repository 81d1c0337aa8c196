import { ConsoleFailure, failure } from '../../../domain/contract/errors.ts';
import { ensurePrivate } from '../data-folder.ts';
import { openWritable, type WritableDb } from './open-database.ts';
import { translating } from './sqlite-errors.ts';

export interface FolderLock {
  readonly release: () => void;
}

function isBusy(error: unknown): boolean {
  return error instanceof ConsoleFailure && error.error.code === 'database-busy';
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
    const held = db;
    translating(file, () => held.exec('BEGIN EXCLUSIVE'));
    return { release: () => held.close() };
  } catch (error) {
    db?.close();
    if (!isBusy(error)) throw error;
    throw failure(
      'terminal',
      'data-folder-in-use',
      'Another console or engine already works in this data folder. Close it and try again.',
      { file },
    );
  }
}
