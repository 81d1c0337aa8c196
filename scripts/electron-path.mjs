// Prints, as JSON, the Electron to run (see setup/ensure-electron.mjs), setting it up where it is missing.

import { ensurePackages } from './setup/ensure-packages.mjs';
import { resolveElectron } from './setup/ensure-electron.mjs';
import { isMain } from './setup/is-main.mjs';
import { exitWith } from './setup/report.mjs';

export { resolveElectron } from './setup/ensure-electron.mjs';

async function main() {
  await ensurePackages();
  process.stdout.write(`${JSON.stringify(await resolveElectron(), null, 2)}\n`);
  return 0;
}

if (isMain(import.meta.url)) await exitWith(main);
