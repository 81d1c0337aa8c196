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
  ['a cut one', said.subarray(0, 4)],
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

test.prop([fc.jsonValue(), fc.jsonValue()])('tells values apart, and knows them again', (one, other) => {
  const isSame = JSON.stringify(one) === JSON.stringify(other);
  expect(sameFingerprint(fingerprintOf('X', one), fingerprintOf('X', other))).toBe(isSame);
  expect(fingerprintOf('X', structuredClone(one))).toEqual(fingerprintOf('X', one));
});
