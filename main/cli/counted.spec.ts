import { expect, it } from 'vitest';
import { counted } from './counted.ts';
import { progressWords } from './follow-job.ts';

it.each([
  [0, '0 events'],
  [1, '1 event'],
  [2, '2 events'],
])('%i is counted as %s', (count, words) => {
  expect(counted(count, 'event')).toBe(words);
});

it('takes a plural of its own where an s is not enough', () => {
  expect([1, 2].map((count) => counted(count, 'column or path', 'columns or paths'))).toEqual([
    '1 column or path',
    '2 columns or paths',
  ]);
});

it('is used for how far long work is', () => {
  const progress = { done: 1, total: 2, secondsLeft: null, rows: { done: 1, perSecond: 1 } };
  expect(progressWords({ progress } as Parameters<typeof progressWords>[0])).toBe(
    '50 %, 1 row, 1 row a second',
  );
});

it.each([
  [{ done: 0, total: null, secondsLeft: null }, ''],
  [{ done: 0, total: 0, secondsLeft: null }, ''],
  [{ done: 1, total: 3, secondsLeft: 7 }, '33 %, about 7 s left'],
  [{ done: 2, total: null, secondsLeft: null, rows: { done: 2, perSecond: null } }, '2 rows'],
])('of long work, what is not known yet is left out: %j', (progress, words) => {
  expect(progressWords({ progress } as Parameters<typeof progressWords>[0])).toBe(words);
});
