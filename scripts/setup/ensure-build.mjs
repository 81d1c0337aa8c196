// The built application in out/, made again when what it is made of has changed.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { ROOT } from './paths.mjs';
import { SetupError, withProgress } from './report.mjs';
import { run, tool } from './run.mjs';

const SOURCES = [
  'domain',
  'main',
  'renderer',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'electron.vite.config.ts',
];
const NEVER_BUILT = /\.spec\.tsx?$/;
const STAMP = join(ROOT, 'out', '.built-from');

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} the files at or below path, relative to root, in a fixed order
 */
function filesAt(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  /** @type {string[]} */
  let names;
  try {
    names = readdirSync(full).sort();
  } catch {
    return NEVER_BUILT.test(path) ? [] : [path];
  }
  return names.flatMap((name) => filesAt(root, `${path}/${name}`));
}

/**
 * Contents, not times: a checkout or a copy of the repository changes all times and nothing else.
 * @param {string} root
 */
export function sourceFingerprint(root) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((path) => filesAt(root, path))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} fingerprint */
function isBuilt(fingerprint) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint;
}

/** What writes to out/ by other ways says so: the next start builds again. */
export function forgetBuild() {
  rmSync(STAMP, { force: true });
}

/** @returns {Promise<boolean>} whether anything had to be built */
export async function ensureBuild() {
  if (isBuilt(sourceFingerprint(ROOT))) return false;
  return withLock(join(ROOT, '.cache', 'build.lock'), 'building the console', async () => {
    const fingerprint = sourceFingerprint(ROOT);
    if (isBuilt(fingerprint)) return false;
    forgetBuild();
    const { code, output } = await withProgress('building the console', () =>
      run(...tool('electron-vite', ['build'])),
    );
    if (code !== 0) throw new SetupError(`The build failed (exit code ${code}):\n${output.trim()}`);
    writeFileSync(STAMP, fingerprint);
    return true;
  });
}
