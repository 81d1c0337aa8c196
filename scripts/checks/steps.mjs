// The checks behind `npm test`, in their order.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runE2e } from '../e2e.mjs';
import { ensureBuild } from '../setup/ensure-build.mjs';
import { node24, ROOT } from '../setup/paths.mjs';
import { SetupError } from '../setup/report.mjs';
import { run, tool } from '../setup/run.mjs';
import { countPlaywright, countsFrom, countsInWords, countVitest } from './counts.mjs';
import { failuresFrom, playwrightFailures, vitestFailures } from './failures.mjs';

/**
 * @typedef {import('./counts.mjs').Counts & { output: string, notes: string, figures?: string[],
 *   failures?: string[] }} StepResult figures: what was measured; failures: each failed test with its words
 * @typedef {{ name: string, run: () => Promise<StepResult> }} Step
 */

const REPORTS = join(ROOT, 'artifacts', 'test');

/**
 * A command that counts as one check.
 * @param {string} name
 * @param {() => [string, string[]]} command asked for only when it runs: its package may not be there before
 * @returns {Step}
 */
function check(name, command) {
  return {
    name,
    run: async () => {
      const { code, output } = await run(...command());
      return { passed: Number(code === 0), failed: Number(code !== 0), skipped: 0, output, notes: '' };
    },
  };
}

/** @param {string} name */
function freshReport(name) {
  const file = join(REPORTS, name);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** @param {string} output of Vitest, which names no test for this */
const whatElseFailed = (output) =>
  /does not meet .* threshold/.test(output) ? ' (the coverage is below its threshold)' : '';

/** @returns {Promise<StepResult>} the tests, and their coverage as one check more */
async function unitAndIntegration() {
  const file = freshReport('vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await run(...tool('vitest', ['run', '--coverage', ...reporters]));
  const counts = countsFrom(file, code, countVitest);
  const passed = counts.passed + Number(code === 0);
  const notes = `${countsInWords(counts)}${whatElseFailed(output)}`;
  return { ...counts, passed, output, notes, failures: failuresFrom(file, vitestFailures) };
}

/** @returns {Promise<StepResult>} */
async function build() {
  try {
    const built = await ensureBuild();
    return { passed: 1, failed: 0, skipped: 0, output: '', notes: built ? '' : 'was up to date' };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { passed: 0, failed: 1, skipped: 0, output: error.message, notes: '' };
  }
}

/**
 * One run of Playwright, with a report and a folder of its own.
 * @param {string} project
 * @param {number} displays
 * @returns {Promise<StepResult>}
 */
async function endToEndOf(project, displays) {
  const file = freshReport(`playwright-${project}.json`);
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const folder = join('artifacts', 'e2e', project);
  const args = [`--project=${project}`, '--reporter=list,json', `--output=${folder}`];
  const { code, output } = await runE2e(args, { env, visible: false, displays });
  const failures = failuresFrom(file, playwrightFailures);
  return { ...countsFrom(file, code, countPlaywright), output, notes: '', failures };
}

/** @returns {Promise<StepResult>} */
async function endToEnd() {
  const journeys = await endToEndOf('journeys', 2);
  const frames = await endToEndOf('frames', 1);
  const results = [journeys, frames];
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  const counts = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  const output = results.map(({ output }) => output).join('\n');
  const failures = results.flatMap((result) => result.failures ?? []);
  return { ...counts, output, notes: countsInWords(counts), figures: figuresIn(frames.output), failures };
}

/**
 * What a run has measured.
 * @param {string} output
 * @returns {string[]}
 */
function figuresIn(output) {
  return output.split('\n').filter((line) => /: \d+ frames, /.test(line));
}

/** Read the sources only; two run at a time. @type {readonly Step[]} */
export const STATIC_STEPS = [
  check('format', () => tool('@biomejs/biome', ['format', '.'])),
  check('lint', () => tool('eslint', ['.', '--max-warnings=0'])),
  check('types', () => [node24(), ['scripts/types.mjs']]),
  check('deps', () =>
    tool(
      'dependency-cruiser',
      ['--config', '.dependency-cruiser.cjs', 'domain', 'main', 'renderer', 'e2e', 'scripts', 'bench'],
      'depcruise',
    ),
  ),
  check('knip', () => tool('knip', [])),
  check('catalogue', () => [node24(), ['scripts/catalogue.ts', '--check']]),
];

/** Run the code; one at a time, since they measure behaviour in time. @type {readonly Step[]} */
export const RUNNING_STEPS = [
  { name: 'tests', run: unitAndIntegration },
  { name: 'build', run: build },
  { name: 'e2e', run: endToEnd },
];
