// better-sqlite3 for the fallback's Node-API: its own sources, built in a scratch copy, never in node_modules,
// whose prebuilt file is what the unit tests and the shipped application load.

import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, ROOT } from '../paths.mjs';
import { packageVersion } from '../read-json.mjs';
import { SetupError, withProgress } from '../report.mjs';
import { mustRun, tool } from '../run.mjs';
import { buildOnce } from './build-once.mjs';
import { npmTarball } from './npm-tarball.mjs';
import { bindingName, NODE_API, STRINGS_HEADER } from './recipe.mjs';

const modules = join(ROOT, 'node_modules');

/** @param {string} name */
const versionOf = (name) => packageVersion(join(modules, name));

/**
 * Node's headers lie in the platform package that `node` installs beside itself. A later `npm install` prunes
 * it there, so its tarball is the other source.
 * @param {string} scratch
 */
async function headersFolder(scratch) {
  const name = `node-${process.platform}-${process.arch}`;
  const beside = join(modules, 'node', 'node_modules', name);
  if (existsSync(join(beside, 'include', 'node', 'node_api.h'))) return beside;
  const tarball = await npmTarball(`${name}@${versionOf('node')}`, scratch);
  await mustRun('tar', ['-xzf', tarball, '-C', scratch, 'package/include'], {
    doing: "Unpacking Node's headers",
  });
  return join(scratch, 'package');
}

/**
 * @param {string} scratch
 * @returns {Promise<string>} the built file
 */
async function build(scratch) {
  const source = join(scratch, 'better-sqlite3');
  cpSync(join(modules, 'better-sqlite3'), source, { recursive: true });
  cpSync(join(modules, 'node-addon-api'), join(source, 'node_modules', 'node-addon-api'), {
    recursive: true,
  });
  const nodedir = await headersFolder(scratch);
  const flags = [
    `-I${join(source, 'node_modules', 'node-addon-api')}`,
    '-UNAPI_VERSION',
    `-DNAPI_VERSION=${NODE_API}`,
    '-include',
    STRINGS_HEADER,
  ];
  const env = { CXXFLAGS: flags.join(' '), npm_config_nodedir: undefined };
  const args = ['rebuild', '--release', '--force_build=1', '--jobs=max', `--nodedir=${nodedir}`];
  const doing = 'Building better-sqlite3 for the fallback Electron';
  const label = 'building better-sqlite3 for the fallback Electron (once, about a minute)';
  await withProgress(label, () => mustRun(...tool('node-gyp', args), { cwd: source, env, doing }));
  return join(source, 'build', 'Release', 'better_sqlite3.node');
}

export const bindingFolder = () => join(cacheFolder(), bindingName(versionOf('better-sqlite3')));

/** @returns {Promise<string>} the file for better-sqlite3's option nativeBinding */
export async function ensureSqliteBinding() {
  const target = bindingFolder();
  await buildOnce(target, async (scratch) => {
    const built = await build(scratch);
    const result = join(scratch, 'result');
    mkdirSync(result);
    renameSync(built, join(result, 'better_sqlite3.node'));
    return result;
  });
  const file = join(target, 'better_sqlite3.node');
  if (!existsSync(file))
    throw new SetupError(
      `${target} is damaged (${readdirSync(target).join(', ')}): delete it and start again.`,
    );
  return file;
}
