// What the set-up says, on stderr: stdout belongs to the program that asked for it.

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A set-up problem that a person can solve: shown as its message alone, without a stack. */
export class SetupError extends Error {}

/**
 * A SetupError is words for a person; everything else is a bug, and shown as one.
 * @param {unknown} error
 */
export function inWords(error) {
  if (error instanceof SetupError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** @param {number} since in milliseconds */
export function secondsSince(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

/**
 * Shows that something long is alive: a line at its start, one every fifteen seconds, one at its end.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} task
 * @param {() => string} [detail] what to add to each line, such as the bytes that came in
 * @returns {Promise<T>}
 */
export async function withProgress(label, task, detail = () => '') {
  const since = Date.now();
  say(`${label} …`);
  const timer = setInterval(() => say(`  ${label}: ${secondsSince(since)}${detail()}`), 15_000);
  try {
    const result = await task();
    say(`  ${label}: done in ${secondsSince(since)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs a program's main function and shows what it threw.
 * @param {() => Promise<number>} main answers the exit code
 */
export async function exitWith(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(`
${inWords(error)}`);
    process.exitCode = 1;
  }
}
