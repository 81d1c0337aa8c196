// `npm run dev`: the console with hot reload; main process and preload restart on changes (`-- --demo` as with start).

import { exitWith, say } from './setup/report.mjs';
import { windowNeeds, withDisplay } from './setup/display.mjs';
import { forgetBuild } from './setup/ensure-build.mjs';
import { electronEnv, resolveElectron } from './setup/ensure-electron.mjs';
import { ensurePackages } from './setup/ensure-packages.mjs';
import { callerFolder, dataFrom } from './setup/paths.mjs';
import { run, tool } from './setup/run.mjs';
import { sandboxArguments } from './setup/sandbox.mjs';

async function main() {
  await ensurePackages();
  const electron = await resolveElectron(windowNeeds());
  forgetBuild();
  const flags = sandboxArguments().length > 0 ? ['--noSandbox'] : [];
  const args = ['dev', '--watch', ...flags, '--', ...dataFrom(callerFolder('dev'), process.argv.slice(2))];
  return withDisplay(async (display) => {
    if (display.DISPLAY)
      say(`There is no display here: the console opens on a virtual one (${display.DISPLAY}).`);
    const env = { ...electronEnv(electron), ...display };
    return (await run(...tool('electron-vite', args), { env, visible: true })).code;
  });
}

await exitWith(main);
