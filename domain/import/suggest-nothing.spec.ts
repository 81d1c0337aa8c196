import { describe, expect, it } from 'vitest';
import { suggested, taken, typesFor } from './testing/suggestions.ts';

describe('what would be refused', () => {
  it('is not suggested: a number of which nobody knows the country, an address that is none, a date in words', () => {
    const rows = [
      { id: '1', name: 'Ada', born: 'in May', phones: [{ number: '044 668 18 00' }], mail: 'a@x.org' },
      { id: '2', name: 'Eve', phones: [{ number: '+41 44 668 18 00' }], mail: 'n/a' },
    ];
    const { components, person } = suggested(rows);
    expect(components).toEqual([]);
    expect(person.birthDate).toBe(undefined);
  });

  it('is written as text where it is a number', () => {
    const person = {
      phone: 2_025_550_100,
      phones: [{ number: 2_025_550_101, type: 'home' }],
      gender: 1,
      notes: 2,
      tags: [2024],
      committees: [{ name: 7, role: 8 }],
    };
    expect(taken(person)).toEqual([
      'PhoneNumber: +1 2025550100',
      'CustomAttribute: Gender: 1',
      'CustomAttribute: Notes: 2',
      'PhoneNumber: +1 2025550101 (home)',
      'Tag: 2024',
      'Affiliation: 8, 7',
    ]);
  });

  it('is nothing about numbers with their country beside those of North America', () => {
    expect(taken({ phones: ['+41 44 668 18 00', '202-555-0100'] })).toEqual([
      'PhoneNumber: +41 44 668 18 00',
      'PhoneNumber: +1 202-555-0100',
    ]);
  });
});

describe('what is somebody else’s or unclear', () => {
  it.each([
    ['pages of things', { products: [{ sku: 'a', url: 'https://shop.example.org/a' }] }],
    ['numbers of those with names', { assistants: [{ name: 'Eve', phone: '202-555-0100' }] }],
    ['jobs of those with names', { assistants: [{ name: 'Eve', company: 'Acme', position: 'Head' }] }],
    [
      'jobs of contacts',
      { contacts: [{ name: 'Eve', company: 'Acme', title: 'Head', phone: '202-555-0100' }] },
    ],
    ['who else can be asked', { references: [{ company: 'Acme', position: 'Head', phone: '202-555-0100' }] }],
    ['prizes', { awards: [{ organization: 'Acme', title: 'Best clerk' }] }],
    ['projects', { 'own projects': [{ company: 'Acme', role: 'Lead', start: '2001-01-03' }] }],
    ['titles of anything', { papers: [{ company: 'Acme', title: 'On clerks' }] }],
    ['numbers of companies', { suppliers: [{ company: 'Acme', phone: '202-555-0100', twitter: 'acme' }] }],
    ['addresses for references', { references: ['eve@x.org'] }],
    ['pages without a scheme', { websites: [{ url: 'ada.example.org' }] }],
    ['kinds with a time', { events: [{ type: 'x', start: '2001-01-03' }] }],
    ['lists inside lists', { jobs: [{ phone: ['202-555-0100'] }] }],
    ['nothing', { terms: [], family: [{}] }],
  ])('is not suggested: %s', (_, person) => {
    expect(typesFor(person)).toEqual([]);
  });

  it('is not a number because it stands beside one', () => {
    const phones = [{ name: 'Reception', number: '+41 44 000 00 00' }];
    expect(taken({ phones })).toEqual(['PhoneNumber: +41 44 000 00 00']);
  });
});
