// Makes `npm ci` possible with a lockfile written behind a registry that lacks other platforms' packages.
//
// npm leaves an optional package that it could not look up out of package-lock.json, and `npm ci` then
// refuses the whole file on every machine. What is missing can be said without the registry: the parent
// pins the exact version, and the platform stands in the name. Run it after `npm install`; entries that
// are already there are never touched. Entries added here carry no integrity: where a registry has them, take them and
// the package that asks for them out of the lockfile, and `npm install --package-lock-only` writes them whole.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain } from './setup/is-main.mjs';
import { ROOT } from './setup/paths.mjs';
import { readJson } from './setup/read-json.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, dev?: boolean, optional?: boolean, os?: string[],
 *   cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lockfile
 */

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/**
 * What npm compares with the machine, read from a name such as `binding-linux-arm64-musl`.
 * @param {string} name
 */
export function platformOf(name) {
  const words = name.replace(/^@[^/]+\//, '').split('-');
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

/**
 * @param {Lockfile} lock
 * @param {string} from the path of the package that asks, e.g. `node_modules/a/node_modules/b`
 * @param {string} name
 */
function isLocked(lock, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/**
 * Its keys stand in the order in which npm writes them, so that npm changes nothing later.
 * @param {string} name
 * @param {string} version
 * @param {boolean} dev
 * @returns {LockEntry}
 */
function entryFor(name, version, dev) {
  const { cpu, libc, os } = platformOf(name);
  return {
    version,
    ...(cpu && { cpu }),
    ...(dev && { dev }),
    ...(libc && { libc }),
    optional: true,
    ...(os && { os }),
  };
}

/**
 * The entries to add, by path; only exact versions can be said for certain.
 * @param {Lockfile} lock
 */
export function missingEntries(lock) {
  /** @type {Record<string, LockEntry>} */
  const missing = {};
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(lock, path, name) || !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) continue;
      missing[`node_modules/${name}`] = entryFor(name, version, entry.dev === true);
    }
  }
  return missing;
}

function main() {
  const file = join(ROOT, 'package-lock.json');
  /** @type {Lockfile} */
  const lock = readJson(file);
  const missing = missingEntries(lock);
  const all = Object.entries({ ...lock.packages, ...missing });
  all.sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(all) }, null, 2)}\n`);
  process.stdout.write(`package-lock.json: ${Object.keys(missing).length} entries added\n`);
}

if (isMain(import.meta.url)) main();
