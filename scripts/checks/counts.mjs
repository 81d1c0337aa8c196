// How many tests passed and failed, from what the runners wrote down. A runner that ended badly without naming
// a failed test has failed all the same: at least one failure is counted for it. A skipped test has failed, too.

import { existsSync } from 'node:fs';
import { readJson } from '../setup/read-json.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *   skipped: how many of the failed ones were not run at all
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: unknown[] }} PlaywrightReport
 */

/**
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests = 0,
  testResults,
}) {
  // A file that cannot even be loaded has no tests to name.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const skipped = numPendingTests + numTodoTests;
  return { passed: numPassedTests, failed: numFailedTests + broken + skipped, skipped };
}

/**
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  // A test that passes only when it is run again has not passed.
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length + stats.skipped,
    skipped: stats.skipped,
  };
}

/**
 * @template Report
 * @param {string} file
 * @param {number} code the runner's exit code
 * @param {(report: Report) => Counts} count
 * @returns {Counts}
 */
export function countsFrom(file, code, count) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  /** @type {Report} */
  const report = readJson(file);
  const counts = count(report);
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {Counts} counts */
export function countsInWords({ passed, failed, skipped }) {
  const unrun = skipped > 0 ? ` (${skipped} of them skipped: every test runs, on every machine)` : '';
  return `${passed} passed, ${failed} failed${unrun}`;
}
