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
