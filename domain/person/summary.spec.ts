import { describe, expect, it } from 'vitest';
import { ADA, foldPerson, GRACE } from '../testing/given.ts';
import { added, created, deceased, merged, removed } from '../testing/persons.ts';
import type { PersonEvent } from './events.ts';
import { summarise } from './summary.ts';

function summaryOf(...events: readonly PersonEvent[]) {
  return summarise(foldPerson([created(ADA), ...events]));
}

const job = (number: number, data: object, primary = false) =>
  added(number, 'Employment', {
    data: { company: `Company ${number}`, position: `Role ${number}`, ...data },
    primary,
  });

describe('the summary of a person', () => {
  it('has nothing but the name for somebody new', () => {
    expect(summaryOf()).toEqual({
      displayName: 'Ada Lovelace',
      sortKey: 'lovelace  ada',
      status: 'active',
      birthDate: null,
      primaryEmail: null,
      primaryPhone: null,
      employer: null,
      employerKey: null,
      role: null,
      location: null,
      orderKeys: { email: '', phone: '', work: '', location: '' },
      componentCount: 0,
      skillCount: 0,
      redirectTo: null,
    });
  });

  it('shows the primary contact, else the oldest', () => {
    const first = added(1, 'EmailAddress', { data: { address: 'first@example.org' } });
    const second = added(2, 'EmailAddress', { data: { address: 'second@example.org' } });
    expect(summaryOf(first, second).primaryEmail).toBe('first@example.org');
    expect(summaryOf(first, { ...second, data: { ...second.data, primary: true } }).primaryEmail).toBe(
      'second@example.org',
    );
    expect(summaryOf(first, second, removed(1, 'EmailAddress')).primaryEmail).toBe('second@example.org');
  });

  it('passes over a contact that is registered without data', () => {
    const empty = added(1, 'EmailAddress', { data: {}, primary: true });
    expect(summaryOf(empty, added(2, 'EmailAddress', { data: { address: 'a@b.co' } })).primaryEmail).toBe(
      'a@b.co',
    );
  });

  it.each([
    [{ number: '044 668', countryCode: '+41' }, '+41 044 668'],
    [{ number: '+41 44 668', countryCode: '+41' }, '+41 44 668'],
    [{ number: '0041 44', countryCode: '+41' }, '0041 44'],
    [{ number: '668' }, '668'],
  ])('shows the telephone number %j as it is dialled', (data, text) => {
    expect(summaryOf(added(1, 'PhoneNumber', { data })).primaryPhone).toBe(text);
  });

  it('shows the employment that is current: one that says so, or has no end', () => {
    expect(summaryOf(job(1, { endDate: '2020-01-01' }), job(2, {}))).toMatchObject({
      employer: 'Company 2',
      role: 'Role 2',
    });
    expect(summaryOf(job(1, { endDate: '2099-01-01', current: true })).employer).toBe('Company 1');
    expect(summaryOf(job(1, { current: false })).employer).toBeNull();
    expect(summaryOf(job(1, { endDate: '2020-01-01' })).role).toBeNull();
  });

  it('shows the primary of several current employments, else the latest', () => {
    const early = job(1, { startDate: '2001-01-01' });
    const late = job(2, { startDate: '2020-01-01' });
    const undated = job(3, {});
    expect(summaryOf(early, late, undated).employer).toBe('Company 2');
    expect(summaryOf(job(1, { startDate: '2001-01-01' }, true), late).employer).toBe('Company 1');
  });

  it.each([
    [{ city: 'London', country: 'GB' }, 'London, GB'],
    [{ street: '1 Road', region: 'Kent', country: 'GB' }, 'Kent, GB'],
    [{ street: '1 Road', country: 'GB' }, 'GB'],
    [{ street: '1 Road' }, null],
  ])('shows the address %j as %s', (data, text) => {
    expect(summaryOf(added(1, 'Address', { data })).location).toBe(text);
  });

  it('is put in order by what it shows, without case and accents: role before employer, a number by its digits', () => {
    const person = summaryOf(
      added(1, 'EmailAddress', { data: { address: 'Zoë@Example.org' } }),
      added(2, 'PhoneNumber', { data: { number: '0041 (44) 668-18.00' } }),
      job(3, { position: 'Éditrice', company: 'Ångström  & Søn' }),
      added(4, 'Address', { data: { city: 'Zürich', country: 'CH' } }),
    );
    expect(person.orderKeys).toEqual({
      email: 'zoe@example.org',
      phone: '+41446681800',
      work: 'editrice  angstrom & son',
      location: 'zurich, ch',
    });
  });

  it.each([
    [{ position: 'Planner' }, 'planner'],
    [{ company: 'Acme' }, 'acme'],
    [{ position: '\u{200B}', company: 'Acme' }, 'acme'],
    [{ position: '\u{200B}' }, ''],
  ])('is put in order by as much of the work %j as says anything', (data, key) => {
    expect(summaryOf(added(1, 'Employment', { data })).orderKeys.work).toBe(key);
  });

  it('compares long texts by their beginning, which ends with a whole character', () => {
    const company = `${'x'.repeat(199)}😀`;
    const { employerKey, orderKeys } = summaryOf(added(1, 'Employment', { data: { company } }));
    expect([employerKey, orderKeys.work].map((key) => key?.isWellFormed())).toEqual([true, true]);
    expect(employerKey?.slice(0, 199)).toBe('x'.repeat(199));
  });

  it('counts components and skills', () => {
    const events = [added(1, 'Skill'), added(2, 'Skill'), added(3, 'Tag')];
    expect(summaryOf(...events)).toMatchObject({ componentCount: 3, skillCount: 2 });
  });

  it('counts no skill that is registered without data', () => {
    const events = [added(1, 'Skill', { data: {} }), added(2, 'Skill')];
    expect(summaryOf(...events)).toMatchObject({ componentCount: 2, skillCount: 1 });
    expect(summaryOf(added(1, 'Skill', { data: {} }))).toMatchObject({ componentCount: 1, skillCount: 0 });
  });

  it('says what became of the person', () => {
    expect(summaryOf(deceased)).toMatchObject({ status: 'deceased', redirectTo: null });
    expect(summaryOf(merged(GRACE))).toMatchObject({ status: 'merged', redirectTo: GRACE });
  });
});
