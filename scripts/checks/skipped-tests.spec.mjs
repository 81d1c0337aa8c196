import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { SKIPPED_TESTS } from './skipped-tests.mjs';

const linter = new Linter();

/** @param {string} code */
function objections(code) {
  return linter.verify(code, [{ rules: { 'no-restricted-syntax': ['error', ...SKIPPED_TESTS] } }]);
}

const leftOut = [
  "it.skip('a', () => {})",
  "it.only('a', () => {})",
  "it.todo('a')",
  "it.fails('a', () => {})",
  "it.skipIf(onWindows)('a', () => {})",
  "it.runIf(onLinux)('a', () => {})",
  "it.concurrent.skip('a', () => {})",
  "it.concurrent.fails('a', () => {})",
  "it.skip.each([1])('a', () => {})",
  "it['skip']('a', () => {})",
  "it('a', { skip: true }, () => {})",
  "it.each([1])('a', { fails: true }, () => {})",
  "it('a', (context) => context.skip())",
  "it('a', ({ skip }) => skip())",
  "describe.skip('a', () => {})",
  "test.skip('a', () => {})",
  "test.fixme('a', () => {})",
  "test.fail('a', () => {})",
  "test.describe.skip('a', () => {})",
  "test.describe.only('a', () => {})",
  'test.info().skip()',
  'test.info().fail()',
  "test('a', ({}, info) => info.fixme())",
  "property.only('a', () => {})",
];
const run = [
  "it('a', { timeout: 1000 }, () => {})",
  "it.each([1])('a', () => {})",
  "test.describe('a', () => {})",
  "output.fail('EPIPE')",
  "ask('views.skip', { position: 3 })",
];

describe('a test that is left out', () => {
  it.each(leftOut)('is objected to: %s', (code) => {
    expect(objections(code)).toMatchObject([{ message: 'Every test runs, on every machine.' }]);
  });

  it.each(run)('is not what this is: %s', (code) => {
    expect(objections(code)).toEqual([]);
  });
});
