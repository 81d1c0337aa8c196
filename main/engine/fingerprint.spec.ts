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
