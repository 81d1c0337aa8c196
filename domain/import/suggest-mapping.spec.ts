import { describe, expect, it } from 'vitest';
import { meaningOf } from './column-meanings.ts';
import { PathCollector } from './found-paths.ts';
import { suggestMapping } from './suggest-mapping.ts';

function suggested(rows: readonly Record<string, unknown>[], fileName = 'crm export.csv') {
  const collector = new PathCollector();
  for (const row of rows) collector.see(row);
  return suggestMapping({ paths: collector.found(), rows: rows.length, reading: {}, fileName });
}

describe('a column', () => {
  it.each([
    ['First Name', 'given'],
    ['given_name', 'given'],
    ['name.first', 'given'],
    ['Vorname', 'given'],
    ['MiddleName', 'middle'],
    ['last', 'family'],
    ['Surname', 'family'],
    ['Nachname', 'family'],
    ['name', 'whole'],
    ['Full name', 'whole'],
    ['company_name', 'company'],
    ['DOB', 'birth'],
    ['Date of Birth', 'birth'],
    ['bio.birthday', 'birth'],
    ['E-Mail', 'email'],
    ['workEmail', 'email'],
    ['Phone Number', 'phone'],
    ['cell', 'mobile'],
    ['Postal Code', 'postcode'],
    ['Job Title', 'position'],
    ['Customer ID', 'key'],
    ['Colour', null],
  ])('called %s is about %s', (path, meaning) => {
    expect(meaningOf({ path, samples: ['x'], kind: 'text' })).toBe(meaning);
  });

  it('is known by its values where its name says nothing', () => {
    expect(meaningOf({ path: 'x', samples: ['a@x.org', 'b@y.org'], kind: 'text' })).toBe('email');
  });
});

describe('a suggestion', () => {
  it('maps name, key, date and contacts', () => {
    const mapping = suggested([
      {
        ID: '1',
        'First Name': 'Ada',
        'Last Name': 'Lovelace',
        DOB: '10.12.1815',
        Mail: 'ada@x.org',
        Mobile: '+44 20 7946 0000',
      },
      { ID: '2', 'First Name': 'Alan', 'Last Name': 'Turing', DOB: '23.6.1912', Mail: '', Mobile: '' },
    ]);
    expect(mapping).toMatchObject({
      name: 'crm-export',
      key: 'ID',
      person: {
        name: { givenNames: ['First Name'], familyNames: ['Last Name'] },
        birthDate: { path: 'DOB', then: [{ do: 'date', format: 'D.M.YYYY' }] },
      },
    });
    expect(mapping?.components.map(({ type }) => type)).toEqual(['EmailAddress', 'PhoneNumber']);
  });

  it('maps nested lists, addresses, jobs, accounts, tags and notes', () => {
    const row = {
      id: 'a',
      name: 'Ada Lovelace',
      emails: [{ value: 'ada@x.org' }],
      phones: ['+41 44 668 18 00'],
      tags: ['a'],
      notes: 'n',
      gender: 'f',
      jobs: [{ company: 'Acme', title: 'Dev', position: 'Dev', start: '2020-01-01', end: '2021-01-01' }],
      address: { street: 'S', city: 'C', country: 'CH' },
      twitter: 'ada',
      website: 'https://x.org',
      fax: '202-224-3441',
      homePhone: '202-224-3442',
    };
    const mapping = suggested([row]);
    expect(mapping?.person.name).toEqual({ whole: 'name' });
    const types = mapping?.components
      .map(({ type, each }) => (typeof each === 'string' ? `${type} in ${each}` : type))
      .toSorted();
    expect(types).toEqual([
      'Address',
      'CustomAttribute',
      'CustomAttribute',
      'EmailAddress in emails',
      'Employment in jobs',
      'PhoneNumber',
      'PhoneNumber',
      'PhoneNumber in phones',
      'SocialProfile',
      'Tag in tags',
      'Website',
    ]);
  });

  it('takes what is never twice for the key where none is called so, and begins with something', () => {
    const rows = ['a', 'b', 'c'].map((code, index) => ({ kind: 'x', code, who: `P${index}` }));
    expect(suggested(rows)).toMatchObject({ key: 'code', person: { name: { whole: 'kind' } } });
    expect(suggested([])).toBe(null);
  });

  it('leaves out the columns that say why a row was refused', () => {
    const mapping = suggested(
      [{ 'import-row': '1', 'import-code': 'c', Id: '9', Name: 'Ada' }],
      'crm.refused.csv',
    );
    expect(mapping).toMatchObject({ name: 'crm', key: 'Id', person: { name: { whole: 'Name' } } });
  });
});

describe('dates', () => {
  const formats = (dates: readonly string[]) => {
    const collector = new PathCollector();
    for (const date of dates) collector.see({ date });
    return collector.found()[0]?.dateFormats;
  };

  it('of which one has a day above twelve can be read one way only', () => {
    expect(formats(['03/04/1990', '25/12/1990'])).toEqual(['D/M/YYYY']);
    expect(formats(['03/04/1990', '12/25/1990'])).toEqual(['M/D/YYYY']);
    expect(formats(['03/04/1990'])).toEqual(['D/M/YYYY', 'M/D/YYYY']);
    expect(formats(['soon'])).toEqual([]);
  });
});
