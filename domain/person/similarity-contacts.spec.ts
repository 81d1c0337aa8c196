import { describe, expect, it } from 'vitest';
import { fromLegacyName, UNKNOWN_NAME } from './name-legacy.ts';
import type { PersonName } from './name-schema.ts';
import { type DuplicateSubject, duplicateKeys, duplicateReasons } from './similarity.ts';

const of = (text: string): PersonName => fromLegacyName(text) ?? UNKNOWN_NAME;
const person = (facts: Partial<DuplicateSubject>): DuplicateSubject => ({
  name: of('Jane Doe'),
  birthDate: null,
  emails: [],
  phones: [],
  ...facts,
});

describe('the same e-mail address', () => {
  it('is found without regard to case and spaces, once', () => {
    const a = person({ emails: ['Jane.Doe@Example.org', 'jane.doe@example.org '] });
    const b = person({ name: of('Max Weber'), emails: ['other@example.org', 'JANE.DOE@EXAMPLE.ORG'] });
    expect(duplicateReasons(a, b)).toEqual([{ kind: 'email', value: 'jane.doe@example.org' }]);
  });

  it('is not seen in texts that are no address', () => {
    const a = person({ emails: ['none', '@', 'x@', ''] });
    expect(duplicateReasons(a, a)).toEqual([]);
    expect(duplicateKeys(a)).toEqual([]);
  });

  it('tells addresses apart that differ in an accent', () => {
    expect(
      duplicateReasons(person({ emails: ['jose@example.org'] }), person({ emails: ['josé@example.org'] })),
    ).toEqual([]);
  });
});

describe('the same telephone number', () => {
  it.each([
    ['+1 202 555 0143', '(202) 555-0143', '+12025550143'],
    ['1-202-555-0143', '202.555.0143', '+12025550143'],
    ['+41 44 668 18 00', '044 668 18 00', '+41446681800'],
    ['0041446681800', '+41 (0)44 668 18 00', '+41446681800'],
    ['030 1234567', '030/123 45 67', '301234567'],
    ['+45 12 34 56 78', '12345678', '+4512345678'],
    ['202-555-0143 ext. 12', '+1 202 555 0143 x7', '+12025550143'],
    ['+１ ２０２ ５５５ ０１４３', '+1 202 555 0143', '+12025550143'],
  ])('%s is %s', (a, b, value) => {
    const [one, other] = [person({ phones: [a] }), person({ phones: [b] })];
    expect(duplicateReasons(one, other)).toEqual([{ kind: 'phone', value }]);
    expect(duplicateReasons(other, one)).toEqual([{ kind: 'phone', value }]);
    expect(duplicateKeys(one)).toEqual(duplicateKeys(other));
  });

  it.each([
    ['+1 202 555 0143', '+44 202 555 0143'],
    ['+1 202 555 0143', '303 555 0143'],
    ['202 555 0143', '703 255 50143'],
    ['+49 30 1234567', '1234567'],
    ['112', '112'],
    ['555-014', '555-014'],
    ['', ''],
  ])('%s is not %s', (a, b) => {
    expect(duplicateReasons(person({ phones: [a] }), person({ phones: [b] }))).toEqual([]);
  });

  it('is given once where both wrote it twice', () => {
    const a = person({ phones: ['+1 202 555 0143', '202 555 0143'] });
    expect(duplicateReasons(a, a).map((reason) => reason.value)).toContain('+12025550143');
  });
});

describe('keys', () => {
  it('name each e-mail address, telephone number and the date of birth', () => {
    const jane = person({
      birthDate: '1980-02-29',
      emails: ['Jane@Example.org'],
      phones: ['+1 202 555 0143', '112'],
    });
    expect(duplicateKeys(jane)).toEqual(['email:jane@example.org', 'phone:25550143', 'birth:1980-02-29']);
  });

  it('give all reasons together', () => {
    const jane = person({
      birthDate: '1980-02-29',
      emails: ['jane@example.org'],
      phones: ['+1 202 555 0143'],
    });
    expect(duplicateReasons(jane, jane).map((reason) => reason.kind)).toEqual([
      'email',
      'phone',
      'birth-date-and-name',
    ]);
  });
});
