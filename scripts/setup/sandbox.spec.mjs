import { describe, expect, it } from 'vitest';
import { argumentsFor } from './sandbox.mjs';

const ordinary = { isRoot: false, isRefused: false, helper: '/e/chrome-sandbox', helperWorks: false };

describe('Electron’s sandbox', () => {
  it('is left out for root alone, for whom it does not work', () => {
    expect(argumentsFor({ ...ordinary, isRoot: true, isRefused: true })).toEqual(['--no-sandbox']);
  });

  it.each([
    ['where the system allows it', ordinary],
    ['where its helper may make it', { ...ordinary, isRefused: true, helperWorks: true }],
  ])('needs nothing %s', (_where, facts) => {
    expect(argumentsFor(facts)).toEqual([]);
  });

  it('is not left out where the system refuses it: the one command that helps is said', () => {
    expect(() => argumentsFor({ ...ordinary, isRefused: true })).toThrow(
      'sudo chown root:root /e/chrome-sandbox && sudo chmod 4755 /e/chrome-sandbox',
    );
  });
});
