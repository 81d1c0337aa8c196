// Starting other programs: Node 24's first on their PATH, their output captured or passed on.

import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { node24, ROOT } from './paths.mjs';
import { readJson } from './read-json.mjs';
import { SetupError } from './report.mjs';
import { endWithUs } from './running.mjs';

const LEFT_BEHIND_MS = 3_000;

/**
 * @typedef {{ cwd?: string, env?: Record<string, string | undefined>, timeoutMs?: number,
 *   signal?: AbortSignal, visible?: boolean }} RunOptions
 * @typedef {{ code: number, output: string }} RunResult
 */

/**
 * The caller's environment with the project's own tools first; `undefined` takes a variable out.
 * @param {Record<string, string | undefined>} changes
 * @returns {Record<string, string>}
 */
export function toolEnv(changes = {}) {
  const tools = [join(ROOT, 'node_modules', 'node', 'bin'), join(ROOT, 'node_modules', '.bin')];
  const path = [...tools, process.env.PATH ?? ''].join(delimiter);
  /** @type {Record<string, string | undefined>} */
  const all = { ...process.env, PATH: path, ...changes };
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/**
 * Runs to the end and answers exit code and output; a program that cannot be started answers 127.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  const { cwd = ROOT, env = {}, timeoutMs = 0, signal, visible = false } = options;
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const chunks = [];
    const child = spawn(command, args, {
      cwd,
      env: toolEnv(env),
      stdio: visible ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      ...(signal && { signal }),
    });
    endWithUs(child);
    child.stdout?.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
    const finish = (/** @type {number} */ code, note = '') =>
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + note });
    child.on('error', (error) => finish(127, `${error.message}\n`));
    child.on('close', (code, ended) => finish(code ?? 1, ended ? `ended by ${ended}\n` : ''));
    // A process that the child left behind may hold its output open for ever.
    child.on('exit', (code) => setTimeout(() => finish(code ?? 1), LEFT_BEHIND_MS).unref());
  });
}

/**
 * Like run, but anything other than success is a set-up problem shown with the whole output.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions & { doing: string }} options
 */
export async function mustRun(command, args, { doing, ...options }) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new SetupError(`${doing} failed (${command}, exit code ${code}):\n${output.trim()}`);
  return output;
}

/**
 * The file behind a package's command, to be run by Node 24 on every platform (no shell wrappers).
 * @param {string} packageName
 * @param {string} [command]
 */
export function toolFile(packageName, command = packageName.replace(/^@[^/]+\//, '')) {
  const folder = join(ROOT, 'node_modules', packageName);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = readJson(join(folder, 'package.json'));
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new SetupError(`${packageName} has no command ${command}`);
  return join(folder, file);
}

/**
 * Command and arguments that run a package's command on Node 24.
 * @param {string} packageName
 * @param {string[]} args
 * @param {string} [command]
 * @returns {[string, string[]]}
 */
export function tool(packageName, args, command) {
  return [node24(), [toolFile(packageName, command), ...args]];
}

/**
 * The npm that started this script, else the one on the PATH.
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npm(args) {
  const started = process.env.npm_execpath;
  if (started?.endsWith('npm-cli.js')) return [process.execPath, [started, ...args]];
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/s', '/c', 'npm', ...args]] : ['npm', args];
}
