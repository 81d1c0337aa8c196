// `npm run soak -- --minutes 30`: fault plans of sync with ever new seeds, until the time is over or one of them fails.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDebian } from './setup/ensure-debian.mjs';
import { ensurePackages } from './setup/ensure-packages.mjs';
import { node24, ROOT } from './setup/paths.mjs';
import { exitWith, say } from './setup/report.mjs';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
const PLANS = 20;

async function main() {
  await ensurePackages();
  await ensureDebian(['test']);
  const end = Date.now() + Number(values.minutes) * 60_000;
  for (let first = 1001; Date.now() < end; first += PLANS) {
    say(`Plans ${first} to ${first + PLANS - 1}`);
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const args = [vitest, 'run', '--project', 'integration', 'main/trust/sync-faults', '--reporter', 'dot'];
    const env = { ...process.env, PERSON_CONSOLE_FIRST_SEED: String(first) };
    const { status } = spawnSync(node24(), args, { cwd: ROOT, stdio: 'inherit', env });
    if (status !== 0) return 1;
  }
  say('No finding.');
  return 0;
}

await exitWith(main);
