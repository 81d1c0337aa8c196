import { describe, expect, it } from 'vitest';
import { planned, type Row, suggested, taken, typesFor } from './testing/suggestions.ts';

const terms = [
  { type: 'rep', start: '2001-01-03', end: '2003-01-03', state: 'WA', party: 'Any', phone: '202-555-0100' },
  {
    type: 'sen',
    start: '2003-01-03',
    end: '2009-01-03',
    state: 'WA',
    party: 'Any',
    url: 'http://ada.example.gov',
    address: '1 ANY BUILDING WASHINGTON DC 20510',
    phone: '202-555-0101',
    office: '1 Any Building',
    contact_form: 'https://ada.example.gov/write',
  },
  {
    type: 'sen',
    start: '2009-01-03',
    end: '2015-01-03',
    state: 'WA',
    party: 'Other',
    url: 'https://ada.example.gov',
    address: '2 Any Building Washington DC 20510',
    phone: '202-555-0102',
    office: '2 Any Building',
  },
];

describe('terms of office', () => {
  it('are an employment each, and what reaches the person is what the last of them says', () => {
    expect(taken({ terms })).toEqual([
      'Employment: Representative, WA, House of Representatives (2001-01-03 to 2003-01-03)',
      'Employment: Senator, WA, Senate (2003-01-03 to 2009-01-03)',
      'Employment: Senator, WA, Senate (2009-01-03 to 2015-01-03)',
      'PhoneNumber: +1 202-555-0102',
      'Website: https://ada.example.gov',
      'Website: Contact form (https://ada.example.gov/write)',
      'Address: 2 Any Building Washington DC 20510, US (work)',
    ]);
  });

  it('are known by office and beginning, and keep what has no field under its own name', () => {
    const [term] = suggested([{ id: '1', name: 'Ada', terms }]).components;
    expect(term).toMatchObject({
      type: 'Employment',
      each: 'terms',
      key: { join: ['type', 'start'] },
      data: { type: { constant: 'Elected' }, location: 'office' },
      custom: { party: 'party', state: 'state' },
    });
  });

  it('of an office that nobody here knows are memberships where they name a party, else nothing', () => {
    const list = [{ type: 'upper', start: '2001-01-03', party: 'Any' }];
    expect(taken({ terms: list })).toEqual(['Affiliation: Any (since 2001-01-03)']);
    expect(typesFor({ terms: [{ type: 'upper', start: '2001-01-03' }] })).toEqual([]);
  });

  it('of which the last says nothing of a page keep each one: that page may be gone', () => {
    const last = { ...terms[2], contact_form: 'https://ada.example.gov/ask' };
    const pages = (list: readonly Row[]) => taken({ terms: list }).filter((label) => label.includes('form'));
    expect(pages([...terms.slice(0, 2), last])).toEqual([
      'Website: Contact form (https://ada.example.gov/ask)',
    ]);
    const next = { ...terms[2], start: '2015-01-03', end: '2021-01-03' };
    expect(pages([...terms.slice(0, 2), last, next])).toHaveLength(2);
  });

  it('of which there are too many to look at keep each page: the last of them may have none', () => {
    const long = (length: number) =>
      Array.from({ length }, (_, index) => ({
        ...terms[1],
        start: `${1900 + index}-01-03`,
        end: `${1901 + index}-01-03`,
        contact_form: `https://ada.example.gov/${index}`,
      }));
    const forms = (list: readonly Row[]) => taken({ terms: list }).filter((label) => label.includes('form'));
    expect(forms(long(50))).toEqual(['Website: Contact form (https://ada.example.gov/49)']);
    expect(forms([...long(50), { ...terms[0], start: '1950-01-03', end: '1951-01-03' }])).toHaveLength(50);
  });

  it('that do not go up keep each number and page once', () => {
    const phones = taken({ terms: [...terms].toReversed() }).filter((label) => label.startsWith('Phone'));
    expect(phones).toHaveLength(3);
    const same = terms.map((term) => ({ ...term, phone: '(202) 555-0100' })).toReversed();
    expect(taken({ terms: same }).filter((label) => label.startsWith('Phone'))).toHaveLength(1);
  });
});

