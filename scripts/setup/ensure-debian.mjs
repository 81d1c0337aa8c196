// The operating system's packages: installed as root on Debian and its relatives, else the one command is said.
// Whoever calls this names everything that is needed at once: nobody wants to be sent to install things twice.

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { DEBIAN_PACKAGES } from './debian-packages.mjs';
import { say, SetupError, withProgress } from './report.mjs';
import { run } from './run.mjs';

/**
 * @typedef {import('./debian-packages.mjs').DebianPackage} DebianPackage
 * @typedef {import('./debian-packages.mjs').Need} Need
 * @typedef {{ linux: boolean, root: boolean, run: typeof run, hasCommand: (name: string) => boolean,
 *   hasFile: (file: string) => boolean }} Machine
 */

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

/** @type {Machine} */
const thisMachine = {
  linux: process.platform === 'linux',
  root: process.getuid?.() === 0,
  run,
  hasCommand: commandExists,
  hasFile: existsSync,
};

/** @param {Machine} machine */
async function knownLibraries({ run, hasFile }) {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find(hasFile) ?? 'ldconfig';
  const { output } = await run(ldconfig, ['-p']);
  return new Set(output.split('\n').map((line) => line.trim().split(' ')[0] ?? ''));
}

/**
 * @param {readonly Need[]} needs
 * @param {Machine} machine
 * @returns {Promise<DebianPackage[]>}
 */
async function missingPackages(needs, machine) {
  const libraries = await knownLibraries(machine);
  return DEBIAN_PACKAGES.filter((wanted) => {
    if (!needs.includes(wanted.need)) return false;
    if ('library' in wanted) return !libraries.has(wanted.library);
    if ('command' in wanted) return !machine.hasCommand(wanted.command);
    return !machine.hasFile(wanted.file);
  });
}

/**
 * @param {DebianPackage} wanted
 * @param {Machine} machine
 */
async function nameHere(wanted, { run }) {
  if (!wanted.t64) return wanted.name;
  const { code } = await run('apt-cache', ['show', '--no-all-versions', `${wanted.name}t64`]);
  return code === 0 ? `${wanted.name}t64` : wanted.name;
}

/**
 * @param {string[]} names
 * @param {Machine} machine
 */
async function install(names, { run }) {
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

/** @param {DebianPackage[]} missing */
function sayWhatIsMissing(missing) {
  const things = missing.map((one) =>
    'library' in one ? one.library : 'command' in one ? one.command : one.name,
  );
  const names = missing.map((one) => one.name);
  say(`This system lacks: ${things.join(', ')} (Debian's names: ${names.join(', ')})`);
}

/**
 * @param {readonly Need[]} needs
 * @param {Machine} [machine]
 * @returns {Promise<boolean>} whether anything had to be installed
 */
export async function ensureDebian(needs, machine = thisMachine) {
  if (!machine.linux || needs.length === 0) return false;
  const missing = await missingPackages(needs, machine);
  if (missing.length === 0) return false;
  if (!machine.hasCommand('apt-get')) {
    sayWhatIsMissing(missing);
    return false;
  }
  const names = await Promise.all(missing.map((one) => nameHere(one, machine)));
  if (!machine.root) {
    throw new SetupError(
      `Debian packages are missing. Install them with this command, then start again:\n\n  sudo apt-get install -y --no-install-recommends ${names.join(' ')}\n`,
    );
  }
  await install(names, machine);
  return true;
}
