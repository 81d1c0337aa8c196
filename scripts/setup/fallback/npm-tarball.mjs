// A package's tarball from the registry that npm is configured for, kept until it is used up.

import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mustRun, npm } from '../run.mjs';
import { SetupError, withProgress } from '../report.mjs';

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Fetches NAME@VERSION; with an integrity, a file that was fetched before and still fits is used again.
 * @param {string} spec
 * @param {string} folder
 * @param {string} [integrity]
 * @returns {Promise<string>} the file
 */
export async function npmTarball(spec, folder, integrity) {
  const file = join(folder, `${spec.replace(/[^\w.-]+/g, '-')}.tgz`);
  if (integrity && existsSync(file) && (await integrityOf(file)) === integrity) return file;
  const scratch = `${file}.part`;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const [command, args] = npm([
    'pack',
    spec,
    '--json',
    '--ignore-scripts',
    '--loglevel=error',
    '--pack-destination',
    scratch,
  ]);
  const packed = await withProgress(`downloading ${spec}`, () =>
    mustRun(command, args, { doing: `Downloading ${spec}` }),
  );
  renameSync(join(scratch, tarballName(packed, spec)), file);
  rmSync(scratch, { recursive: true, force: true });
  if (integrity && (await integrityOf(file)) !== integrity) {
    rmSync(file);
    throw new SetupError(
      `${spec} is not what it was: its sha512 differs from the one in the recipe. Nothing was used of it.`,
    );
  }
  return file;
}

/**
 * @param {string} output of npm pack --json
 * @param {string} spec
 */
function tarballName(output, spec) {
  const json = /** @type {unknown} */ (JSON.parse(output.slice(output.search(/[[{]/))));
  // A list or a record by name, depending on npm's version.
  const name = Object.values(/** @type {Record<string, { filename: string }>} */ (json))[0]?.filename;
  if (!name) throw new SetupError(`npm pack ${spec} named no file:\n${output}`);
  return name;
}
