import { describe, expect, it } from 'vitest';
import { failuresFrom, playwrightFailures, vitestFailures } from './failures.mjs';

const passed = { fullName: 'adds', status: 'passed', failureMessages: [] };
const failed = { fullName: 'takes away', status: 'failed', failureMessages: ['expected 1 to be 2'] };

describe('vitestFailures', () => {
  it('names each failed test with its file and its words', () => {
    const testResults = [
      { name: 'sums.spec.ts', status: 'failed', assertionResults: [passed, failed] },
      { name: 'others.spec.ts', status: 'passed', assertionResults: [passed] },
    ];
    expect(vitestFailures({ testResults })).toEqual(['- sums.spec.ts: takes away\n    expected 1 to be 2']);
  });

  it('names a file that could not be loaded', () => {
    const testResults = [
      { name: 'sums.spec.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ];
    expect(vitestFailures({ testResults })).toEqual(['- sums.spec.ts\n    no such module']);
  });

  it('keeps the first lines of a long message', () => {
    const long = {
      ...failed,
      failureMessages: [Array.from({ length: 90 }, (_, at) => `line ${at}`).join('\n')],
    };
    const testResults = [{ name: 'sums.spec.ts', status: 'failed', assertionResults: [long] }];
    const [words = ''] = vitestFailures({ testResults });
    expect(words.split('\n')).toHaveLength(13);
    expect(words).toContain('line 11');
  });
});

describe('playwrightFailures', () => {
  it('names the failed journeys of nested groups, without colours, and what failed outside of any', () => {
    const journey = (/** @type {boolean} */ ok) => ({
      title: ok ? 'opens' : 'closes',
      ok,
      tests: [{ results: [{ errors: ok ? [] : [{ message: '\u001B[31mtoo late\u001B[39m' }] }] }],
    });
    const suites = [
      { title: 'window.spec.ts', suites: [{ title: 'a window', specs: [journey(true), journey(false)] }] },
    ];
    expect(playwrightFailures({ suites, errors: [{ message: 'no display' }] })).toEqual([
      '- outside of any test\n    no display',
      '- a window: closes\n    too late',
    ]);
  });
});

describe('failuresFrom', () => {
  it('names nothing where the runner left no report', () => {
    expect(failuresFrom('/nowhere/report.json', vitestFailures)).toEqual([]);
  });
});
