import { expect, it } from 'vitest';
import { linkLost } from './link-failures.ts';

it.each([
  [new Error('read ECONNRESET'), 'The connection was lost (read ECONNRESET).'],
  [new Error(''), 'The connection was lost.'],
  [null, 'The connection was lost.'],
])('a lost link says why, where anybody knows', (error, words) => {
  expect(linkLost(error).error.message).toBe(`${words} Work goes on here; it is tried again.`);
});
