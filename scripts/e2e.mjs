// The end-to-end tests in real Electron; arguments go to Playwright (`npm run test:e2e -- -g "first run"`).

import { exitWith } from './setup/report.mjs';
import { isMain } from './setup/is-main.mjs';
import { ensureBuild } from './setup/ensure-build.mjs';
import { electronEnv, resolveElectron } from './setup/ensure-electron.mjs';
import { ensurePackages } from './setup/ensure-packages.mjs';
import { windowNeeds, withDisplay } from './setup/display.mjs';
import { run, tool } from './setup/run.mjs';

/**
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, visible?: boolean }} [options]
 */
export async function runE2e(args, { env = {}, visible = true } = {}) {
  const electron = await resolveElectron([...windowNeeds(), 'test']);
  await ensureBuild();
  return withDisplay((display) =>
    run(...tool('@playwright/test', ['test', '-c', 'e2e/playwright.config.ts', ...args], 'playwright'), {
      env: { ...electronEnv(electron), ...display, ...env },
      visible,
    }),
  );
}

async function main() {
  await ensurePackages();
  return (await runE2e(process.argv.slice(2))).code;
}

if (isMain(import.meta.url)) await exitWith(main);
