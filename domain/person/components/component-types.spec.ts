import { describe, expect, it } from 'vitest';
import { fieldIssues, plainWords } from '../fields/issues.ts';
import { componentCases } from '../../testing/component-cases.ts';
import { isValidAt } from './attribute.ts';
import {
  type ComponentType,
  componentLabel,
  componentTypeNames,
  componentTypes,
  definitionOf,
} from './index.ts';

function issuesOf(type: ComponentType, data: object) {
  const parsed = componentTypes[type].schema.safeParse(data, { error: plainWords });
  return parsed.success ? [] : fieldIssues(parsed.error).map(({ path }) => path);
}

it('has cases below for every type', () => {
  expect(Object.keys(componentCases).sort()).toEqual([...componentTypeNames].sort());
});

describe.each(componentTypeNames)('%s', (type) => {
  const { valid, invalid } = componentCases[type];
  const { example, title, description, label } = componentTypes[type];

  it('keeps its example as it is', () => {
    expect(componentTypes[type].schema.parse(example)).toEqual(example);
  });

  it.each(valid)('takes %j', (data) => {
    expect(issuesOf(type, data)).toEqual([]);
  });

  it.each(invalid)('refuses at %s: %j', (path, data) => {
    expect(issuesOf(type, data)).toContain(path);
  });

  it('refuses a field that it does not have', () => {
    expect(issuesOf(type, { ...example, adress: 'x' })).toEqual(['adress']);
  });

  it('has words and a one-line label for data of any shape', () => {
    expect(title).not.toBe('');
    expect(description).toMatch(/\.$/);
    expect(componentLabel(type, example)).toMatch(/^[^\n]{2,}$/);
    expect(label({})).toBe('');
    expect(componentLabel(type, { strange: [1, { deep: null }] })).toBe('No details yet');
  });
});

describe('normalisation', () => {
  it.each([
    ['EmailAddress', { address: ' Ada.Lovelace@Example.ORG ' }, { address: 'Ada.Lovelace@example.org' }],
    ['PhoneNumber', { number: ' 1 ', countryCode: '0041' }, { number: '1', countryCode: '+41' }],
    ['PhoneNumber', { number: '1', countryCode: '1' }, { number: '1', countryCode: '+1' }],
    ['Address', { city: 'Zu\u0308rich', country: 'ch' }, { city: 'Z\u00fcrich', country: 'CH' }],
    ['GeneralPreferences', { currency: 'chf' }, { currency: 'CHF' }],
    [
      'Skill',
      { name: 'Chess', certifications: ['a', ' a', 'b'] },
      { name: 'Chess', certifications: ['a', 'b'] },
    ],
    ['CommunicationPreferences', { channels: ['Post', 'Email', 'Post'] }, { channels: ['Post', 'Email'] }],
  ] as const)('%s folds %j', (type, data, expected) => {
    expect(componentTypes[type].schema.parse(data)).toEqual(expected);
  });
});

/** Of every type's example. Views hold them and `verify` takes them from the same function: nothing else knows what is right. */
const labels: Readonly<Record<ComponentType, string>> = {
  EmailAddress: 'ada.lovelace@example.org (work)',
  PhoneNumber: '+41 044 668 18 00 (work)',
  Address: "12 St James's Square, London, SW1Y 4JH, GB (home)",
  Employment: 'Chief programmer, Analytical Engines Ltd (since 2015-03-01)',
  Education: 'BSc Mathematics, University of London (2004-09-01 to 2007-06-30)',
  Skill: 'Analytical engines (expert)',
  Title: 'Dr., University of London (2012-07-01 to 2032-06-30)',
  Attribute: 'Height: 168 cm',
  PrivacyPreferences: 'contacts, no sharing, 1 consent',
  CommunicationPreferences: 'en-GB, Email Post, weekly',
  Custom: 'Locker (number, floor, shared)',
  BehavioralData: 'Visits: 12 per month',
  MessagingApp: '@ada (Telegram)',
  Affiliation: 'Fellow, Royal Society (since 2020-01-01)',
  Project: 'Difference engine, Lead (2018-02-01 to 2019-08-31)',
  Certification: 'Chartered engineer (Engineering Council)',
  Website: 'Notes on the engine (https://ada.example.org)',
  SocialProfile: 'ada (Mastodon)',
  ProfessionalNetwork: '0000-0002-1825-0097 (ORCID)',
  Relationship: 'Mentor (since 2012-06-05)',
  OrganizationRelationship: 'Adviser to the president, Royal Society (since 2021-01-01)',
  LocationRelationship: 'Birthplace, London',
  GeneralPreferences: 'Dark, GBP, Metric, en-GB',
  CustomerSegment: 'Early adopters (0.9)',
  Tag: 'board (Governance)',
  CustomAttribute: 'Badge: B-1843',
};

describe('labels', () => {
  it.each(componentTypeNames)('%s reads as it is frozen here', (type) => {
    expect(componentLabel(type, componentTypes[type].example)).toBe(labels[type]);
  });

  it.each([
    ['PhoneNumber', { number: '+41 44', countryCode: '+41' }, '+41 44'],
    ['Employment', { position: 'Senator', endDate: '2031-01-03' }, 'Senator (until 2031-01-03)'],
    ['Title', { title: 'Sir', expiresOn: '2030-01-01', revokedOn: '2020-01-01' }, 'Sir (until 2020-01-01)'],
    ['Website', { url: 'https://example.org' }, 'https://example.org'],
    ['Attribute', { name: 'Member', value: { type: 'boolean', boolean: true } }, 'Member: yes'],
    ['Attribute', { name: 'Member', value: { type: 'boolean', boolean: false } }, 'Member: no'],
    ['CommunicationPreferences', { doNotContact: true }, 'do not contact'],
    ['PrivacyPreferences', { dataSharing: true }, 'sharing allowed'],
    ['EmailAddress', { type: 'Work' }, 'work'],
    ['Custom', { name: 'Locker', fields: {} }, 'Locker'],
    ['CustomAttribute', { name: 'Note', value: 'two\n lines' }, 'Note: two lines'],
    ['Tag', { name: '😀'.repeat(200) }, `${'😀'.repeat(159)}…`],
  ] as const)('%s reads %j as %s', (type, data, text) => {
    expect(componentLabel(type, data)).toBe(text);
  });
});

describe('an attribute', () => {
  const [from, until] = ['2024-01-01T00:00:00.000Z', '2024-07-01T00:00:00.000Z'];
  const within = '2024-03-01T00:00:00.000Z';

  it('holds from its first instant to the one before its last', () => {
    const data = { validFrom: from, validUntil: until };
    const before = '2023-12-31T23:59:59.999Z';
    expect([before, from, within, until].map((at) => isValidAt(data, at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('holds without limit on a side where none is set', () => {
    expect([{}, { validFrom: from }, { validUntil: until }].map((data) => isValidAt(data, within))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

it('knows no definition for a type of another program, and still has a label', () => {
  expect(definitionOf('Horoscope')).toBeUndefined();
  expect(definitionOf('constructor')).toBeUndefined();
  expect(componentLabel('Horoscope', { sign: 'Leo' })).toBe('No details yet');
});
