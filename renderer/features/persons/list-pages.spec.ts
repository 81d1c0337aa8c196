import { describe, expect, it } from 'vitest';
import { isSamePlace, pagesAt } from './list-pages.ts';

const at = (first: number, cursor = 0) => ({ first, last: first + 30, cursor });

describe('the pages that are read of a long list', () => {
  it('are those of the rows in sight, then those around; the first one is read anyway', () => {
    expect(pagesAt(at(0), 100_000)).toEqual([1]);
    expect(pagesAt(at(50_030), 100_000)).toEqual([500, 499, 501]);
    expect(pagesAt(at(50_085), 100_000)).toEqual([500, 501]);
    expect(pagesAt(at(50_000), 100_000)).toEqual([500, 499, 501]);
  });

  it('are the one with the cursor as well, wherever that is', () => {
    expect(pagesAt(at(50_000, 700), 100_000)).toEqual([500, 7, 499, 501]);
  });

  it('end where the list does', () => {
    expect(pagesAt(at(99_970, 99_999), 100_000)).toEqual([999, 998]);
    expect(pagesAt(at(0), 100)).toEqual([]);
    expect(pagesAt(at(0), 101)).toEqual([1]);
    expect(pagesAt(at(0), 0)).toEqual([]);
  });

  it('are within it where it has become shorter than where one is', () => {
    expect(pagesAt(at(5000, 5000), 300)).toEqual([2]);
  });

  it('stay the same while one scrolls within them', () => {
    expect(isSamePlace(at(50_040), at(50_045))).toBe(true);
    expect(isSamePlace(at(50_000), at(50_200))).toBe(false);
  });
});
