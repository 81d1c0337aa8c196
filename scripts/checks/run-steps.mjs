// Runs checks and tells how each went: a line when all is well, the whole output when not.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../setup/paths.mjs';
import { inPool } from '../setup/pool.mjs';
import { inWords, say, secondsSince } from '../setup/report.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {import('./steps.mjs').StepResult} StepResult */

const SIGN_OF_LIFE_MS = 30_000;

/** @param {string} line */
const print = (line) => process.stdout.write(`${line}\n`);

/**
 * A check that cannot run at all (a missing tool, a set-up that fails) has failed; the others still run.
 * @param {Step} step
 * @returns {Promise<StepResult>}
 */
async function attempt(step) {
  try {
    return await step.run();
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, output: inWords(error), notes: 'could not run' };
  }
}

/** @param {Step} step */
async function runStep(step) {
  const since = Date.now();
  const timer = setInterval(() => say(`  ${step.name}: ${secondsSince(since)}`), SIGN_OF_LIFE_MS);
  const result = await attempt(step);
  clearInterval(timer);
  const notes = result.notes && `: ${result.notes}`;
  print(`${result.failed === 0 ? 'ok    ' : 'FAILED'} ${step.name}${notes} (${secondsSince(since)})`);
  for (const line of result.figures ?? []) print(line);
  const plain = stripVTControlCharacters(result.output);
  if (result.failed > 0) print(`${(process.stdout.isTTY ? result.output : plain).trimEnd()}\n`);
  keepOutput(step.name, plain);
  return result;
}

/**
 * @param {string} name
 * @param {string} output
 */
function keepOutput(name, output) {
  const folder = join(ROOT, 'artifacts', 'test');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.log`), output);
}

/**
 * @param {readonly Step[]} steps
 * @param {number} width how many at a time
 * @returns {Promise<StepResult[]>}
 */
export function runSteps(steps, width) {
  return inPool(steps, width, runStep);
}
