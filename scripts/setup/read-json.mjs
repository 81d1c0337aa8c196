import { readFileSync } from 'node:fs';

/**
 * Reads a file that npm or one of our own tools wrote: its shape is the caller's knowledge.
 * @template T
 * @param {string} file
 * @returns {T}
 */
export function readJson(file) {
  /** @type {unknown} */
  const value = JSON.parse(readFileSync(file, 'utf8'));
  return /** @type {T} */ (value);
}

/**
 * @param {string} folder of the package
 * @returns {string}
 */
export function packageVersion(folder) {
  /** @type {{ version: string }} */
  const { version } = readJson(`${folder}/package.json`);
  return version;
}
