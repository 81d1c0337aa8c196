import { describe, expect, it } from 'vitest';
import { exactTotal, matchWords } from './match-words.ts';

describe('what a search found', () => {
  it.each([
    [1, '1 match, best first'],
    [2, '2 matches, best first'],
    [2000, '2,000 matches, best first'],
    [2001, 'More than 2,000 matches, best first'],
    [85_000, 'More than 2,000 matches, best first'],
    [null, 'Best first'],
  ])('of %s is said as "%s"', (total, words) => {
    expect(matchWords(total)).toBe(words);
  });

  it('is a number of rows only where all of them can be reached', () => {
    expect([7, 2000, 2001, null].map(exactTotal)).toEqual([7, 2000, null, null]);
  });
});
