import { describe, expect, it } from 'vitest';
import { pagedRows, stretchOf, wholeRows } from './rows.ts';

describe('rows of which all are there', () => {
  it('have as many places, and are found where they are', () => {
    const rows = wholeRows(['a', 'b']);
    expect([rows.count, rows.at(1), rows.at(2), rows.find((row) => row === 'b')]).toEqual([
      2,
      'b',
      undefined,
      1,
    ]);
  });
});

describe('rows in pages', () => {
  // Put in as they came, not in their order.
  const pages = new Map([
    [2, ['e', 'f']],
    [0, ['a', 'b']],
  ]);
  const rows = pagedRows(pages, 2, 5);

  it('have a place each, those that are not there as well', () => {
    expect(Array.from({ length: 6 }, (_, index) => rows.at(index))).toEqual([
      'a',
      'b',
      undefined,
      undefined,
      'e',
      undefined,
    ]);
  });

  it('are found by their place in the whole list, and told from the top', () => {
    expect(rows.find((row) => row === 'e')).toBe(4);
    expect(rows.find((row) => row === 'c')).toBe(-1);
    expect(rows.loaded.slice(0, 3)).toEqual(['a', 'b', 'e']);
  });

  it('are a stretch only where none is missing', () => {
    expect(stretchOf(rows, 0, 1)).toEqual(['a', 'b']);
    expect(stretchOf(rows, 1, 4)).toBeUndefined();
  });
});
