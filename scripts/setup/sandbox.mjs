// Chromium's sandbox: what it needs of a Linux machine, in words where the machine does not give it.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from './report.mjs';

/** Settings of the kernel under which an ordinary user's program may not make a sandbox of its own. */
const REFUSALS = [
  { file: '/proc/sys/kernel/apparmor_restrict_unprivileged_userns', refuses: '1' },
  { file: '/proc/sys/kernel/unprivileged_userns_clone', refuses: '0' },
  { file: '/proc/sys/user/max_user_namespaces', refuses: '0' },
];

/** @typedef {{ isRoot: boolean, isRefused: boolean, helper: string, helperWorks: boolean }} SandboxFacts */

/**
 * Arguments for Electron. Chromium's sandbox refuses to work for root; for everybody else it is never left out.
 * @param {SandboxFacts} facts
 * @returns {string[]}
 */
export function argumentsFor({ isRoot, isRefused, helper, helperWorks }) {
  if (isRoot) return ['--no-sandbox'];
  if (!isRefused || helperWorks) return [];
  throw new SetupError(
    `This system does not let Electron make its sandbox. Allow Electron's helper to do it with this command, then start again:\n\n  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}\n`,
  );
}

/** @param {{ file: string, refuses: string }} setting */
function isSet({ file, refuses }) {
  try {
    return readFileSync(file, 'utf8').trim() === refuses;
  } catch {
    return false;
  }
}

/** @param {string} helper */
function isSetuidRoot(helper) {
  if (!existsSync(helper)) return false;
  const { uid, mode } = statSync(helper);
  return uid === 0 && (mode & 0o4000) !== 0;
}

/**
 * @param {string} executablePath of Electron
 * @returns {string[]}
 */
export function sandboxArguments(executablePath) {
  if (process.platform !== 'linux') return [];
  const helper = join(dirname(executablePath), 'chrome-sandbox');
  return argumentsFor({
    isRoot: process.getuid?.() === 0,
    isRefused: REFUSALS.some(isSet),
    helper,
    helperWorks: isSetuidRoot(helper),
  });
}
