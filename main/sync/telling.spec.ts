import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Telling } from './telling.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('numbers are told four times a second at most, the last one always; a state at once', () => {
  let number = 0;
  const told: (number | string)[] = [];
  const telling = new Telling(() => told.push(number));
  for (number = 1; number <= 10; number += 1) {
    telling.soon();
    vi.advanceTimersByTime(50);
  }
  number = 11;
  telling.soon();
  vi.advanceTimersByTime(250);
  expect(told).toEqual([5, 10, 11]);
  telling.soon();
  number = 12;
  telling.now();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([5, 10, 11, 12]);
});

it('nothing is told once it was stopped', () => {
  let told = 0;
  const telling = new Telling(() => {
    told += 1;
  });
  telling.soon();
  telling.stop();
  vi.advanceTimersByTime(1000);
  expect(told).toBe(0);
});
