import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import { platform } from 'node:os';

/** A renamed or new file survives a power cut only once its folder has been written out as well. */
export function syncToDisk(path: string): void {
  const isWindows = platform() === 'win32';
  // Windows sees to folders itself, lets nobody open them, and writes out only what was opened for writing.
  if (isWindows && statSync(path).isDirectory()) return;
  const handle = openSync(path, isWindows ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
