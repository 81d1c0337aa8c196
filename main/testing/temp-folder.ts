import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'person-console-test-'));
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** An empty folder that is gone once the test is over. */
export function tempFolder(): string {
  const path = makeFolder();
  onTestFinished(() => remove(path));
  return path;
}

/** An empty folder for all tests of a file. */
export function sharedFolder(): string {
  const path = makeFolder();
  afterAll(() => remove(path));
  return path;
}
