import { describe, expect, test } from 'vitest';
import { validate, version } from 'uuid';
import { createNewId } from './new-id.ts';

const MANY = 5000;

describe('new ids', () => {
  test('are UUIDs of version 7 that carry the time', () => {
    const id = createNewId(() => 0x0123_4567_89ab)();
    expect(validate(id)).toBe(true);
    expect(version(id)).toBe(7);
    expect(id.startsWith('01234567-89ab-7')).toBe(true);
  });

  test('are all different and sort in the order in which they were made, within one millisecond too', () => {
    const next = createNewId(() => 1_795_442_633_018);
    const ids = Array.from({ length: MANY }, next);
    expect(new Set(ids).size).toBe(MANY);
    expect(ids).toEqual(ids.toSorted());
  });

  test('do not go backwards with the clock', () => {
    let now = 2_000_000_000_000;
    const next = createNewId(() => now);
    const before = next();
    now -= 3_600_000;
    expect(next() > before).toBe(true);
  });
});
