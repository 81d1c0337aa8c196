import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncToDisk } from './sync-to-disk.ts';

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Makes a folder and those above it that are missing, readable by their owner only. Each is entered in the one above
 * it, which must reach the disk before any answer does. Level by level: Node's own way of making all of them tries for
 * ever where the system says that it cannot (`/proc`). Throws what the system says.
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Somebody else may have been faster.
    if (isFolder(path)) return;
    throw error;
  }
  syncToDisk(dirname(path));
}

/** The folders that `makeFolder` would have to make, the deepest first. */
export function missingFolders(path: string): string[] {
  if (existsSync(path) || dirname(path) === path) return [];
  return [path, ...missingFolders(dirname(path))];
}

/** Takes back what was made for nothing, as far as nobody has put anything into it. */
export function removeEmptyFolders(paths: readonly string[]): void {
  try {
    for (const path of paths) rmdirSync(path);
  } catch {
    // Somebody uses it.
  }
}
