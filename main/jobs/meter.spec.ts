import { expect, it } from 'vitest';
import { Meter } from './meter.ts';

function at(steps: readonly (readonly [ms: number, done: number, total: number | null])[]) {
  let now = 1000;
  const meter = new Meter(() => now);
  for (const [ms, done, total] of steps) {
    now = 1000 + ms;
    meter.set(done, total);
  }
  return meter.progress();
}

it('says nothing of rate and time before there is something to tell', () => {
  expect(at([])).toEqual({ done: 0, total: null, perSecond: null, secondsLeft: null });
  expect(at([[100, 5, 50]])).toEqual({ done: 5, total: 50, perSecond: null, secondsLeft: null });
});

it('reckons with what was done so far', () => {
  expect(at([[2000, 50, 200]])).toEqual({ done: 50, total: 200, perSecond: 25, secondsLeft: 6 });
});

it('has no time left without a total, and none at the end', () => {
  expect(at([[1000, 50, null]])).toMatchObject({ perSecond: 50, secondsLeft: null });
  expect(at([[1000, 50, 50]])).toMatchObject({ secondsLeft: 0 });
});

it('forgets how slow the beginning was', () => {
  const slow = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((second) => [second * 1000, second, 1010] as const);
  const quick = [11, 12, 13, 14, 15, 16].map((second) => [second * 1000, (second - 10) * 100, 1010] as const);
  expect(at([...slow, ...quick]).perSecond).toBeGreaterThan(90);
});

it('has no rate where nothing moves', () => {
  expect(at([[1000, 0, 10]])).toMatchObject({ perSecond: null, secondsLeft: null });
});
