import { describe, expect, it } from 'vitest';
import { componentParts } from './component-data.ts';

describe('contacts and addresses of the former system in today’s terms', () => {
  const cases: readonly [string, string, object, object][] = [
    [
      'reads flags of an instance',
      'PhoneNumber',
      { is_primary: true, is_verified: false, verified: 'no' },
      { primary: true, verified: false, custom: { verified: 'no' } },
    ],
    [
      'reads a calling code in any writing',
      'PhoneNumber',
      { country_code: '0041' },
      { data: { countryCode: '+41' } },
    ],
    [
      'keeps a calling code that is none',
      'PhoneNumber',
      { country_code: 'CH' },
      { custom: { countryCode: 'CH' } },
    ],
    [
      'keeps contact times that today cannot say',
      'PhoneNumber',
      { preferred_contact_time: { preferred_hours: [{ start: 9, end: 9 }] } },
      { custom: { preferredContactTime: '{"preferred_hours":[{"start":9,"end":9}]}' } },
    ],
    [
      'keeps several contact times',
      'PhoneNumber',
      {
        preferred_contact_time: {
          preferred_hours: [
            { start: 1, end: 2 },
            { start: 3, end: 4 },
          ],
        },
      },
      { custom: { preferredContactTime: '{"preferred_hours":[{"start":1,"end":2},{"start":3,"end":4}]}' } },
    ],
    [
      'keeps contact hours that no clock shows',
      'PhoneNumber',
      { preferred_contact_time: { preferred_hours: [{ start: 9, end: 99 }] } },
      { custom: { preferredContactTime: '{"preferred_hours":[{"start":9,"end":99}]}' } },
    ],
    [
      'keeps contact hours over midnight, which today’s are not',
      'PhoneNumber',
      { preferred_contact_time: { preferred_hours: [{ start: 22, end: 7 }] } },
      { custom: { preferredContactTime: '{"preferred_hours":[{"start":22,"end":7}]}' } },
    ],
    [
      'keeps contact times without hours',
      'PhoneNumber',
      { preferred_contact_time: { preferred_hours: ['late'] } },
      { custom: { preferredContactTime: '{"preferred_hours":["late"]}' } },
    ],
    [
      'keeps contact times in words',
      'PhoneNumber',
      { preferred_contact_time: 'late' },
      { custom: { preferredContactTime: 'late' } },
    ],
    [
      'says Other where a platform is gone, and which it was',
      'MessagingApp',
      { platform: 'Viber', handle: 'x' },
      { data: { platform: 'Other', handle: 'x' }, custom: { platform: 'Viber' } },
    ],
    [
      'reads a country that is written as a code',
      'Address',
      { country: 'ch', street: 'A 1' },
      { data: { country: 'CH', street: 'A 1' } },
    ],
    [
      'keeps street lines that say nothing',
      'Address',
      { street_lines: [' ', 7] },
      { custom: { streetLines: '[" ",7]' } },
    ],
    ['keeps street lines in one', 'Address', { street_lines: 'A 1' }, { custom: { streetLines: 'A 1' } }],
    [
      'reads coordinates without accuracy',
      'Address',
      { coordinates: { latitude: 1, longitude: 2 } },
      { data: { coordinates: { latitude: 1, longitude: 2 } } },
    ],
    [
      'keeps coordinates that are none',
      'Address',
      { coordinates: { latitude: 'north', longitude: 2 } },
      { custom: { coordinates: '{"latitude":"north","longitude":2}' } },
    ],
    ['keeps coordinates in words', 'Address', { coordinates: '1, 2' }, { custom: { coordinates: '1, 2' } }],
  ];

  it.each(cases)('%s', (_rule, type, legacy, parts) => {
    expect(componentParts({ type }, legacy as Readonly<Record<string, unknown>>)).toEqual(parts);
  });
});
