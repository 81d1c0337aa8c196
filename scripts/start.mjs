// `npm start`: sets up what is missing, builds what has changed, opens the console. Arguments after `--` are
// the console's own (`npm start -- --demo`, `npm start -- --data DIR`). Runs on the machine's own Node.

import { exitWith, say } from './setup/report.mjs';
import { hasDisplay, startVirtualDisplay, windowNeeds } from './setup/display.mjs';
import { ensureBuild } from './setup/ensure-build.mjs';
import { electronEnv, resolveElectron } from './setup/ensure-electron.mjs';
import { ensurePackages } from './setup/ensure-packages.mjs';
import { launchConsole } from './setup/launch.mjs';
import { callerFolder, dataFrom } from './setup/paths.mjs';
import { announceScreenshot, screenshotFile } from './setup/screenshot.mjs';

/** @typedef {import('./setup/launch.mjs').Launch} Launch */

/** @param {Launch} launch */
async function openOnVirtualDisplay(launch) {
  const display = await startVirtualDisplay();
  say(`There is no display here: the console opens on a virtual one (${display.name}). Ctrl-C ends it.`);
  const file = screenshotFile();
  const ended = new AbortController();
  const env = { ...launch.env, ...display.env, PERSON_CONSOLE_SCREENSHOT: file };
  const console = launchConsole({ ...launch, env, quiet: true });
  void announceScreenshot(file, ended.signal);
  try {
    return await console;
  } finally {
    ended.abort();
    display.stop();
  }
}

async function main() {
  await ensurePackages();
  const electron = await resolveElectron(windowNeeds());
  await ensureBuild();
  const { executablePath, version } = electron;
  say(`Opening the Person Console (Electron ${version}).`);
  const args = dataFrom(callerFolder('start'), process.argv.slice(2));
  const launch = { executablePath, args, env: electronEnv(electron), quiet: false };
  return hasDisplay() ? launchConsole(launch) : openOnVirtualDisplay(launch);
}

await exitWith(main);
