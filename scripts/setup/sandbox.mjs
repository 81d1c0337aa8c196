// Chromium's sandbox: what it needs from the operating system, and what to do where that is missing.
//
// It lives in user namespaces. Where an ordinary user may not make any, Chromium asks a helper that belongs to root
// (chrome-sandbox); npm and archives cannot install it so, and Electron then ends at once. Running without a sandbox
// is not offered: https://chromium.googlesource.com/chromium/src/+/main/docs/security/apparmor-userns-restrictions.md

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './report.mjs';

/**
 * @typedef {{ root: boolean, namespaces: boolean, helper: { owner: number, mode: number } | undefined }} SandboxFacts
 *   namespaces: whether this user may make user namespaces for this executable
 */

/** What forbids user namespaces: Ubuntu from 23.10 on, Debian before 11, an administrator. */
const FORBIDDEN_BY = [
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
  ['/proc/sys/user/max_user_namespaces', '0'],
];
const PROFILES = '/etc/apparmor.d';
/** Set-user-id, and executable for everybody: what Chromium asks of the helper, besides its owner. */
const SETUID_AND_EXECUTABLE = 0o4001;

/** @param {string} file */
function contents(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** @param {string} executablePath */
function isAllowedByProfile(executablePath) {
  try {
    return readdirSync(PROFILES).some((name) => {
      const profile = contents(join(PROFILES, name));
      return profile.includes(executablePath) && /\buserns\b/.test(profile);
    });
  } catch {
    return false;
  }
}

/** @param {string} file */
function ownerAndMode(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && { owner: found.uid, mode: found.mode };
}

/**
 * @param {{ executablePath: string, distDir: string }} electron
 * @returns {SandboxFacts}
 */
function factsHere({ executablePath, distDir }) {
  const forbidden = FORBIDDEN_BY.some(([file = '', value]) => contents(file) === value);
  return {
    root: process.getuid?.() === 0,
    namespaces: !forbidden || isAllowedByProfile(executablePath),
    helper: ownerAndMode(join(distDir, 'chrome-sandbox')),
  };
}

/** Chromium's sandbox refuses to work for root. */
export const sandboxArguments = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** @param {string} word */
const quoted = (word) => `'${word.replaceAll("'", "'\\''")}'`;

/**
 * Refuses an Electron that would end at once, and says what to do.
 * @param {{ executablePath: string, distDir: string }} electron
 * @param {SandboxFacts} [facts]
 */
export function ensureSandbox(electron, facts = factsHere(electron)) {
  const { root, namespaces, helper } = facts;
  if (root || namespaces) return;
  if (helper?.owner === 0 && (helper.mode & SETUID_AND_EXECUTABLE) === SETUID_AND_EXECUTABLE) return;
  const file = quoted(join(electron.distDir, 'chrome-sandbox'));
  throw new SetupError(
    `This system lets no ordinary user make user namespaces, in which Electron keeps its pages (its sandbox). It needs a helper that belongs to root instead. Set it up with this command, then start again:\n\n  sudo chown root:root ${file} && sudo chmod 4755 ${file}\n`,
  );
}
