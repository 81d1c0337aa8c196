import { expect, it } from 'vitest';
import type { RestoreProgress } from '../../domain/contract/restore.ts';
import { stagingProgress } from './staging-progress.ts';

it('copying is told five times a second at most, with its rate and the time left, and its end at once', () => {
  const told: RestoreProgress[] = [];
  let at = 0;
  const copied = stagingProgress(
    (progress) => told.push(progress),
    () => at,
  );
  for (; at <= 1000; at += 50) copied(at * 10, 40_000);
  copied(40_000, 40_000);
  expect(told.map(({ step, progress }) => [step, progress.done])).toEqual([
    ...[0, 2000, 4000, 6000, 8000, 10_000].map((done) => ['copying', done]),
    ['checking', 40_000],
  ]);
  expect(told[5]?.progress).toEqual({ done: 10_000, total: 40_000, perSecond: 10_000, secondsLeft: 3 });
});
