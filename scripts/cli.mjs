// `npm run -s cli -- VERB`: the command line on Node 24, whichever Node started it. It installs nothing, so that its
// standard output stays JSON and nobody who only wanted to ask something waits for a set-up.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callerFolder, node24, ROOT } from './setup/paths.mjs';

const RUNS_TYPESCRIPT = 24;
const PASSED_ON = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

async function runHere() {
  // Half of the time that a short call takes is compiling: once is enough.
  module.enableCompileCache(join(ROOT, 'node_modules', '.cache', 'compiled'));
  await import('../main/boot/cli.ts');
}

/** @returns {Promise<number>} the exit code */
function runOnNode24() {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(node24(), args, { stdio: 'inherit' });
  for (const signal of PASSED_ON) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

process.chdir(callerFolder('cli'));
if (!existsSync(node24()) || !existsSync(join(ROOT, 'node_modules', 'better-sqlite3'))) {
  process.stderr.write('Nothing is set up here yet: run `npm test` or `npm start` once, in this folder.\n');
  process.exitCode = 2;
} else if (Number(process.versions.node.split('.')[0]) >= RUNS_TYPESCRIPT) {
  await runHere();
} else {
  process.exitCode = await runOnNode24();
}
