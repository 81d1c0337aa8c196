import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Folders, OpenConsole } from './launch.ts';

/** Ends a console as a power cut would: it is asked nothing and does nothing more. */
export async function kill({ app }: OpenConsole): Promise<void> {
  const gone = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await gone;
}

/** What Chromium has written down of the page's storage, as the next start finds it. */
function storedOnDisk({ user }: Folders): string {
  return readdirSync(user, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes(join('Local Storage', 'leveldb')) && name.endsWith('.log'))
    .map((name) => readFileSync(join(user, name), 'latin1'))
    .join('');
}

/** Left to itself, Chromium writes nothing down before five seconds have passed. */
const PROMPTLY_MS = 4000;

/** Waits until what was typed would outlive a power cut. */
export async function expectKept(folders: Folders, words: string): Promise<void> {
  await expect.poll(() => storedOnDisk(folders), { timeout: PROMPTLY_MS }).toContain(words);
}
