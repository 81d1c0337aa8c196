// The Electron to run: the official one wherever it can be had, else the fallback, which says so.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebian } from './ensure-debian.mjs';
import { HAS_FALLBACK, RUNTIME } from './fallback/recipe.mjs';
import { ensureRuntime, runtimeFolder } from './fallback/runtime.mjs';
import { bindingFolder, ensureSqliteBinding } from './fallback/sqlite-binding.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder } from './paths.mjs';
import { officialVersion, RETRY_VARIABLE, tryOfficial } from './official-electron.mjs';
import { say, SetupError } from './report.mjs';
import { ensureSandbox } from './sandbox.mjs';

/**
 * @typedef {{ executablePath: string, distDir: string, version: string, official: boolean,
 *   nativeBinding?: string }} Electron
 *   nativeBinding: better-sqlite3's file for the fallback; the official Electron loads the package's own
 */

/** @type {readonly import('./debian-packages.mjs').Need[]} */
const TO_MAKE_THE_FALLBACK = ['window', 'fallback'];

/**
 * A runtime that was set up already by whoever started this process (a test inside `npm test`).
 * @returns {Electron | undefined}
 */
function inheritedElectron() {
  const {
    ELECTRON_OVERRIDE_DIST_PATH: distDir,
    PERSON_CONSOLE_ELECTRON,
    PERSON_CONSOLE_SQLITE_BINDING,
  } = process.env;
  if (!distDir) return undefined;
  const executablePath = PERSON_CONSOLE_ELECTRON ?? join(distDir, 'electron');
  if (!existsSync(executablePath))
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executablePath}`);
  const version = readFileSync(join(distDir, 'version'), 'utf8').trim().replace(/^v/, '');
  const binding = PERSON_CONSOLE_SQLITE_BINDING;
  return {
    executablePath,
    distDir,
    version,
    official: version === officialVersion(),
    ...(binding && { nativeBinding: binding }),
  };
}

/** @returns {Promise<Electron>} */
async function fallback() {
  const distDir = await ensureRuntime();
  const nativeBinding = await ensureSqliteBinding();
  return {
    executablePath: join(distDir, 'electron'),
    distDir,
    version: RUNTIME.version,
    official: false,
    nativeBinding,
  };
}

const steps = {
  inherited: inheritedElectron,
  tryOfficial,
  hasFallback: HAS_FALLBACK,
  fallbackIsMade: () => [runtimeFolder(), bindingFolder()].every((folder) => existsSync(folder)),
  makeFallback: fallback,
  ensureDebian,
  ensureSandbox,
};

/**
 * Finds or makes the Electron to run. Needs the npm packages to be there (ensurePackages). Which Electron it will be
 * decides what else the operating system has to have, and so all of that is asked for here.
 * @param {readonly import('./debian-packages.mjs').Need[]} needs of the caller, from the operating system
 * @returns {Promise<Electron>}
 */
export async function resolveElectron(needs = [], use = steps) {
  const inherited = use.inherited();
  if (inherited) {
    await use.ensureDebian(needs);
    return inherited;
  }
  return withLock(join(cacheFolder(), 'electron.lock'), 'setting up Electron', async () => {
    const { found, why } = await use.tryOfficial();
    if (!found && !use.hasFallback)
      throw new SetupError(`Electron ${officialVersion()} could not be downloaded: ${why}`);
    const toMake = !found && !use.fallbackIsMade();
    await use.ensureDebian(toMake ? [...needs, ...TO_MAKE_THE_FALLBACK] : needs);
    const electron = found ? { ...found, official: true } : await use.makeFallback();
    use.ensureSandbox(electron);
    if (found) return electron;
    say(
      `Electron ${electron.version} stands in for ${officialVersion()}, which could not be downloaded (${why}): for development and tests only. To try again: ${RETRY_VARIABLE}=1`,
    );
    return electron;
  });
}

/**
 * The variables that make Electron, electron-vite, Playwright and the application use it.
 * @param {Electron} electron
 * @returns {Record<string, string>}
 */
export function electronEnv({ executablePath, distDir, nativeBinding }) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: distDir,
    ELECTRON_EXEC_PATH: executablePath,
    PERSON_CONSOLE_ELECTRON: executablePath,
    ...(nativeBinding && { PERSON_CONSOLE_SQLITE_BINDING: nativeBinding }),
  };
}
