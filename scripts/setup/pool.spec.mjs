import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inPool } from './pool.mjs';

it("answers in the items' order and keeps to its width", async () => {
  let running = 0;
  let most = 0;
  const double = async (/** @type {number} */ item) => {
    running += 1;
    most = Math.max(most, running);
    await sleep(item);
    running -= 1;
    return item * 2;
  };
  expect(await inPool([15, 1, 8, 2], 2, double)).toEqual([30, 2, 16, 4]);
  expect(most).toBe(2);
});
