import { expect, it } from 'vitest';
import { clampedAsOf, parsePageSearch } from './as-of.ts';

it.each([
  [{ asOf: 3 }, { asOf: 3 }],
  [{ asOf: '3' }, { asOf: 3 }],
  [{ asOf: 0 }, {}],
  [{ asOf: 1.5 }, {}],
  [{ asOf: 'then' }, {}],
  [{}, {}],
])('%j in an address is %j', (raw, search) => {
  expect(parsePageSearch(raw)).toEqual(search);
});

it('is now where the version is the last, or none', () => {
  expect([clampedAsOf(undefined, 5), clampedAsOf(5, 5), clampedAsOf(9, 5), clampedAsOf(4, 5)]).toEqual([
    null,
    null,
    null,
    4,
  ]);
});
