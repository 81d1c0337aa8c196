import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { differenceAt } from './same-json.ts';

it.each([
  [{ a: 1 }, { a: 1, b: undefined }, null],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, null],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, 'a/b/1'],
  [{ a: 1 }, {}, 'a'],
  [{}, { a: 1 }, 'a'],
  [[1], [1, 2], '1'],
  [{}, [], ''],
  [null, {}, ''],
  [1, '1', ''],
  [undefined, null, ''],
  [undefined, undefined, null],
])('%j and %j differ at %j', (expected, actual, path) => {
  expect(differenceAt(expected, actual)).toBe(path);
});

test.prop([fc.jsonValue()])('a copy does not differ', (value) => {
  expect(differenceAt(value, JSON.parse(JSON.stringify(value)))).toBeNull();
});

test.prop([fc.jsonValue(), fc.jsonValue()])(
  'texts that differ as sorted JSON differ, and only those',
  (a, b) => {
    expect(differenceAt(a, b) === null).toBe(sorted(a) === sorted(b));
  },
);

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );
}
