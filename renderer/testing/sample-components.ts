import type { Component } from '../../domain/contract/forms.ts';

type Data = Readonly<Record<string, unknown>>;
type Marks = Partial<Pick<Component, 'primary' | 'verified' | 'tags' | 'custom'>>;
type Entry = readonly [type: string, data: Data, marks?: Marks];

const employers = [
  'United States Senate',
  'Analytical Engines Ltd',
  'Charité – Universitätsmedizin Berlin',
  'Ørsted',
  'City of Seattle',
  '株式会社日立製作所',
];
const positions = ['Senator', 'Chief programmer', 'Head of research', 'Project engineer', 'Clerk', 'Advisor'];
const cities = [
  ['Seattle', 'US'],
  ['Zürich', 'CH'],
  ['Berlin', 'DE'],
  ['København', 'DK'],
  ['東京', 'JP'],
  ['Kyiv', 'UA'],
] as const;
const skills = ['Negotiation', 'Rust', 'Budget analysis', 'Public speaking', 'Systems design'];
const notes =
  'Committee on Commerce, Science and Transportation; led the subcommittee on aviation safety for two terms, and its inquiry into ageing aircraft.';

function componentId(index: number, number: number): string {
  return `01930000-0000-7000-9000-${(index * 64 + number).toString(16).padStart(12, '0')}`;
}

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

const every = (index: number, nth: number, entry: Entry): readonly Entry[] =>
  index % nth === 0 ? [entry] : [];

function contacts(index: number): readonly Entry[] {
  const work = { address: `person.${index}@example.org`, type: 'Work', preferred: true, marketing: false };
  const hours = { from: 9, to: 17 };
  const number = `044 ${200 + (index % 700)} ${10 + (index % 80)} 00`;
  return [
    ['EmailAddress', work, { primary: true, verified: index % 2 === 0 }],
    ...every(index, 3, [
      'EmailAddress',
      { address: `p${index}@mail.example`, type: 'Personal' },
      { tags: ['old', 'bounces'] },
    ]),
    ['PhoneNumber', { number, countryCode: '+41', type: 'Work', contactHours: hours }],
  ];
}

function jobs(index: number): readonly Entry[] {
  const now = { type: 'FullTime', startDate: '2019-01-03', endDate: '2031-01-03', current: true };
  const today = { company: pick(employers, index), position: pick(positions, index * 3), ...now };
  const past = { company: pick(employers, index + 1), position: pick(positions, index) };
  const skill = { name: pick(skills, index), category: 'Professional', proficiency: 'Advanced', years: 6 };
  return [
    ['Employment', { ...today, url: 'https://example.org/staff' }, { primary: true }],
    ...every(index, 2, ['Employment', { ...past, startDate: '2007-01-04', endDate: '2013-01-03', notes }]),
    ['Skill', skill, { verified: true }],
  ];
}

function rest(index: number): readonly Entry[] {
  const [city, country] = pick(cities, index);
  const coordinates = { latitude: 47.60459, longitude: -122.33546 };
  const address = {
    type: 'Office',
    street: '511 Hart Building',
    city,
    postalCode: '20510',
    country,
    coordinates,
  };
  const profile = { platform: 'Mastodon', username: `@p${index}`, url: `https://social.example/@p${index}` };
  const quiet = { from: 20, to: 23 };
  return [
    ...every(index, 5, ['SocialProfile', profile]),
    ['Address', address, { custom: { floor: '5' } }],
    ...every(index, 4, [
      'CommunicationPreferences',
      { language: 'en-GB', channels: ['Email', 'Post'], frequency: 'Weekly', doNotDisturb: quiet },
    ]),
  ];
}

/** What only the first person has: a typed attribute, and a type of component that nobody knows. */
const oddities: readonly Entry[] = [
  [
    'Attribute',
    {
      category: 'Physical',
      name: 'Height',
      value: { type: 'number', number: 168, unit: 'cm' },
      recordedAt: '2024-03-01T10:00:00.000Z',
      provenance: { source: 'Self-reported', confidence: 0.7 },
    },
  ],
  ['FaxMachine', { model: 'Telecopier', lines: 2, shared: false }],
];

/** Components of person number `index`. */
export function sampleComponents(index: number, at: string): readonly Component[] {
  if (index % 29 === 7) return [];
  const entries = [...contacts(index), ...jobs(index), ...rest(index), ...(index === 0 ? oddities : [])];
  const stamps = { createdAt: at, createdBy: 'system:import', updatedAt: at, updatedBy: 'user:Grace Hopper' };
  const plain = { primary: false, verified: false, tags: [], custom: {} };
  return entries.map(
    ([type, data, marks], number): Component => ({
      componentId: componentId(index, number),
      type,
      data,
      ...plain,
      ...stamps,
      ...marks,
    }),
  );
}
