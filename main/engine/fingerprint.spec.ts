import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { fingerprintOf, sameFingerprint } from './fingerprint.ts';

const said = fingerprintOf('UpdateName', { personId: 'x' });

it('is the same for the same command', () => {
  expect(sameFingerprint(said, fingerprintOf('UpdateName', { personId: 'x' }))).toBe(true);
});

it.each([
  ['other data', fingerprintOf('UpdateName', { personId: 'y' })],
  ['another type', fingerprintOf('CreatePerson', { personId: 'x' })],
  ['a cut one', said.subarray(0, 2)],
])('is another for %s', (_, other) => {
  expect(sameFingerprint(said, other)).toBe(false);
});

it.each([
  [['ab'], ['a', 'b']],
  [
    ['ab', 'c'],
    ['a', 'bc'],
  ],
  [[], {}],
  [{ a: [] }, { a: {} }],
  [{ a: 1 }, { a: '1' }],
  [{ a: null }, { a: 'null' }],
  ['', {}],
  [null, {}],
  [{ a: true }, { a: 1 }],
  [{ a: { b: 1 } }, { a: {}, b: 1 }],
  [
    ['a', ['b']],
    [['a'], 'b'],
  ],
])('%j is not %j', (one, other) => {
  expect(fingerprintOf('X', one)).not.toEqual(fingerprintOf('X', other));
});

/** JSON with the keys of every object in one order. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

it('does not depend on the order of keys, but on that of a list', () => {
  const map = (...keys: string[]) => ({ changes: Object.fromEntries(keys.map((key) => [key, key])) });
  expect(fingerprintOf('X', map('a', 'b'))).toEqual(fingerprintOf('X', map('b', 'a')));
  expect(fingerprintOf('X', ['a', 'b'])).not.toEqual(fingerprintOf('X', ['b', 'a']));
});

test.prop([fc.jsonValue(), fc.jsonValue()])('tells values apart, and knows them again', (one, other) => {
  const isSame = ordered(one) === ordered(other);
  expect(sameFingerprint(fingerprintOf('X', one), fingerprintOf('X', other))).toBe(isSame);
  expect(fingerprintOf('X', structuredClone(one))).toEqual(fingerprintOf('X', one));
});
