import { describe, expect, it } from 'vitest';
import { factsOf, headlineOf, isSaid } from './data-words.ts';
import { fieldsOfType } from '../features/persons/forms/component-values.ts';

describe('the fields of a component in words', () => {
  it('carry the labels of the form and read as an operator would say them', () => {
    const data = { address: 'a@b.org', type: 'Work', marketing: false };
    expect(factsOf(fieldsOfType('EmailAddress'), data)).toMatchObject([
      { label: 'Address', value: 'a@b.org' },
      { label: 'Kind', value: 'Work' },
      { label: 'Marketing allowed', value: 'no' },
    ]);
  });

  it('write dates out and keep what is stored beside it', () => {
    const data = { company: 'A', position: 'B', startDate: '2019-01-03', type: 'FullTime' };
    const facts = factsOf(fieldsOfType('Employment'), data);
    expect(facts).toContainEqual({ label: 'Start', value: '3 Jan 2019', raw: '2019-01-03' });
    expect(facts).toContainEqual({ label: 'Kind', value: 'Full time', raw: 'FullTime' });
  });

  it('put what belongs together on one line', () => {
    const data = { number: '1', countryCode: '+41', contactHours: { from: 9, to: 17 } };
    expect(factsOf(fieldsOfType('PhoneNumber'), data)).toContainEqual({
      label: 'Contact hours',
      value: 'from hour 9, to hour 17',
    });
  });

  it('read a typed value without its type', () => {
    const data = { name: 'Height', value: { type: 'number', number: 168, unit: 'cm' } };
    expect(factsOf(fieldsOfType('Attribute'), data)).toContainEqual({ label: 'Value', value: '168 cm' });
  });

  it('give each of several consents a fact of its own, with its time', () => {
    const newsletter = { granted: true, recordedAt: '2024-02-03T04:05:06.000Z' };
    const post = { granted: false };
    expect(factsOf(fieldsOfType('PrivacyPreferences'), { consents: { newsletter, post } })).toEqual([
      { label: 'Consents: newsletter', value: 'granted, recorded at 2024-02-03T04:05:06.000Z' },
      { label: 'Consents: post', value: 'not granted' },
    ]);
  });

  it('leave out ids that the system gave to each of several', () => {
    const endorsements = { '0198c0de-0000-7000-8000-00000000000c': { endorserName: 'Grace' } };
    expect(factsOf(fieldsOfType('Skill'), { endorsements })).toEqual([
      { label: 'Endorsements', value: 'by Grace' },
    ]);
  });

  it('say nothing twice, and quote what somebody wrote', () => {
    const at = '2024-02-03T04:05:06.000Z';
    const endorsement = { endorserName: 'Grace', comment: 'Saw what others lost.', endorsedAt: at };
    expect(factsOf(fieldsOfType('Skill'), { endorsements: { first: endorsement } })).toEqual([
      { label: 'Endorsements: first', value: `by Grace, comment “Saw what others lost”, at ${at}` },
    ]);
    const invalidated = { at, reason: 'Measured wrong.' };
    expect(factsOf(fieldsOfType('Attribute'), { invalidated })).toEqual([
      { label: 'Invalidated', value: `at ${at}, reason “Measured wrong”` },
    ]);
  });

  it('show fields that the schema does not know', () => {
    expect(factsOf(fieldsOfType('EmailAddress'), { oldField: 'x' })).toEqual([
      { label: 'Old field', value: 'x' },
    ]);
  });
});

describe('headlines', () => {
  it('of an unknown type are its first values', () => {
    expect(headlineOf('FaxMachine', { model: 'Telecopier', lines: 2 })).toBe('Telecopier, 2');
    expect(headlineOf('FaxMachine', {})).toBe('No details yet');
  });

  it('say a fact only where it stands as words of its own', () => {
    expect(isSaid('Negotiation (advanced)', 'Advanced')).toBe(true);
    expect(isSaid('Seattle, US', 'US')).toBe(true);
    expect(isSaid('Business, Sea', 'US')).toBe(false);
    expect(isSaid('anything', '')).toBe(false);
  });
});
