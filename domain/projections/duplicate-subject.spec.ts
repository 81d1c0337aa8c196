import { describe, expect, it } from 'vitest';
import { duplicateKeys, duplicateReasons } from '../person/similarity.ts';
import { foldPerson, GRACE } from '../testing/given.ts';
import { added, created, merged } from '../testing/persons.ts';
import { duplicateSubject } from './duplicate-subject.ts';

function subjectWith(number: string, countryCode: string) {
  const phone = added(1, 'PhoneNumber', { data: { number, countryCode } });
  const subject = duplicateSubject(foldPerson([created(), phone]));
  if (subject === null) throw new Error('Only merged persons have no subject');
  return subject;
}

describe('a telephone number and its country code', () => {
  it.each([
    ['+1', '1-202-555-0143', '+12025550143'],
    ['+1', '12025550143', '+12025550143'],
    ['+1', '202-555-0143', '+12025550143'],
    ['+1', '+12025550143', '+12025550143'],
    ['+1', '202-555-0143 ext. 12', '+12025550143'],
    ['+44', '(020) 7946 0018', '+442079460018'],
    ['+44', '(0)20 7946 0018', '+442079460018'],
    ['+44', '(+44) 20 7946 0018', '+442079460018'],
    ['+44', '44 (0)20 7946 0018', '+442079460018'],
    ['+44', '0044 20 7946 0018', '+442079460018'],
    ['+41', '41 44 668 18 00', '+41446681800'],
    ['+41', '044 668 18 00', '+41446681800'],
    ['+39', '06 1234 5678', '+390612345678'],
    ['+39', '39 06 1234 5678', '+390612345678'],
    ['+39', '392 123 4567', '+393921234567'],
    ['+7', '8 912 345 67 89', '+79123456789'],
    ['+7', '7 912 345 67 89', '+79123456789'],
    ['+7', '812 345 67 89', '+78123456789'],
    ['+7', '700 123 45 67', '+77001234567'],
    ['+91', '91234 56789', '+919123456789'],
  ])('%s, %s is the same as %s, in both directions', (code, number, international) => {
    const [a, b] = [subjectWith(number, code), subjectWith(international, code)];
    const reason = { kind: 'phone', value: international };
    expect([duplicateReasons(a, b), duplicateReasons(b, a)]).toEqual([[reason], [reason]]);
    expect(duplicateKeys(a)).toEqual(duplicateKeys(b));
  });

  it.each([
    ['+44', '020 7946 0018', '+41 20 7946 0018'],
    ['+39', '6 1234 5678', '+39 06 1234 5678'],
    ['+7', '812 345 67 89', '+7 123 456 78 9'],
    ['+41', '41 668 18 00', '+41 66 818 00'],
    ['+91', '91234 56789', '+91 234 56789'],
  ])('%s, %s is not %s', (code, number, other) => {
    expect(duplicateReasons(subjectWith(number, code), subjectWith(other, code))).toEqual([]);
  });

  it('is compared as it is where there is no code', () => {
    const number = added(1, 'PhoneNumber', { data: { number: '044 668 18 00' } });
    expect(duplicateSubject(foldPerson([created(), number]))?.phones).toEqual(['044 668 18 00']);
  });
});

it('has nothing to compare once merged', () => {
  expect(duplicateSubject(foldPerson([created(), merged(GRACE)]))).toBeNull();
});
