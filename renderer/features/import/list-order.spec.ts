import { describe, expect, it } from 'vitest';
import { keyed, moved } from './list-order.ts';

describe('an entry that is moved', () => {
  it('changes places with its neighbour', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  });

  it('stays where it is at either end', () => {
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
  });
});

describe('the keys of a list', () => {
  const [a, b, c] = [{ n: 'a' }, { n: 'b' }, { n: 'c' }];
  const begun = keyed<object>({ list: [], keys: [] }, [a, b, c]);

  it('go with the entries that are moved', () => {
    expect(begun.keys).toEqual([0, 1, 2]);
    expect(keyed(begun, [b, a, c]).keys).toEqual([1, 0, 2]);
  });

  it('stay with an entry that is edited, and with those after one that is removed', () => {
    expect(keyed(begun, [a, { n: 'B' }, c]).keys).toEqual([0, 1, 2]);
    expect(keyed(begun, [b, c]).keys).toEqual([1, 2]);
  });

  it('are new for what is added', () => {
    expect(keyed(begun, [a, b, c, { n: 'd' }]).keys).toEqual([0, 1, 2, 3]);
  });
});
