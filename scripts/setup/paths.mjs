// Where things lie: the repository, and the folder that outlives it.

import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
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
