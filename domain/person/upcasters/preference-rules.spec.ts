import { describe, expect, it } from 'vitest';
import { componentParts } from './component-data.ts';

describe('preferences and consents of the former system in today’s terms', () => {
  const cases: readonly [string, string, object, object][] = [
    [
      'reads a single channel',
      'CommunicationPreferences',
      { preferred_channel: 'Mail' },
      { data: { channels: ['Post'] } },
    ],
    [
      'keeps a channel that has no name',
      'CommunicationPreferences',
      { preferred_channel: 7 },
      { custom: { otherChannels: '7' } },
    ],
    [
      'reads quiet hours without time zone',
      'CommunicationPreferences',
      { do_not_disturb_hours: { start_hour: 1, end_hour: 2 } },
      { data: { doNotDisturb: { from: 1, to: 2 } } },
    ],
    [
      'reads quiet hours over midnight',
      'CommunicationPreferences',
      { do_not_disturb_hours: { start_hour: 22, end_hour: 7 } },
      { data: { doNotDisturb: { from: 22, to: 7 } } },
    ],
    [
      'keeps quiet hours that end as they begin',
      'CommunicationPreferences',
      { do_not_disturb_hours: { start_hour: 22, end_hour: 22 } },
      { custom: { doNotDisturbHours: '{"start_hour":22,"end_hour":22}' } },
    ],
    [
      'reads a retention in years',
      'PrivacyPreferences',
      { data_retention_preference: 'FiveYears' },
      { data: { retentionDays: 1826 } },
    ],
    [
      'keeps a retention without end',
      'PrivacyPreferences',
      { data_retention_preference: 'Indefinite' },
      { custom: { dataRetentionPreference: 'Indefinite' } },
    ],
    [
      'keeps a retention that says nothing',
      'PrivacyPreferences',
      { data_retention_preference: 7 },
      { custom: { dataRetentionPreference: '7' } },
    ],
    [
      'reads consents with their address',
      'PrivacyPreferences',
      {
        consent_records: [
          {
            consent_type: 'mail',
            granted: false,
            timestamp: '2024-01-01T00:00:00Z',
            ip_address: '192.0.2.7',
          },
        ],
      },
      {
        data: {
          consents: {
            mail: {
              granted: false,
              consentVersion: 'unknown',
              recordedAt: '2024-01-01T00:00:00.000Z',
              ip: '192.0.2.7',
            },
          },
        },
      },
    ],
    [
      'keeps consents without a time',
      'PrivacyPreferences',
      { consent_records: [{ consent_type: 'mail', granted: true }] },
      { custom: { consentRecords: '[{"consent_type":"mail","granted":true}]' } },
    ],
    [
      'keeps consents that are no objects',
      'PrivacyPreferences',
      { consent_records: ['mail'] },
      { custom: { consentRecords: '["mail"]' } },
    ],
    [
      'keeps consents that are no list',
      'PrivacyPreferences',
      { consent_records: 'mail' },
      { custom: { consentRecords: 'mail' } },
    ],
    [
      'keeps settings that are no object',
      'PrivacyPreferences',
      { visibility_settings: 'all' },
      { custom: { visibilitySettings: 'all' } },
    ],
  ];

  it.each(cases)('%s', (_rule, type, legacy, parts) => {
    expect(componentParts({ type }, legacy as Readonly<Record<string, unknown>>)).toEqual(parts);
  });
});
