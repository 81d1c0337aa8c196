// Type-checks each folder with its own tsconfig, which knows only what that folder may use.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/paths.mjs';
import { inPool } from './setup/pool.mjs';
import { exitWith } from './setup/report.mjs';
import { run, tool } from './setup/run.mjs';

const FOLDERS = ['domain', 'main', 'renderer', 'e2e', 'scripts', 'bench'];

/** @param {string} folder */
async function checkTypes(folder) {
  if (!existsSync(join(ROOT, folder, 'tsconfig.json')))
    return { code: 1, output: `${folder}/tsconfig.json is missing\n` };
  // What was checked before and has not changed since is not checked again.
  const memory = join('.cache', 'types', `${folder}.tsbuildinfo`);
  return run(
    ...tool('typescript', ['--noEmit', '-p', folder, '--incremental', '--tsBuildInfoFile', memory], 'tsc'),
  );
}

async function main() {
  const folders = process.argv.length > 2 ? process.argv.slice(2) : FOLDERS;
  const results = await inPool(folders, 2, checkTypes);
  for (const [index, { code, output }] of results.entries()) {
    process.stdout.write(`${folders[index]}: ${code === 0 ? 'ok' : `failed\n${output}`}\n`);
  }
  return results.some(({ code }) => code !== 0) ? 1 : 0;
}

await exitWith(main);
