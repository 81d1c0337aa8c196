// `npm run mutants`: plants one bug after the other in the code of sync, in a copy, and runs the specification that is to find it.
// One that survives is a test that is missing. Those of names on the command line: `npm run mutants -- predecessor acknowledgement`.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureDebian } from './setup/ensure-debian.mjs';
import { ensurePackages } from './setup/ensure-packages.mjs';
import { node24, ROOT } from './setup/paths.mjs';
import { exitWith, say, secondsSince } from './setup/report.mjs';
import { MUTANTS } from './mutants/list.mjs';

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
 * Whether these tests pass in the copy.
 *
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function passes(folder, args, env = {}) {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const all = [vitest, 'run', '--bail', '1', '--reporter', 'dot', ...args];
  const { status } = spawnSync(node24(), all, {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/**
 * A specification that fails without a bug would find each.
 *
 * @param {string} folder
 * @param {readonly import('./mutants/list.mjs').Mutant[]} mutants
 */
function refuseBroken(folder, mutants) {
  const whole = [...new Set(mutants.filter(({ test }) => test === undefined).map(({ spec }) => spec))];
  const projects = ['--project', 'unit', '--project', 'integration'];
  const runs = [
    whole,
    ...mutants.flatMap(({ spec, test }) => (test === undefined ? [] : [['-t', test, spec]])),
  ];
  for (const run of runs.filter(({ length }) => length > 0))
    if (!passes(folder, [...projects, ...run], { PERSON_CONSOLE_TEST_RUNS: '0.05' }))
      throw new Error(`Without a planted bug some of these fail already: ${run.join(', ')}`);
}

/**
 * @param {string} folder
 * @param {import('./mutants/list.mjs').Mutant} mutant
 */
function isFound(folder, { spec, test }) {
  const project = spec.includes('.int.spec.') ? 'integration' : 'unit';
  const only = test === undefined ? [] : ['-t', test];
  return !passes(folder, ['--project', project, ...only, spec]);
}

/** @param {string} folder @param {import('./mutants/list.mjs').Mutant} mutant */
function tryMutant(folder, mutant) {
  const { file, from, to, what, spec } = mutant;
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2)
    throw new Error(`${what}: ${file} does not have the line once that it replaces`);
  const since = Date.now();
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  const found = isFound(folder, mutant);
  writeFileSync(path, source);
  say(`${found ? 'found   ' : 'SURVIVED'} ${what} (${secondsSince(since)}, ${spec})`);
  return found;
}

async function main() {
  const words = process.argv.slice(2);
  const wanted = MUTANTS.filter(({ what }) => words.every((word) => what.includes(word)));
  await ensurePackages();
  await ensureDebian(['test']);
  const folder = mkdtempSync(join(tmpdir(), 'person-console-mutants-'));
  try {
    copySources(folder);
    refuseBroken(folder, wanted);
    const found = wanted.filter((mutant) => tryMutant(folder, mutant)).length;
    say(`${found} of ${wanted.length} planted bugs were found`);
    return found === wanted.length ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await exitWith(main);
