import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countPlaywright, countsFrom, countsInWords, countVitest } from './counts.mjs';

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

const allPassed = { ...vitest, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

/** @param {unknown} report */
function reportFile(report) {
  const file = join(mkdtempSync(join(tmpdir(), 'counts-')), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe('countVitest', () => {
  it('counts a skipped test as failed', () => {
    expect(countVitest(vitest)).toEqual({ passed: 5, failed: 4, skipped: 3 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ];
    expect(countVitest({ ...vitest, testResults }).failed).toBe(5);
  });
});

describe('countPlaywright', () => {
  it('takes flaky and skipped tests and errors outside of tests for failures', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 5, skipped: 2 });
  });
});

describe('countsFrom', () => {
  it('counts a runner that left no report as one failure', () => {
    expect(countsFrom('/nowhere/report.json', 1, countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a runner that ended badly without a failed test as one failure', () => {
    const file = reportFile(allPassed);
    expect(countsFrom(file, 1, countVitest).failed).toBe(1);
    expect(countsFrom(file, 0, countVitest).failed).toBe(0);
  });

  it('counts a run without any test as one failure', () => {
    const file = reportFile({ ...allPassed, numPassedTests: 0 });
    expect(countsFrom(file, 0, countVitest).failed).toBe(1);
  });
});

describe('countsInWords', () => {
  it('says how many of the failed tests were skipped, where any was', () => {
    expect(countsInWords({ passed: 5, failed: 1, skipped: 0 })).toBe('5 passed, 1 failed');
    expect(countsInWords({ passed: 5, failed: 3, skipped: 2 })).toMatch(
      /^5 passed, 3 failed \(2 of them skipped/,
    );
  });
});