describe('lists of roles, jobs and studies', () => {
  it('are memberships, employments and educations with their time', () => {
    const person = {
      leadership_roles: [
        { title: 'Whip', chamber: 'senate', start: '2005-01-03', end: '2007-01-03' },
        { title: 'Leader', chamber: 'house', start: '2007-01-03' },
      ],
      committees: [{ name: 'Budget', role: 'Chair' }],
      work: [{ name: 'Acme', position: 'Clerk', startDate: '1.2.1999', url: 'https://acme.example.org' }],
      education: [{ institution: 'Any College', area: 'Law', studyType: 'BA', endDate: '1995-06-30' }],
    };
    expect(taken(person)).toEqual([
      'Affiliation: Whip, Senate (2005-01-03 to 2007-01-03)',
      'Affiliation: Leader, House of Representatives (since 2007-01-03)',
      'Affiliation: Chair, Budget',
      'Employment: Clerk, Acme (since 1999-02-01)',
      'Education: BA Law, Any College (until 1995-06-30)',
    ]);
  });

  it('are different ones where they begin on one day in another committee, or in another field', () => {
    const start = '2021-01-03';
    const person = {
      committees: [
        { name: 'Budget', role: 'Member', start },
        { name: 'Rules', role: 'Member', start },
        { name: 'Rules', start },
      ],
      education: [
        { institution: 'Any College', studyType: 'BA', area: 'Law', startDate: start },
        { institution: 'Any College', studyType: 'BA', area: 'Music', startDate: start },
        { institution: 'Any College', studyType: 'Law', startDate: start },
        { institution: 'Any College', area: 'Law', startDate: start },
      ],
      jobs: [
        { company: 'Acme', position: 'Clerk', department: 'Sales', start },
        { company: 'Acme', position: 'Clerk', department: 'Stores', start },
      ],
    };
    expect(taken(person)).toHaveLength(9);
  });

  it('have a title for a role where they are of work or of boards', () => {
    const one = { company: 'Acme', title: 'Director' };
    expect(taken({ roles: [one] })).toEqual(['Employment: Director, Acme']);
    expect(taken({ boards: [one] })).toEqual(['Affiliation: Director, Acme']);
    expect(taken({ anything: [{ company: 'Acme', position: 'Clerk' }] })).toEqual([
      'Employment: Clerk, Acme',
    ]);
  });

  it('are known by their place where not every entry says when it began', () => {
    const jobs = [
      { company: 'Acme', position: 'Clerk' },
      { company: 'Acme', position: 'Clerk', start: '1999-02-01' },
    ];
    expect(taken({ jobs })).toHaveLength(2);
  });

  const acme = { company: 'Acme', position: 'Clerk', start: '1999-02-01' };
  const head = { company: 'Acme', position: 'Head', start: '2001-01-01' };

  it.each(['present', 'Today', 'current', 'now', 'heute', ''])(
    'have an end but for those that go on: “%s”',
    (word) => {
      expect(
        taken({
          jobs: [
            { ...acme, end: '2001-01-01' },
            { ...head, end: word },
          ],
        }),
      ).toEqual([
        'Employment: Clerk, Acme (1999-02-01 to 2001-01-01)',
        'Employment: Head, Acme (since 2001-01-01)',
      ]);
      expect(
        taken({
          jobs: [
            { ...acme, end: '1.2.2001' },
            { ...head, end: word },
          ],
        }),
      ).toEqual([
        'Employment: Clerk, Acme (1999-02-01 to 2001-02-01)',
        'Employment: Head, Acme (since 2001-01-01)',
      ]);
    },
  );

  it.each(['soon', '2001', 'May 2001'])('are not suggested where one of them ends “%s”', (end) => {
    expect(
      typesFor({
        jobs: [
          { ...acme, end: '2001-01-01' },
          { ...head, end },
        ],
      }),
    ).toEqual([]);
  });

  it('are not suggested from the columns of a row of which the end cannot be read', () => {
    expect(typesFor({ ...head, end: 'soon' })).toEqual([]);
  });

  it('go on where all of them say so', () => {
    const label = 'Employment: Head, Acme (since 2001-01-01)';
    expect(taken({ jobs: [{ ...head, end: 'Present' }] })).toEqual([label]);
    expect(taken({ ...head, end: 'Present' })).toEqual([label]);
  });

  it('begin on no day that is only a word: it is kept as it is written', () => {
    const jobs = [acme, { ...head, start: 'today' }];
    expect(taken({ jobs })).toEqual(['Employment: Clerk, Acme', 'Employment: Head, Acme']);
    expect(suggested([{ id: '1', name: 'Ada', jobs }]).components[0]?.custom).toEqual({ start: 'start' });
  });
});

