import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { benchRoot } from '../folders.ts';

/** Those that say what the disk and SQLite give on this machine today, in the order in which they build on each other. */
const SCRIPTS = ['fsync.mjs', '1-sqlite-write.mjs', '4-group-commit.mjs', '5-worker.mjs'];

export interface BaselineText {
  readonly script: string;
  readonly text: string;
}

/** The raw baselines, as they are: what they print stands beside our figures. */
export function runBaselines(): BaselineText[] {
  const folder = join(import.meta.dirname, '../baselines');
  const env = { ...process.env, BASELINE_DIR: join(benchRoot, 'baselines') };
  return SCRIPTS.map((script) => {
    const args = ['--expose-gc', join(folder, script)];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
    return { script, text: stdout.trimEnd() };
  });
}
