// `npm run mutants`: plants one bug after the other in the code of sync, in a copy, and runs its tests. Each has to be found;
// one that survives is a test that is missing.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureDebian } from './setup/ensure-debian.mjs';
import { ensurePackages } from './setup/ensure-packages.mjs';
import { node24, ROOT } from './setup/paths.mjs';
import { exitWith, say, secondsSince } from './setup/report.mjs';
import { MUTANTS } from './mutants/list.mjs';

/** The quick ones first: most bugs need no more. */
const TESTS = [
  ['--project', 'unit', 'domain/sync', 'main/sync'],
  ['--project', 'integration', 'main/sync'],
  ['--project', 'integration', 'main/trust/sync-faults'],
];

/** @param {string} folder */
function copySources(folder) {
  const { stdout } = spawnSync('git', ['ls-files', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  for (const file of stdout
    .split('\0')
    .filter((name) => /^(domain|main|scripts|package\.json|vitest\.config\.ts|tsconfig)/u.test(name))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

/**
 * @param {string} folder
 * @returns {string | null} the tests that failed
 */
function failingTests(folder) {
  for (const tests of TESTS) {
    const args = [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--bail',
      '1',
      '--reporter',
      'dot',
      ...tests,
    ];
    const { status } = spawnSync(node24(), args, { cwd: folder, stdio: 'ignore' });
    if (status !== 0) return tests.slice(2).join(' ');
  }
  return null;
}

/** @param {string} folder @param {import('./mutants/list.mjs').Mutant} mutant */
function tryMutant(folder, { file, from, to, what }) {
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2)
    throw new Error(`${what}: ${file} does not have the line once that it replaces`);
  const since = Date.now();
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  const found = failingTests(folder);
  writeFileSync(path, source);
  say(
    `${found === null ? 'SURVIVED' : 'found   '} ${what} (${secondsSince(since)}${found === null ? '' : `, ${found}`})`,
  );
  return found !== null;
}

async function main() {
  await ensurePackages();
  await ensureDebian(['test']);
  const folder = mkdtempSync(join(tmpdir(), 'person-console-mutants-'));
  try {
    copySources(folder);
    const found = MUTANTS.filter((mutant) => tryMutant(folder, mutant)).length;
    say(`${found} of ${MUTANTS.length} planted bugs were found`);
    return found === MUTANTS.length ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await exitWith(main);
