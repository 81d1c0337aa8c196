// What was started ends with us: nothing goes on unseen after a Ctrl-C or a kill.

import { constants } from 'node:os';

/** @type {readonly NodeJS.Signals[]} */
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** A signal that nobody listens to ends a process without its exit handlers. @param {NodeJS.Signals} signal */
const exit = (signal) => process.exit(128 + constants.signals[signal]);

process.on('exit', () => running.forEach((child) => child.kill()));

/** @param {import('node:child_process').ChildProcess} child */
export function endWithUs(child) {
  if (running.size === 0) endingSignals.forEach((signal) => process.on(signal, exit));
  running.add(child);
  const forget = () => {
    running.delete(child);
    // Others may have a use for the signals then: the console is asked to close, not ended.
    if (running.size === 0) endingSignals.forEach((signal) => process.removeListener(signal, exit));
  };
  child.once('exit', forget);
  child.once('error', forget);
}
