// `npm run bench`: the benchmark on Node 24, with a display for the window's part; arguments are its own.

import { windowNeeds, withDisplay } from './setup/display.mjs';
import { ensureBuild } from './setup/ensure-build.mjs';
import { electronEnv, resolveElectron } from './setup/ensure-electron.mjs';
import { ensurePackages } from './setup/ensure-packages.mjs';
import { node24 } from './setup/paths.mjs';
import { exitWith } from './setup/report.mjs';
import { run } from './setup/run.mjs';

const args = process.argv.slice(2);
const suites = args.filter((argument) => !argument.startsWith('-'));

/** @param {Record<string, string | undefined>} env */
function bench(env) {
  return run(node24(), ['--expose-gc', 'bench/run.ts', ...args], { visible: true, env });
}

async function main() {
  await ensurePackages();
  if (suites.length > 0 && !suites.includes('window')) return (await bench({})).code;
  const electron = await resolveElectron(windowNeeds());
  await ensureBuild();
  return (await withDisplay((display) => bench({ ...electronEnv(electron), ...display }))).code;
}

await exitWith(main);
