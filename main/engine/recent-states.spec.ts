import { describe, expect, it } from 'vitest';
import { RecentStates } from './recent-states.ts';

function kept(states: RecentStates<number>, keys: readonly string[]): string[] {
  return keys.filter((key) => states.get(key) !== undefined);
}

describe('states that were used of late', () => {
  it('are at least as many as weigh enough together, and at most twice as many', () => {
    const states = new RecentStates<number>(100);
    const keys = Array.from({ length: 1000 }, (_, n) => `person-${n}`);
    for (const [n, key] of keys.entries()) {
      states.keep(key, n, 10);
    }
    const found = kept(states, keys);
    expect(found.length).toBeGreaterThanOrEqual(10);
    expect(found.length).toBeLessThanOrEqual(20);
    expect(found).toEqual(keys.slice(-found.length));
  });

  it('are fewer where they weigh more', () => {
    const states = new RecentStates<number>(100);
    for (const [key, weight] of [
      ['a', 1],
      ['b', 1],
      ['huge', 500],
      ['c', 1],
      ['larger', 500],
    ] as const)
      states.keep(key, 0, weight);
    expect(kept(states, ['a', 'b', 'huge', 'c', 'larger'])).toEqual(['c', 'larger']);
  });

  it('stay while they are used, whatever else comes', () => {
    const states = new RecentStates<string>(10);
    states.keep('mine', 'kept', 1);
    for (let n = 0; n < 100; n += 1) {
      states.keep(`other-${n}`, '', 1);
      expect(states.get('mine')).toBe('kept');
    }
  });

  it('take no room any more once they are forgotten or kept anew', () => {
    const states = new RecentStates<number>(10);
    states.keep('mine', 1, 5);
    for (let n = 0; n < 100; n += 1) {
      states.keep('other', n, 4);
      if (n % 3 === 0) states.forget('other');
    }
    expect(states.get('mine')).toBe(1);
    states.clear();
    expect(states.get('mine')).toBeUndefined();
  });
});
