import { describe, expect, it } from 'vitest';
import { comparableEmail, comparablePhone, phoneKey, withCountryCode } from './contact-keys.ts';

// Views hold these and `verify` takes them from the same functions: what is expected here is the only second opinion.
describe('a telephone number', () => {
  it.each([
    ['044 668 18 00', '+41', '+41 446681800'],
    ['+41 44 668 18 00', '+41', '+41 44 668 18 00'],
    ['0041 44 668 18 00', '+41', '0041 44 668 18 00'],
    ['41 44 668 18 00', '+41', '+41 44 668 18 00'],
    ['(0)20 7946 0018', '+44', '+44 2079460018'],
    ['06 1234 5678', '+39', '+39 0612345678'],
    ['8 912 345 67 89', '+7', '+7 9123456789'],
    ['812 345 67 89', '+7', '+7 8123456789'],
    ['202-555-0143 ext. 12', '+1', '+1 2025550143'],
    ['1-202-555-0143', '+1', '+1-202-555-0143'],
    ['４４ ６６８ １８ ００', '+41', '+41 446681800'],
    ['044 668 18 00', '', '044 668 18 00'],
    ['044 668 18 00', '41', '044 668 18 00'],
  ])('%s of country %s is %s', (number, country, whole) => {
    expect(withCountryCode(number, country)).toBe(whole);
  });

  it.each([
    ['+41 446681800', '41446681800', true, '46681800'],
    ['0041 44 668 18 00', '41446681800', true, '46681800'],
    ['+44 (0)20 7946 0018', '442079460018', true, '79460018'],
    ['+39 0612345678', '390612345678', true, '12345678'],
    ['1-202-555-0143', '12025550143', true, '25550143'],
    ['044 668 18 00', '446681800', false, '46681800'],
    ['668 18 00', '6681800', false, '6681800'],
  ])('%s is compared by %s, and found by its last digits', (number, digits, international, key) => {
    const phone = comparablePhone(number);
    expect(phone).toEqual({ digits, international });
    expect(phone === null ? null : phoneKey(phone)).toBe(key);
  });

  it.each(['117', '+41 117', '', 'none'])('%j has too few digits to be compared', (number) => {
    expect(comparablePhone(number)).toBeNull();
  });
});

it.each([
  [' Jane.Doe@Example.ORG ', 'jane.doe@example.org'],
  ['jose\u0301@example.org', 'jos\u00e9@example.org'],
  ['none', null],
  ['@example.org', null],
  ['jane@', null],
])('the address %j is compared as %j', (address, key) => {
  expect(comparableEmail(address)).toBe(key);
});
