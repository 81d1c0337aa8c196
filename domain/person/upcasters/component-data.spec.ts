import { describe, expect, it } from 'vitest';
import { componentKind, componentParts } from './component-data.ts';

describe('the type of a component', () => {
  it.each([
    ['EmailAddress', { type: 'EmailAddress' }],
    ['ProfessionalAffiliation', { type: 'Affiliation' }],
    ['Skills', { type: 'Skill' }],
    ['Location', { type: 'Address' }],
    ['Hologram', { type: 'Hologram' }],
    ['Custom(badge)', { type: 'Custom', customName: 'badge' }],
    [{ Custom: 'badge' }, { type: 'Custom', customName: 'badge' }],
    [{ External: 'badge' }, { type: 'Custom', customName: 'badge' }],
    [{ Unheard: 'of' }, undefined],
    ['', undefined],
    ['__proto__', undefined],
    [7, undefined],
  ])('%j is %j', (value, kind) => {
    expect(componentKind(value)).toEqual(kind);
  });
});

describe('a component of the former system in today’s terms', () => {
  const cases: readonly [string, string, object, object][] = [
    [
      'drops what was null or empty',
      'EmailAddress',
      { address: 'a@b.org', extra: null, more: [], text: '' },
      { data: { address: 'a@b.org' } },
    ],
    [
      'keeps what it does not know as custom fields',
      'EmailAddress',
      { last_seen: 3 },
      { custom: { lastSeen: '3' } },
    ],
    [
      'keeps a value of the wrong kind as custom field',
      'EmailAddress',
      { is_preferred: 'yes' },
      { custom: { isPreferred: 'yes' } },
    ],
    ['leaves out keys that reach a prototype', 'EmailAddress', JSON.parse('{"__proto__": {"x": 1}}'), {}],
    [
      'tells a kind from the mark of a primary one',
      'EmailAddress',
      { type: 'School' },
      { data: { type: 'School' } },
    ],
    [
      'keeps a kind that there is no more',
      'EmailAddress',
      { type: 'Carrier pigeon' },
      { custom: { type: 'Carrier pigeon' } },
    ],
    [
      'takes the first measure of several',
      'BehavioralData',
      { churn_risk: 0.5, engagement_score: 3 },
      { data: { metric: 'Engagement score', value: 3 }, custom: { churnRisk: '0.5' } },
    ],
    [
      'keeps behaviour without a measure',
      'BehavioralData',
      { preferred_channels: ['Email'] },
      { custom: { preferredChannels: '["Email"]' } },
    ],
    [
      'reads a kind that somebody made up',
      'Custom',
      { floor: 2, open: true, note: ' ', plan: { a: 1 }, gone: null },
      { data: { name: 'Custom', fields: { floor: 2, open: true } }, custom: { note: ' ', plan: '{"a":1}' } },
    ],
    ['reads a made-up kind without fields', 'Custom', {}, { data: { name: 'Custom' } }],
    [
      'leaves the data of a type alone that it does not know',
      'Hologram',
      { ghost_light: 1 },
      { data: { ghost_light: 1 } },
    ],
    [
      'reads an instance with its record',
      'Tag',
      {
        data: { name: 'board' },
        is_primary: false,
        metadata: { tags: ['a', 7], custom_fields: { 'x-y': { z: 1 } } },
      },
      { data: { name: 'board' }, primary: false, verified: false, tags: ['a'], custom: { 'x-y': '{"z":1}' } },
    ],
    [
      'reads an instance without record',
      'Tag',
      { data: { name: 'board' }, is_primary: true, is_verified: true, metadata: 7 },
      { data: { name: 'board' }, primary: true, verified: true },
    ],
  ];

  it.each(cases)('%s', (_rule, type, legacy, parts) => {
    expect(componentParts({ type }, legacy as Readonly<Record<string, unknown>>)).toEqual(parts);
  });
});
