// The picture of a window that nobody can see: the application saves it, this waits for it.

import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './report.mjs';

const PATIENCE_MS = 60_000;

export function screenshotFile() {
  const file = join(tmpdir(), `person-console-${process.pid}.png`);
  rmSync(file, { force: true });
  return file;
}

/**
 * Says where the screenshot is once it is there; ends quietly when the console ended before.
 * @param {string} file
 * @param {AbortSignal} ended
 */
export async function announceScreenshot(file, ended) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!ended.aborted && Date.now() < deadline) {
    if (existsSync(file)) return say(`Screenshot of the window: ${file}`);
    await sleep(100);
  }
  if (!ended.aborted)
    say(`The console saved no screenshot within ${PATIENCE_MS / 1000} s; it is still running.`);
}
