import { describe, expect, it } from 'vitest';
import { componentParts } from './component-data.ts';

describe('work, skills and memberships of the former system in today’s terms', () => {
  const cases: readonly [string, string, object, object][] = [
    [
      'lets the end of a membership outweigh that it goes on',
      'Affiliation',
      { organization: 'Guild', end_date: '2020-01-01', is_active: true },
      { data: { organization: 'Guild', endDate: '2020-01-01' }, custom: { ongoing: 'true' } },
    ],
    [
      'reads days of instants',
      'Project',
      { start_date: '2018-02-01T23:30:00-05:00' },
      { data: { startDate: '2018-02-02' } },
    ],
    [
      'keeps days that no calendar has',
      'Employment',
      { start_date: '2023-02-30' },
      { custom: { startDate: '2023-02-30' } },
    ],
    [
      'keeps the year nought',
      'Employment',
      { start_date: '0000-01-01' },
      { custom: { startDate: '0000-01-01' } },
    ],
    [
      'keeps instants that are none',
      'Employment',
      { start_date: '2023-02-30T99:99:99Z' },
      { custom: { startDate: '2023-02-30T99:99:99Z' } },
    ],
    [
      'keeps a list with something else in it',
      'Employment',
      { achievements: ['a', 7] },
      { custom: { achievements: '["a",7]' } },
    ],
    [
      'keeps a list that is none',
      'Employment',
      { achievements: 'many' },
      { custom: { achievements: 'many' } },
    ],
    [
      'reads a consultant as a contract, and says so',
      'Employment',
      { employment_type: 'Consultant' },
      { data: { type: 'Contract' }, custom: { employmentType: 'Consultant' } },
    ],
    [
      'keeps years that are no number',
      'Skill',
      { years_of_experience: Number.NaN },
      { custom: { yearsOfExperience: 'null' } },
    ],
    ['keeps endorsements that are no list', 'Skill', { endorsements: 3 }, { custom: { endorsements: '3' } }],
    [
      'keeps endorsements that nobody signed',
      'Skill',
      { endorsements: [{ date: '2024-01-01T00:00:00Z' }] },
      { custom: { endorsements: '[{"date":"2024-01-01T00:00:00Z"}]' } },
    ],
    [
      'keeps endorsements that are no objects',
      'Skill',
      { endorsements: ['Ada'] },
      { custom: { endorsements: '["Ada"]' } },
    ],
  ];

  it.each(cases)('%s', (_rule, type, legacy, parts) => {
    expect(componentParts({ type }, legacy as Readonly<Record<string, unknown>>)).toEqual(parts);
  });

  it('gives the endorsements of a list ids that stay the same', () => {
    const endorsements = [
      { endorser_id: { id: 'P1' }, endorser_name: 'Ada', date: '2024-01-01T00:00:00Z', comment: 'Good' },
      { endorser_id: null, endorser_name: 'Bob', date: '2024-01-01T00:00:00Z', comment: null },
    ];
    const read = () => componentParts({ type: 'Skill' }, { endorsements }).data;
    expect(Object.values((read() as { endorsements: object }).endorsements)).toEqual([
      { endorserName: 'Ada', endorserId: 'p1', comment: 'Good', endorsedAt: '2024-01-01T00:00:00.000Z' },
      { endorserName: 'Bob', endorsedAt: '2024-01-01T00:00:00.000Z' },
    ]);
    expect(read()).toEqual(read());
  });
});
