import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dateOf, instantOf } from './legacy-json.ts';

describe('a time of the former system', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Asia/Tokyo'));
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['2024-03-05T00:30:00', '2024-03-05T00:30:00.000Z'],
    ['2024-03-05T00:30', '2024-03-05T00:30:00.000Z'],
    ['2024-03-05T00:30:00.123456789', '2024-03-05T00:30:00.123Z'],
    ['2024-03-05T00:30:00.123456789Z', '2024-03-05T00:30:00.123Z'],
    ['2024-03-05T00:30:00z', '2024-03-05T00:30:00.000Z'],
    ['2024-03-05T00:30:00+02:00', '2024-03-04T22:30:00.000Z'],
    ['2024-03-05T00:30:00-0530', '2024-03-05T06:00:00.000Z'],
  ])('%s is %s wherever it is read: without an offset it is in UTC', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });

  it.each(['2024-03-05', '2024-03-05T25:00:00', '2024-03-05T00:30:00 in Tokyo', '2024-03-05T00:30:00 (x)'])(
    '%s is none',
    (text) => {
      expect(instantOf(text)).toBeUndefined();
    },
  );

  it('is on the day that it says', () => {
    expect(['2024-03-05', '2024-03-05T00:30:00', '2024-03-05T00:30:00+02:00'].map(dateOf)).toEqual([
      '2024-03-05',
      '2024-03-05',
      '2024-03-04',
    ]);
  });
});
