// The end-to-end tests in real Electron; arguments go to Playwright (`npm run test:e2e -- -g "first run"`).

import { exitWith } from './setup/report.mjs';
import { isMain } from './setup/is-main.mjs';
import { ensureBuild } from './setup/ensure-build.mjs';
import { electronEnv, resolveElectron } from './setup/ensure-electron.mjs';
import { ensurePackages } from './setup/ensure-packages.mjs';
import { windowNeeds, withDisplays } from './setup/display.mjs';
import { run, tool } from './setup/run.mjs';

/**
 * @param {import('./setup/display.mjs').VirtualDisplay[]} displays the user's own screen where there are none
 * @returns {Record<string, string>} the harness opens each worker's windows on one of them
 */
function screens(displays) {
  const [first] = displays;
  const names = displays.map(({ name }) => name).join(',');
  return first === undefined ? {} : { ...first.env, PERSON_CONSOLE_DISPLAYS: names };
}

/**
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, visible?: boolean, displays?: number }} [options] displays: virtual ones;
 *   on each runs a worker
 */
export async function runE2e(args, { env = {}, visible = true, displays = 1 } = {}) {
  const electron = await resolveElectron([...windowNeeds(), 'test']);
  await ensureBuild();
  return withDisplays(displays, (virtual) =>
    run(...tool('@playwright/test', ['test', '-c', 'e2e/playwright.config.ts', ...args], 'playwright'), {
      env: { ...electronEnv(electron), ...screens(virtual), ...env },
      visible,
    }),
  );
}

async function main() {
  await ensurePackages();
  return (await runE2e(process.argv.slice(2))).code;
}

if (isMain(import.meta.url)) await exitWith(main);
