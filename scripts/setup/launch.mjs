// The console as a child process: its window on a screen, its end passed on, its exit code answered.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { ROOT } from './paths.mjs';
import { endingSignals } from './running.mjs';
import { toolEnv } from './run.mjs';
import { sandboxArguments } from './sandbox.mjs';

/** How long the console may take to close its data folder before it is ended by force. */
const GRACE_MS = 15_000;

/** What Chromium reports where no desktop runs: no message bus, no graphics card. Nothing is wrong then. */
const HARMLESS =
  /ERROR:(bus\.cc|object_proxy\.cc|viz_main_impl\.cc|command_buffer_proxy_impl\.cc|gpu_init\.cc)|Gtk-WARNING|^\s*$/;

/**
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string>, quiet: boolean }} Launch
 *   quiet: leave out what Chromium says about a missing desktop
 */

/**
 * @param {Launch} launch
 * @returns {Promise<number>} the exit code, in a shell's manner where a signal ended it
 */
export function launchConsole({ executablePath, args, env, quiet }) {
  return new Promise((resolve, reject) => {
    const child = spawn(executablePath, [...sandboxArguments(), '.', ...args], {
      cwd: ROOT,
      env: toolEnv({ ...env, ELECTRON_RUN_AS_NODE: undefined }),
      stdio: ['inherit', 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (!HARMLESS.test(line)) process.stderr.write(`${line}\n`);
      });
    }
    passSignalsTo(child);
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignalsTo(child) {
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    // Ctrl-C in a terminal reaches the console by itself.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
  };
  for (const signal of endingSignals) process.on(signal, end);
  child.once('exit', () => endingSignals.forEach((signal) => process.removeListener(signal, end)));
}
