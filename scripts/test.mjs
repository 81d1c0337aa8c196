// `npm test`: sets up what is missing, then runs every check. What failed is named at the end; its last line is
// `N passed, N failed`, and it fails when anything did. `npm test -- --only lint,types` runs some of them. Runs on the machine's own Node.

import { parseArgs } from 'node:util';
import { runSteps } from './checks/run-steps.mjs';
import { RUNNING_STEPS, STATIC_STEPS } from './checks/steps.mjs';
import { windowNeeds } from './setup/display.mjs';
import { ensureDebian } from './setup/ensure-debian.mjs';
import { resolveElectron } from './setup/ensure-electron.mjs';
import { ensurePackages } from './setup/ensure-packages.mjs';
import { exitWith, inWords, say, secondsSince, SetupError } from './setup/report.mjs';

const ALL = [...STATIC_STEPS, ...RUNNING_STEPS];

/** @returns {Set<string>} the names of the checks to run */
function chosen() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = values.only?.split(',') ?? ALL.map((step) => step.name);
  const unknown = names.filter((name) => !ALL.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new SetupError(
      `No such check: ${unknown.join(', ')}. There are: ${ALL.map((step) => step.name).join(', ')}`,
    );
  }
  return new Set(names);
}

/** @param {Set<string>} names */
async function setUpToRun(names) {
  /** @type {import('./setup/debian-packages.mjs').Need[]} */
  const needs = [...windowNeeds(), 'test'];
  await (names.has('e2e') ? resolveElectron(needs) : ensureDebian(needs));
}

/** @param {Set<string>} names */
async function runChecks(names) {
  await ensurePackages();
  const wanted = (/** @type {{ name: string }} */ step) => names.has(step.name);
  // Reading the sources needs no Electron: it is made meanwhile, which takes minutes where it has to be built.
  const ready = setUpToRun(names);
  // Told below: what the sources are found to be is told in any case.
  ready.catch(() => undefined);
  const results = await runSteps(STATIC_STEPS.filter(wanted), 2);
  await ready;
  results.push(...(await runSteps(RUNNING_STEPS.filter(wanted), 1)));
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  const failures = results.flatMap((result) => result.failures ?? []);
  return { passed: sum('passed'), failed: sum('failed'), failures };
}

async function main() {
  const since = Date.now();
  const counts = await runChecks(chosen()).catch((/** @type {unknown} */ error) => {
    say(`
${inWords(error)}`);
    return { passed: 0, failed: 1, failures: [] };
  });
  if (counts.failures.length > 0) process.stdout.write(`\nwhat failed:\n${counts.failures.join('\n')}\n`);
  process.stdout.write(`\n${secondsSince(since)} in all\n${counts.passed} passed, ${counts.failed} failed\n`);
  return counts.failed === 0 ? 0 : 1;
}

await exitWith(main);
