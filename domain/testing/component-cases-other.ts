const at = '2024-01-01T00:00:00Z';
const consent = { granted: true, consentVersion: '1', recordedAt: at };
const text = { type: 'text', text: 'tall' } as const;
const fact = { category: 'Custom', name: 'Size', value: text, recordedAt: at } as const;

export const preferenceCases = {
  CommunicationPreferences: {
    valid: [{}, { language: 'de-CH' }, { doNotContact: true }],
    invalid: [
      ['language', { language: '' }],
      ['language', { language: 'English please' }],
      ['channels.0', { channels: ['Pigeon'] }],
      ['frequency', { frequency: 'Often' }],
      ['doNotDisturb.to', { doNotDisturb: { from: 9, to: 9 } }],
      ['doNotDisturb.from', { doNotDisturb: { from: 25, to: 26 } }],
    ],
  },
  PrivacyPreferences: {
    valid: [
      {},
      { consents: { newsletter: consent, 'third parties': { ...consent, granted: false, ip: '::1' } } },
    ],
    invalid: [
      ['visibility', { visibility: 'Everyone' }],
      ['retentionDays', { retentionDays: 0 }],
      ['consents. ', { consents: { ' ': consent } }],
      ['consents', { consents: JSON.parse('{"__proto__":{}}') as object }],
      ['consents.x.granted', { consents: { x: { ...consent, granted: 'yes' } } }],
      ['consents.x.consentVersion', { consents: { x: { ...consent, consentVersion: '' } } }],
    ],
  },
  GeneralPreferences: {
    valid: [{}, { currency: 'eur', theme: 'System', units: 'Imperial' }],
    invalid: [
      ['currency', { currency: 'EURO' }],
      ['currency', { currency: 'E1R' }],
      ['theme', { theme: 'Pink' }],
      ['units', { units: 'Cubits' }],
    ],
  },
} as const;

export const otherCases = {
  CustomerSegment: {
    valid: [{ segment: 'Gold' }, { segment: 'Gold', score: -1.5 }],
    invalid: [
      ['segment', {}],
      ['segment', { segment: ' ' }],
      ['score', { segment: 'Gold', score: Number.POSITIVE_INFINITY }],
      ['since', { segment: 'Gold', since: '2023' }],
    ],
  },
  BehavioralData: {
    valid: [{ metric: 'Visits', value: 0 }],
    invalid: [
      ['metric', { value: 1 }],
      ['value', { metric: 'Visits' }],
      ['value', { metric: 'Visits', value: 1e16 }],
      ['observedAt', { metric: 'Visits', value: 1, observedAt: '2024-01-01' }],
    ],
  },
  Tag: {
    valid: [{ name: 'board' }],
    invalid: [
      ['name', {}],
      ['name', { name: '' }],
      ['name', { name: 'x'.repeat(101) }],
    ],
  },
  CustomAttribute: {
    valid: [{ name: 'Badge', value: 'two\nlines' }],
    invalid: [
      ['name', { value: 'x' }],
      ['value', { name: 'Badge' }],
      ['value', { name: 'Badge', value: ' ' }],
    ],
  },
  Custom: {
    valid: [{ name: 'Locker' }, { name: 'Locker', fields: { number: 1, open: false, note: 'x' } }],
    invalid: [
      ['name', { fields: {} }],
      ['fields.nested', { name: 'Locker', fields: { nested: {} } }],
      ['fields', { name: 'Locker', fields: { constructor: 'x' } }],
    ],
  },
  Attribute: {
    valid: [
      fact,
      { ...fact, value: { type: 'date', date: '2024-02-29' }, recordedAt: '2024-01-01T00:00:00+02:00' },
      { ...fact, validFrom: at, validUntil: at, invalidated: { at } },
    ],
    invalid: [
      ['category', { ...fact, category: 'Astrological' }],
      ['name', { ...fact, name: '' }],
      ['value.type', { ...fact, value: { type: 'colour', colour: 'red' } }],
      ['value.number', { ...fact, value: { type: 'number', number: '3' } }],
      ['value.unit', { ...fact, value: { ...text, unit: 'cm' } }],
      ['value', { ...fact, value: 3 }],
      ['recordedAt', { ...fact, recordedAt: '2024-01-01T00:00:00' }],
      ['recordedAt', { ...fact, recordedAt: '2024-13-01T00:00:00Z' }],
      ['validUntil', { ...fact, validFrom: at, validUntil: '2023-12-31T23:59:59Z' }],
      ['provenance.source', { ...fact, provenance: {} }],
      ['provenance.confidence', { ...fact, provenance: { source: 'x', confidence: 2 } }],
    ],
  },
} as const;
