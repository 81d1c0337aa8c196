import { describe, expect, it } from 'vitest';
import { failure } from '../../domain/contract/errors.ts';
import { shouldRetry } from './query-client.ts';

describe('queries', () => {
  it('try again what may pass by itself, twice', () => {
    const busy = failure('retryable', 'engine-restarting', 'The engine is being restarted');
    expect([0, 1, 2].map((failures) => shouldRetry(failures, busy))).toEqual([true, true, false]);
  });

  it('tell at once what will not pass by itself', () => {
    expect(shouldRetry(0, failure('terminal', 'database-corrupt', 'The file is damaged'))).toBe(false);
    expect(shouldRetry(0, new Error('fault'))).toBe(false);
  });
});
