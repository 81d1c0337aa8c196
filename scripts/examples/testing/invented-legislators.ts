import type { Legislator } from '../us-legislators-source.ts';

/** Nobody: two persons of the source's shape. */
export const invented: readonly Legislator[] = [
  {
    id: 'X000001',
    name: {
      first: 'Ada',
      middle: 'B.',
      last: 'Nobody',
      suffix: 'Jr.',
      nickname: 'Addie',
      official_full: 'Ada B. Nobody, Jr.',
    },
    bio: { birthday: '1960-02-29', gender: 'F' },
    terms: [
      {
        type: 'rep',
        start: '2001-01-03',
        end: '2003-01-03',
        state: 'WA',
        party: 'Independent',
        phone: '202-555-0100',
      },
      {
        type: 'sen',
        start: '2003-01-03',
        end: '2009-01-03',
        state: 'WA',
        party: 'Independent',
        url: 'https://nobody.example.gov',
        contact_form: 'https://nobody.example.gov/contact',
        address: '1 Nowhere Building Washington DC 20510',
        office: '1 Nowhere Building',
        phone: '(202) 555-0100',
      },
    ],
    leadership_roles: [
      { title: 'Whip', chamber: 'senate', start: '2005-01-03', end: '2007-01-03' },
      { title: 'Leader', chamber: 'house', start: '2002-01-03' },
    ],
    social: { twitter: 'nobody', twitter_id: 12345, youtube_id: 'UC12345', facebook: 'nobody' },
    offices: [
      {
        id: 'X1-a',
        address: '2 Any Street',
        suite: '12',
        city: 'Anytown',
        state: 'WA',
        zip: '98201',
        latitude: 47.9,
        longitude: -122.2,
        phone: '425-555-0100',
        fax: '425-555-0101',
        hours: '9 to 5',
      },
      { id: 'X1-b', city: 'Othertown', state: 'WA', phone: '202-555-0100' },
    ],
    family: [{ name: 'Eve Nobody', relation: 'daughter' }],
  },
  {
    id: 'X000002',
    name: { first: 'José', last: 'Ningún' },
    bio: { birthday: '1970-12-01', gender: 'M' },
    terms: [],
    leadership_roles: [],
    social: {},
    offices: [],
    family: [],
  },
];
