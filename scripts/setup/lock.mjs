// One set-up at a time. A lock is a file whose owner touches it every few seconds: what nobody has touched
// for longer belongs to a process that was killed, whatever its process id means by now.

import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './report.mjs';

const TOUCH_MS = 2_000;
const STALE_MS = 20_000;

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * Removes a stale lock. Renaming first makes sure that what goes is what was judged: a lock that another
 * waiter took in between is put back.
 * @param {string} file
 */
function removeStale(file) {
  try {
    const judged = statSync(file);
    if (Date.now() - judged.mtimeMs < STALE_MS && isAlive(file)) return;
    const aside = `${file}.${process.pid}.stale`;
    renameSync(file, aside);
    if (statSync(aside).ino !== judged.ino) linkSync(aside, file);
    rmSync(aside);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  }
}

/** @param {string} file */
function isAlive(file) {
  const pid = Number(readFileSync(file, 'utf8'));
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/**
 * @template T
 * @param {string} file
 * @param {string} what said to whoever has to wait
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withLock(file, what, task) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = false; !take(file); ) {
    removeStale(file);
    if (!waited) say(`waiting for another process: ${what}`);
    waited = true;
    await sleep(300);
  }
  const timer = setInterval(() => touch(file), TOUCH_MS);
  try {
    return await task();
  } finally {
    clearInterval(timer);
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The file is gone only when somebody cleaned up by hand; the work itself is not harmed.
  }
}
