// What Electron's own default app does with `electron FOLDER`, for a runtime that came without one.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);

/** Two of its methods are there for default apps only, and not in the typings. */
const defaultApp =
  /** @type {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (app);

function printVersionAndExit() {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}

/** The first argument that is no flag is the application; `-r FILE` names a module to load before it. */
function readArguments() {
  const args = process.argv.slice(1);
  const preloads = [];
  while (args[0]?.startsWith('-')) {
    const flag = args.shift();
    if (flag === '-v' || flag === '--version') printVersionAndExit();
    if (flag === '-r' || flag === '--require') preloads.push(args.shift() ?? '');
  }
  return { folder: resolve(args[0] ?? '.'), preloads };
}

/** @param {string} folder */
async function load(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { main = 'index.js', name, productName, version } = manifest;
  if (productName ?? name) defaultApp.setName(productName ?? name);
  if (version) defaultApp.setVersion(version);
  defaultApp.setAppPath(folder);
  await import(pathToFileURL(join(folder, main)).href);
}

const { folder, preloads } = readArguments();
Object.defineProperty(process, 'defaultApp', { value: true });
for (const preload of preloads) require(preload);

try {
  await load(folder);
} catch (error) {
  process.stderr.write(
    `The application in ${folder} did not start: ${error instanceof Error ? error.stack : error}\n`,
  );
  process.exit(1);
}
