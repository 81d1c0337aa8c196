import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncToDisk } from './sync-to-disk.ts';

function writeNew(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * A small file as a whole: whoever reads it finds the former one or this one, also after a power cut. It may stand among
 * the operator's own files: what is written first has a name that none of them has, and is gone if it comes to nothing.
 */
export function replaceFile(file: string, text: string): void {
  const partial = `${file}.${randomUUID()}.partial`;
  try {
    writeNew(partial, text);
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
  syncToDisk(dirname(file));
}
