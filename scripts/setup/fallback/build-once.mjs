// All or nothing: a folder of the cache is made under another name and renamed once it is complete.

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {string} target
 * @param {(scratch: string) => Promise<string>} build answers the folder, inside scratch, that becomes the target
 */
export async function buildOnce(target, build) {
  if (existsSync(target)) return;
  // One name for all: what an interrupted build left behind goes with the next one. Callers hold the set-up's lock.
  const scratch = join(dirname(target), 'building');
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const result = await build(scratch);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(result, target);
  rmSync(scratch, { recursive: true, force: true });
}
