import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countPlaywright, countsFrom, countVitest } from './counts.mjs';

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

/** @param {unknown} report */
function reportFile(report) {
  const file = join(mkdtempSync(join(tmpdir(), 'counts-')), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe('countVitest', () => {
  it('tells passed, failed and skipped tests apart', () => {
    expect(countVitest(vitest)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ];
    expect(countVitest({ ...vitest, testResults }).failed).toBe(2);
  });
});

describe('countPlaywright', () => {
  it('takes flaky tests and errors outside of tests for failures', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 3, skipped: 2 });
  });
});

describe('countsFrom', () => {
  it('counts a runner that left no report as one failure', () => {
    expect(countsFrom('/nowhere/report.json', 1, countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a runner that ended badly without a failed test as one failure', () => {
    const file = reportFile({ ...vitest, numFailedTests: 0 });
    expect(countsFrom(file, 1, countVitest).failed).toBe(1);
    expect(countsFrom(file, 0, countVitest).failed).toBe(0);
  });

  it('counts a run without any test as one failure', () => {
    const file = reportFile({ ...vitest, numPassedTests: 0, numFailedTests: 0 });
    expect(countsFrom(file, 0, countVitest).failed).toBe(1);
  });
});
