import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { restartDelay, restartPolicy } from './restart-policy.ts';

const now = 1_000_000;

describe('restart policy', () => {
  it('waits longer with every end within a minute, up to five times, then gives up', () => {
    const delays = [1, 2, 3, 4, 5, 6].map((ends) => restartDelay(new Array<number>(ends).fill(now), now));
    expect(delays).toEqual([200, 400, 800, 1600, 3200, null]);
  });

  it('forgets ends that are more than a minute old', () => {
    expect(restartDelay([...new Array<number>(9).fill(now - restartPolicy.windowMs), now], now)).toBe(200);
  });

  test.prop([fc.array(fc.integer({ min: 0, max: 200_000 }))])(
    'never waits longer than five seconds',
    (ages) => {
      const delay = restartDelay(
        ages.map((age) => now - age),
        now,
      );
      expect(delay === null || (delay >= 200 && delay <= 5000)).toBe(true);
    },
  );
});
