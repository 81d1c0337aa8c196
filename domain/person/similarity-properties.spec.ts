import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { nameFingerprint } from './name-fingerprint.ts';
import { nameOf, type PersonName } from './name-schema.ts';
import {
  compareFingerprints,
  compareNames,
  duplicateFingerprint,
  duplicateKeys,
  duplicateReasons,
  fingerprintReasons,
} from './similarity.ts';

const words = [
  'Anna',
  'Bob',
  'Robert',
  'J.',
  'Smith',
  'Smyth',
  'de',
  'la',
  'Cruz',
  '李明',
  'O’Brien',
  'Jean-Luc',
];
const anyName = fc
  .record({
    givenNames: fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 10 })), { maxLength: 3 }),
    familyNames: fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 10 })), {
      maxLength: 2,
    }),
    preferred: fc.option(fc.constantFrom(...words), { nil: undefined }),
    suffixes: fc.array(fc.constantFrom('Jr.', 'Sr.', 'III', 'PhD'), { maxLength: 1 }),
  })
  .map((parts) => nameOf(parts as Partial<PersonName>));

test.prop([anyName, anyName])('names agree by the same degree in both directions, 0 to 1', (a, b) => {
  const degree = compareNames(a, b);
  expect(degree).toBeGreaterThanOrEqual(0);
  expect(degree).toBeLessThanOrEqual(1);
  expect(compareNames(b, a)).toBeCloseTo(degree, 10);
});

const subjects = fc.record({
  name: anyName,
  birthDate: fc.option(fc.constantFrom('1980-01-01', '1980-01-02'), { nil: null }),
  emails: fc.array(fc.constantFrom('a@x.org', 'A@X.org', 'b@x.org', 'none'), { maxLength: 2 }),
  phones: fc.array(fc.constantFrom('+1 202 555 0143', '2025550143', '0446681800', '+41446681800', '112'), {
    maxLength: 2,
  }),
});

test.prop([subjects, subjects])('what has a reason shares a key', (a, b) => {
  const shared = duplicateKeys(a).filter((key) => duplicateKeys(b).includes(key));
  if (duplicateReasons(a, b).length > 0) expect(shared).not.toEqual([]);
});

test.prop([subjects, subjects])('fingerprints give the same reasons as the subjects', (a, b) => {
  expect(fingerprintReasons(duplicateFingerprint(a), duplicateFingerprint(b))).toEqual(
    duplicateReasons(a, b),
  );
  expect(compareFingerprints(nameFingerprint(a.name), nameFingerprint(b.name))).toBe(
    compareNames(a.name, b.name),
  );
});
