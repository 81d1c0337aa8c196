// A virtual screen where there is none.

import { spawn } from 'node:child_process';
import { SetupError } from './report.mjs';

/** @typedef {{ env: Record<string, string>, name: string, stop: () => void }} VirtualDisplay */

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/** What the operating system has to have for a window. @returns {import('./debian-packages.mjs').Need[]} */
export const windowNeeds = () => (hasDisplay() ? ['window'] : ['window', 'display']);

const XVFB = {
  command: 'Xvfb',
  args: ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'],
  patienceMs: 30_000,
};

/**
 * Starts Xvfb on a display number that it finds free itself and reports on its fourth channel.
 * @returns {Promise<VirtualDisplay>}
 */
export function startVirtualDisplay({ command, args, patienceMs } = XVFB) {
  return new Promise((resolve, reject) => {
    // In a group of its own: a Ctrl-C must reach the console alone, which still needs its screen to close.
    const server = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true });
    let errors = '';
    server.stderr?.on('data', (/** @type {Buffer} */ chunk) => (errors += chunk.toString()));
    const giveUp = () => {
      server.kill('SIGKILL');
      fail(`${command} named no display within ${patienceMs / 1000} s and was ended:\n${errors}`);
    };
    const patience = setTimeout(giveUp, patienceMs);
    const fail = (/** @type {string} */ what) => {
      clearTimeout(patience);
      reject(new SetupError(what));
    };
    server.on('error', (error) => fail(`${command} could not be started: ${error.message}`));
    server.on('exit', () => fail(`${command} ended at once:\n${errors}`));
    // A server that outlived us would hold its display for ever; this also covers process.exit and errors.
    const stop = () => void server.kill();
    process.once('exit', stop);
    server.stdio[3]?.once('data', (chunk) => {
      clearTimeout(patience);
      const name = `:${String(chunk).trim()}`;
      // Not a reason to wait: the server lives exactly as long as whoever started it.
      server.unref();
      resolve({ env: { DISPLAY: name }, name, stop });
    });
  });
}

/**
 * @template T
 * @param {number} count
 * @param {(displays: VirtualDisplay[]) => Promise<T>} task runs with that many screens, or with none: the user's own
 * @returns {Promise<T>}
 */
export async function withDisplays(count, task) {
  if (hasDisplay()) return task([]);
  const displays = await Promise.all(Array.from({ length: count }, () => startVirtualDisplay()));
  try {
    return await task(displays);
  } finally {
    for (const { stop } of displays) stop();
  }
}

/**
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} task runs with a screen, its own or the user's
 * @returns {Promise<T>}
 */
export function withDisplay(task) {
  return withDisplays(1, ([display]) => task(display?.env ?? {}));
}
