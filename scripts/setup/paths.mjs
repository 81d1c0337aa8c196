// Where things lie: the repository, the folder that outlives it, and where the caller stands.

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What costs minutes to get belongs to the user, not to one clone: it is kept outside the repository. */
export function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'person-console');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'person-console', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'person-console');
  return join(homedir(), '.cache', 'person-console');
}

/** Node 24 from the `node` package: the machine's own Node runs only what has to run before the install. */
export function node24() {
  return join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * npm starts its scripts in the package's folder: paths are meant from where the caller stands.
 * @param {string} script the npm script that this is
 * @param {NodeJS.ProcessEnv} [env]
 */
export function callerFolder(script, env = process.env) {
  const { npm_lifecycle_event: running, INIT_CWD: caller } = env;
  return running === script && caller !== undefined && existsSync(caller) ? caller : process.cwd();
}

/**
 * The console's arguments, to be read in another folder than the one they were written in.
 * @param {readonly string[]} args
 * @param {string} folder
 */
export function dataFrom(folder, args) {
  const absolute = (/** @type {string} */ path) =>
    path === '' || path.startsWith('--') ? path : resolve(folder, path);
  return args.map((arg, index) => {
    if (args[index - 1] === '--data') return absolute(arg);
    return arg.startsWith('--data=') ? `--data=${absolute(arg.slice('--data='.length))}` : arg;
  });
}
