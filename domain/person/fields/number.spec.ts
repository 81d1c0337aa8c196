import { expect, it } from 'vitest';
import { number } from './number.ts';

it('has no negative zero, and leaves every other number alone', () => {
  expect(Object.is(number().parse(-0), 0)).toBe(true);
  expect(number().parse(-1.5)).toBe(-1.5);
  expect(number().safeParse(Number.NaN).success).toBe(false);
});
