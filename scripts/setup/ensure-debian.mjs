// The operating system's packages: installed as root on Debian and its relatives, else the one command is said.

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { DEBIAN_PACKAGES, NEEDS } from './debian-packages.mjs';
import { say, SetupError, withProgress } from './report.mjs';
import { run } from './run.mjs';

/** @typedef {import('./debian-packages.mjs').DebianPackage} DebianPackage */

/** @param {string} name */
function commandExists(name) {
  // Where ldconfig and the like live is not on everybody's PATH.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => isExecutable(join(folder, name)));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function knownLibraries() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file)) ?? 'ldconfig';
  const { output } = await run(ldconfig, ['-p']);
  return new Set(output.split('\n').map((line) => line.trim().split(' ')[0] ?? ''));
}

/**
 * @param {readonly import('./debian-packages.mjs').Need[]} needs
 * @returns {Promise<DebianPackage[]>}
 */
async function missingPackages(needs) {
  const libraries = await knownLibraries();
  return DEBIAN_PACKAGES.filter((wanted) => {
    if (!needs.includes(wanted.need)) return false;
    if ('library' in wanted) return !libraries.has(wanted.library);
    if ('command' in wanted) return !commandExists(wanted.command);
    return !existsSync(wanted.file);
  });
}

/** @param {DebianPackage} wanted */
async function nameHere(wanted) {
  if (!wanted.t64) return wanted.name;
  const { code } = await run('apt-cache', ['show', '--no-all-versions', `${wanted.name}t64`]);
  return code === 0 ? `${wanted.name}t64` : wanted.name;
}

/** @param {string[]} names */
async function install(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  await withProgress(`installing Debian packages: ${names.join(' ')}`, async () => {
    // An update that fails for one of the machine's own sources is no reason to stop; the install decides.
    const update = await run('apt-get', ['update', '-q', ...wait], { env });
    const result = await run(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', ...wait, ...names],
      { env },
    );
    if (result.code === 0) return;
    throw new SetupError(
      `apt-get install failed:\n${update.code === 0 ? '' : update.output}${result.output.trim()}`,
    );
  });
}

/** One command for all that starting and testing may need: whoever ran it is not sent to another. */
async function toBeInstalled() {
  const names = await Promise.all((await missingPackages(NEEDS)).map(nameHere));
  return new SetupError(
    `Debian packages are missing. Install them with this command, then start again:\n\n  sudo apt-get install -y --no-install-recommends ${names.join(' ')}\n`,
  );
}

/**
 * @param {readonly import('./debian-packages.mjs').Need[]} needs
 * @returns {Promise<boolean>} whether anything had to be installed
 */
export async function ensureDebian(needs) {
  if (process.platform !== 'linux') return false;
  const missing = await missingPackages(needs);
  if (missing.length === 0) return false;
  if (!commandExists('apt-get')) {
    const things = missing.map((one) =>
      'library' in one ? one.library : 'command' in one ? one.command : one.name,
    );
    say(
      `This system lacks: ${things.join(', ')} (Debian's names: ${missing.map((one) => one.name).join(', ')})`,
    );
    return false;
  }
  if (process.getuid?.() !== 0) throw await toBeInstalled();
  await install(await Promise.all(missing.map(nameHere)));
  return true;
}
