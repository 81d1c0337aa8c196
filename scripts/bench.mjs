// `npm run bench`: the benchmark on Node 24; arguments are its own.

import { exitWith } from './setup/report.mjs';
import { ensurePackages } from './setup/ensure-packages.mjs';
import { node24 } from './setup/paths.mjs';
import { run } from './setup/run.mjs';

async function main() {
  await ensurePackages();
  const args = ['--expose-gc', 'bench/run.ts', ...process.argv.slice(2)];
  return (await run(node24(), args, { visible: true })).code;
}

await exitWith(main);
