// The npm packages of the lockfile, Node 24 among them. Runs before anything is installed.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { node24, ROOT } from './paths.mjs';
import { readJson } from './read-json.mjs';
import { SetupError, withProgress } from './report.mjs';
import { npm, run } from './run.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean,
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lockfile
 */

/**
 * Whether what npm noted down in node_modules is what the lockfile asks for. npm writes that note last, so
 * an install that was interrupted counts as stale, and a developer's own `npm install` as fresh.
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 */
export function agrees(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    if (!found) return entry.optional === true;
    return found.version === entry.version && (!entry.integrity || found.integrity === entry.integrity);
  });
}

/** @param {LockEntry} manifest */
const asked = (manifest) => JSON.stringify([manifest.dependencies, manifest.devDependencies]);

function isFresh() {
  const note = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(note) || !existsSync(node24())) return false;
  /** @type {Lockfile} */
  const wanted = readJson(join(ROOT, 'package-lock.json'));
  const root = wanted.packages[''];
  /** @type {LockEntry} */
  const manifest = readJson(join(ROOT, 'package.json'));
  /** @type {Lockfile} */
  const installed = readJson(note);
  return root !== undefined && asked(root) === asked(manifest) && agrees(wanted, installed);
}

async function install() {
  // --loglevel=error: npm on Node 20 warns of every package that wants a newer Node, which it will get.
  const [command, args] = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  const { code, output } = await withProgress('installing the npm packages (once, about a minute)', () =>
    run(command, args),
  );
  if (code !== 0) throw new SetupError(`npm ci failed (exit code ${code}):\n${output.trim()}`);
  if (!existsSync(node24())) {
    throw new SetupError(
      'Node 24 is missing: the install step of the package "node" did not run (see allowScripts in package.json; npm config ignore-scripts must be off).',
    );
  }
}

/** @returns {Promise<boolean>} whether anything had to be installed */
export async function ensurePackages() {
  if (isFresh()) return false;
  return withLock(join(ROOT, '.cache', 'packages.lock'), 'installing the npm packages', async () => {
    if (isFresh()) return false;
    await install();
    return true;
  });
}
