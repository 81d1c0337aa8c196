import { existsSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withLock } from './lock.mjs';

const lockFile = () => join(mkdtempSync(join(tmpdir(), 'lock-')), 'deep', 'one.lock');

it('lets one in at a time and leaves nothing behind', async () => {
  const file = lockFile();
  let inside = 0;
  let most = 0;
  const task = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(20);
    inside -= 1;
  };
  await Promise.all([1, 2, 3].map(() => withLock(file, 'a test', task)));
  expect(most).toBe(1);
  expect(existsSync(file)).toBe(false);
});

it('is freed by a task that fails', async () => {
  const file = lockFile();
  await expect(withLock(file, 'a test', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(withLock(file, 'a test', () => Promise.resolve(1))).resolves.toBe(1);
});

it('takes over from a process that ended without freeing it', async () => {
  const file = lockFile();
  await withLock(file, 'a test', () => Promise.resolve());
  // No process id is as high as this.
  writeFileSync(file, String(2 ** 30));
  await expect(withLock(file, 'a test', () => Promise.resolve(1))).resolves.toBe(1);
});

it('takes over from a living process that has long stopped touching it', async () => {
  const file = lockFile();
  await withLock(file, 'a test', () => Promise.resolve());
  writeFileSync(file, String(process.pid));
  utimesSync(file, new Date(0), new Date(0));
  await expect(withLock(file, 'a test', () => Promise.resolve(1))).resolves.toBe(1);
});
