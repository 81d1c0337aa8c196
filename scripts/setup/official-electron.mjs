// The Electron that package.json pins, by its own installer. Where its download cannot be reached, that is
// remembered for a day, so that no later start has to find it out again.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, node24, ROOT } from './paths.mjs';
import { packageVersion } from './read-json.mjs';
import { withProgress } from './report.mjs';
import { run } from './run.mjs';

export const RETRY_VARIABLE = 'PERSON_CONSOLE_RETRY_ELECTRON';
const REMEMBER_MS = 24 * 60 * 60 * 1000;
/** A connection that brings nothing for so long is none; a slow one may take its time. */
const STALLED_MS = 30_000;

const LOOK_MS = 2_000;

/**
 * The package whose installer downloads Electron into it.
 * @typedef {{ folder: string, install: (options: import('./run.mjs').RunOptions) => Promise<{ output: string }> }} Package
 */
const folder = join(ROOT, 'node_modules', 'electron');
/** @type {Package} */
const pinned = { folder, install: (options) => run(node24(), [join(folder, 'install.js')], options) };

export const officialVersion = (from = folder) => packageVersion(from);

/**
 * What the installer leaves behind when it has finished: the version, and last of all the executable's name.
 * @param {Package} electron
 */
function installedOfficial({ folder }) {
  try {
    const version = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const executablePath = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    if (version !== officialVersion(folder) || !existsSync(executablePath)) return undefined;
    return { executablePath, distDir: join(folder, 'dist'), version };
  } catch {
    return undefined;
  }
}

/** @param {string} memory */
function failedLately(memory) {
  if (process.env[RETRY_VARIABLE] || !existsSync(memory)) return false;
  return Date.now() - statSync(memory).mtimeMs < REMEMBER_MS;
}

/** @param {string} path */
function bytesIn(path) {
  if (!existsSync(path)) return 0;
  let sum = 0;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (entry.isFile())
      sum += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}

/** @param {string} output of the installer: an error with its stack */
const firstLine = (output) => (output.trim().split('\n')[0] ?? '').replace(/^\w*Error: /, '');

/**
 * Runs the installer until it ends or nothing comes in any more.
 * @param {Package} electron
 * @param {string} scratch the installer's temporary folder: what grows in it is the download
 * @returns {Promise<string>} what the installer said, for when it failed
 */
async function download({ folder, install }, scratch) {
  const stalled = new AbortController();
  let last = { bytes: 0, at: Date.now() };
  const look = () => {
    const bytes = bytesIn(scratch) + bytesIn(join(folder, 'dist'));
    if (bytes !== last.bytes) last = { bytes, at: Date.now() };
    if (Date.now() - last.at > STALLED_MS) stalled.abort();
  };
  const timer = setInterval(look, LOOK_MS);
  const env = {
    TMPDIR: scratch,
    TMP: scratch,
    TEMP: scratch,
    ELECTRON_OVERRIDE_DIST_PATH: undefined,
    ELECTRON_GET_NO_PROGRESS: '1',
  };
  const task = () => install({ env, signal: stalled.signal });
  const label = `trying to download Electron ${officialVersion(folder)}`;
  try {
    const { output } = await withProgress(label, task, () => `, ${Math.round(last.bytes / 1e6)} MB`);
    return stalled.signal.aborted ? `nothing came in for ${STALLED_MS / 1000} s` : firstLine(output);
  } finally {
    clearInterval(timer);
  }
}

/**
 * @param {Package} [electron]
 * @returns {Promise<{ found: ReturnType<typeof installedOfficial>, why: string }>}
 */
export async function tryOfficial(electron = pinned) {
  const present = installedOfficial(electron);
  if (present) return { found: present, why: '' };
  const memory = join(cacheFolder(), `electron-${officialVersion(electron.folder)}-unreachable`);
  if (failedLately(memory)) return { found: undefined, why: readFileSync(memory, 'utf8') };
  mkdirSync(cacheFolder(), { recursive: true });
  const scratch = mkdtempSync(join(cacheFolder(), 'electron-download-'));
  const why = await download(electron, scratch);
  rmSync(scratch, { recursive: true, force: true });
  const found = installedOfficial(electron);
  if (found) rmSync(memory, { force: true });
  else writeFileSync(memory, why);
  return { found, why };
}