describe('lists of places', () => {
  const office = {
    id: 'a',
    address: '2 Any Street',
    suite: 12,
    city: 'Anytown',
    state: 'WA',
    zip: '98201',
    latitude: 47.9,
    longitude: -122.2,
    phone: '425-555-0100',
    fax: '425-555-0101',
    hours: '9 to 5',
  };

  it('are addresses of the country that state and ZIP code tell, with their numbers', () => {
    const offices = [office, { id: 'b', city: 'Othertown', state: 'DC', phone: '(425) 555-0100' }];
    expect(taken({ offices })).toEqual([
      'PhoneNumber: +1 (425) 555-0100',
      'PhoneNumber: +1 425-555-0101 (fax)',
      'Address: 2 Any Street, 12, Anytown, WA, 98201, US (office)',
      'Address: Othertown, DC, US (office)',
    ]);
    const rule = suggested([{ id: '1', name: 'Ada', offices }]).components.at(-1);
    expect(rule).toMatchObject({
      key: 'id',
      custom: { hours: 'hours' },
      data: { 'coordinates.latitude': { path: 'latitude', if: 'longitude' } },
    });
  });

  it('are not known by the id of somebody else, nor by one that repeats itself: that is kept with them', () => {
    const place = { street: 'S', city: 'Bern', country: 'CH', customer_id: 7 };
    const addresses = [
      { ...place, id: 'a' },
      { ...place, id: 'a', street: 'T' },
      { ...place, id: 'b' },
    ];
    expect(taken({ addresses })).toHaveLength(3);
    const [rule] = suggested([{ id: '1', name: 'Ada', addresses }]).components;
    expect(rule?.custom).toMatchObject({ customer_id: { path: 'customer_id' }, id: 'id' });
  });

  it('have the number of the house with the street, as it is written there', () => {
    const address = { street: 'Any Street', number: 12, city: 'Bern', country: 'CH' };
    expect(taken({ addresses: [address, { ...address, number: '12a' }] })).toEqual([
      'Address: Any Street 12, Bern, CH',
      'Address: Any Street 12a, Bern, CH',
    ]);
    const american = { street: 'Any Street', house_number: 12, city: 'Anytown', state: 'WA', zip: '98201' };
    expect(taken({ addresses: [american] })).toEqual(['Address: 12 Any Street, Anytown, WA, 98201, US']);
    expect(taken(american)).toEqual(['Address: 12 Any Street, Anytown, WA, 98201, US']);
    expect(
      taken({
        addresses: [
          { ...address, number: '044 668 18 00' },
          { country: 'CH', number: 3 },
        ],
      }),
    ).toEqual(['Address: Any Street, Bern, CH']);
  });

  it('have coordinates where both are given', () => {
    const place = { street: 'S', city: 'Bern', country: 'CH' };
    const addresses = [
      { ...place, lat: '46.9', lng: '7.4' },
      { ...place, lat: '46.9' },
    ];
    const row = { id: '1', name: 'Ada', addresses };
    const found = planned(suggested([row]), row).after?.components.map(({ data }) => data['coordinates']);
    expect(found).toEqual([{ latitude: 46.9, longitude: 7.4 }, undefined]);
  });

  it('are of the kind that they say', () => {
    const address = { type: 'home', street: 'S', city: 'Bern', country: 'CH' };
    expect(taken({ addresses: [address] })).toEqual(['Address: S, Bern, CH (home)']);
  });

  it.each([
    ['whose country nothing tells', { city: 'Milano', province: 'MI', cap: '20121' }],
    ['whose country nobody knows', { city: 'Genf', country: 'Narnia' }],
  ])('%s are no addresses yet', (_, place) => {
    expect(typesFor({ addresses: [place] })).toEqual([]);
  });

  it('are none where an entry has nothing but its country', () => {
    const addresses = [{ city: 'Bern', country: 'CH' }, { country: 'CH' }];
    expect(taken({ addresses })).toEqual(['Address: Bern, CH']);
  });
});

