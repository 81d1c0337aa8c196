import { describe, expect, it } from 'vitest';
import { actorName, humanize, initials, shortId } from './labels.ts';

describe('labels from names', () => {
  it.each([
    ['employmentType', 'Employment type'],
    ['EmailAddress', 'E-mail address'],
    ['Email', 'E-mail'],
    ['Sms', 'SMS'],
    ['postal_code', 'Postal code'],
    ['IPAddress', 'IP address'],
    ['FullTime', 'Full time'],
  ])('%s becomes "%s"', (name, label) => {
    expect(humanize(name)).toBe(label);
  });
});

describe('actors', () => {
  it('are named without the prefix of users, with every other prefix', () => {
    expect(actorName('user:Ada Lovelace')).toBe('Ada Lovelace');
    expect(actorName('system:import')).toBe('system:import');
    expect(actorName(null)).toBe('unknown');
  });
});

describe('short ids', () => {
  it('keep both ends: ids made in the same minute begin alike', () => {
    expect(shortId('0198c0de-0000-7000-8000-000000000001')).toBe('0198c0de…0001');
    expect(shortId('p2')).toBe('p2');
  });
});

describe('initials', () => {
  it('are those of the first and the last name', () => {
    expect(initials('Ada Augusta Lovelace')).toBe('AL');
    expect(initials('suharto')).toBe('S');
  });

  it('never cut a letter in half', () => {
    expect(initials('👩‍🚀 Ride')).toBe('👩‍🚀R');
  });
});
