import { closeSync, fdatasyncSync, fstatSync, openSync, statfsSync, writeSync } from 'node:fs';

/**
 * Pages that a write-ahead log may hold before it is copied into the database and begun again: 32 MB. Doing that less
 * often is what keeps a grown log fast.
 */
export const CHECKPOINT_PAGES = 8000;

/** What those take, frames' headers and a last large group included. */
const RESERVE_BYTES = 36 * 1024 * 1024;
/** A disk that is nearly full keeps what it has for the log itself. */
export const LEAST_FREE_BYTES = 1024 * 1024 * 1024;
const BLOCK = Buffer.alloc(1024 * 1024);

function freeBytes(file: string): number {
  const { bavail, bsize } = statfsSync(file);
  return bavail * bsize;
}

/**
 * Fills the write-ahead log up with zeros, beyond what is in it. Syncing a file that does not grow costs little more
 * than half of syncing one that does: its length need not be written as well. SQLite keeps the file's length when it
 * begins anew, and takes zeros for the end. For the thread that writes the log, between two transactions.
 */
export function reserveWal(walFile: string, leastFree = LEAST_FREE_BYTES): void {
  if (freeBytes(walFile) < leastFree) return;
  const file = openSync(walFile, 'r+');
  try {
    for (let at = fstatSync(file).size; at < RESERVE_BYTES; )
      at += writeSync(file, BLOCK, 0, BLOCK.length, at);
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}