describe('accounts, relatives and kinds', () => {
  it('of an account keep the id that the platform gave, which stands for a name that is missing', () => {
    const social = { twitter: 'ada', twitter_id: 12, mastodon: '@ada@m.example.org' };
    const one = { id: '1', name: 'Ada', social };
    const other = { id: '2', name: 'Eve', social: { twitter_id: 13 } };
    const mapping = suggested([one, other]);
    const accountsOf = (row: Row) => planned(mapping, row).after?.components.map(({ data }) => data);
    expect(accountsOf(one)).toEqual([
      { platform: 'Twitter', username: 'ada', accountId: '12' },
      { platform: 'Mastodon', username: '@ada@m.example.org' },
    ]);
    expect(accountsOf(other)).toEqual([{ platform: 'Twitter', username: '13', accountId: '13' }]);
  });

  it('take the name of an account from the address of its page', () => {
    expect(taken({ LinkedIn: 'https://linkedin.example.org/in/ada/' })).toEqual([
      'SocialProfile: ada (LinkedIn)',
    ]);
    const profiles = [{ network: 'GitHub', username: 'ada', url: 'https://github.example.org/ada' }];
    expect(taken({ profiles })).toEqual(['SocialProfile: ada (GitHub)']);
  });

  it('keep relatives in words, and nothing of how they are reached', () => {
    const family = [{ name: 'Eve Nobody', relation: 'daughter', phone: '202-555-0100', email: 'e@x.org' }];
    expect(taken({ family })).toEqual(['CustomAttribute: Family: daughter, Eve Nobody']);
  });

  it('take the kind of a number from its entry', () => {
    const phones = [
      { type: 'Mobile', number: '+41 79 000 00 00' },
      { type: 'other', number: '+41 44 000 00 00' },
      { type: 'home' },
    ];
    expect(taken({ phones })).toEqual([
      'PhoneNumber: +41 79 000 00 00 (mobile)',
      'PhoneNumber: +41 44 000 00 00',
    ]);
  });
});

it('a number is of the kind that its column says, whatever kind its entry is of', () => {
  const entry = {
    phone: '202-555-0100',
    fax: '202-555-0101',
    mobile: '202-555-0102',
    homePhone: '202-555-0103',
  };
  expect(
    taken({ contacts: [{ type: 'work', ...entry, 'private email': 'a@x.org', email: 'b@x.org' }] }),
  ).toEqual([
    'PhoneNumber: +1 202-555-0100 (work)',
    'PhoneNumber: +1 202-555-0102 (mobile)',
    'PhoneNumber: +1 202-555-0103 (home)',
    'EmailAddress: a@x.org (personal)',
    'EmailAddress: b@x.org (work)',
    'PhoneNumber: +1 202-555-0101 (fax)',
  ]);
});

it('a list of objects with names of programs in them stops no suggestion', () => {
  expect(typesFor({ things: [{ toString: 'x' }], a: { b: { c: { d: { e: { toString: 'x' } } } } } })).toEqual(
    [],
  );
});

it('a list that is called like a part of the name is none', () => {
  const family = [{ name: 'Eve', relation: 'daughter' }];
  const { person } = suggested([{ id: '1', family, 'first name': 'Ada', 'last name': 'Nobody' }]);
  expect(person.name).toEqual({ givenNames: ['first name'], familyNames: ['last name'] });
});

it.each([
  ['long', `Where can we write to you ${'on any day '.repeat(10)}?`],
  ['of two lines', 'Your address\nfor letters'],
  ['blank', ''],
])('a column of e-mail addresses whose name is %s stops no suggestion', (_, name) => {
  const { components } = suggested([
    { id: '1', who: 'Ada', [name]: 'a@x.org', [`${name} again`]: 'b@x.org' },
  ]);
  expect(components.map(({ type }) => type)).toContain('EmailAddress');
});
