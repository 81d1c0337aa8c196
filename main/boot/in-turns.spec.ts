import { expect, it } from 'vitest';
import { createTurns } from './in-turns.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('a few tasks are done at once', () => {
  const inTurns = createTurns();
  const done: number[] = [];
  for (const each of [1, 2, 3]) inTurns(() => done.push(each));
  expect(done).toEqual([1, 2, 3]);
});

it('a flood of tasks is done in its order, and leaves others their turns', async () => {
  const inTurns = createTurns();
  const done: number[] = [];
  const numbers = Array.from({ length: 500 }, (_, index) => index);
  for (const each of numbers) inTurns(() => done.push(each));
  const seen = [done.length];
  while (done.length < numbers.length) {
    await turn();
    seen.push(done.length);
  }
  expect(done).toEqual(numbers);
  expect(Math.max(...seen.slice(1).map((count, index) => count - (seen[index] ?? 0)))).toBeLessThan(100);
  inTurns(() => done.push(500));
  await turn();
  expect(done).toHaveLength(501);
});
