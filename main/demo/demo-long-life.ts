import type { Part } from './demo-part.ts';

const NADIA = 'Nadia Ferreira';
const TOMAS = 'Tomás Rivera';

/** Somebody with a long history, to look back through, and the family at both ends of each relationship. */
export const LONG_LIFE: readonly Part[] = [
  {
    key: 'margaret',
    name: { givenNames: ['Margaret', 'Rose'], familyNames: ['Ellison'] },
    from: 12,
    source: 'HR import',
    scenes: [
      [12.1, 'SetBirthDate', { birthDate: '1988-11-04' }],
      [
        12.2,
        'AddComponent',
        {
          componentId: '@m-mail',
          componentType: 'EmailAddress',
          primary: true,
          data: { address: 'margaret.ellison@example.org', type: 'Work' },
        },
      ],
      [13, 'AddPhone', { number: '117 496 0733', countryCode: '+44', type: 'Mobile', primary: true }],
      [
        20,
        'AddComponent',
        {
          componentId: '@m-home',
          componentType: 'Address',
          primary: true,
          data: { type: 'Home', street: '14 Station Road', city: 'Bristol', country: 'GB' },
        },
      ],
      [
        31,
        'AddComponent',
        {
          componentId: '@m-job',
          componentType: 'Employment',
          primary: true,
          data: { company: 'Harbour Logistics', position: 'Planner', startDate: '2022-04-01', current: true },
        },
      ],
      [
        55,
        'AddComponent',
        {
          componentId: '@m-skill',
          componentType: 'Skill',
          data: { name: 'Project management', proficiency: 'Intermediate' },
        },
      ],
      [90, 'RecordConsent', { consentType: 'newsletter', granted: true, consentVersion: '2024-05' }],
      [
        140,
        'UpdateComponent',
        { componentId: '@m-skill', changes: { data: { proficiency: 'Advanced' } }, reason: 'Certified' },
        TOMAS,
      ],
      [
        141,
        'EndorseSkill',
        {
          componentId: '@m-skill',
          endorserName: 'Harold Whitcombe',
          comment: 'Ran the move to the new quay without a day lost.',
        },
      ],
      [
        180,
        'UpdateComponent',
        { componentId: '@m-job', changes: { data: { position: 'Team lead' } }, reason: 'Promoted' },
        NADIA,
      ],
      [233, 'RecordConsent', { consentType: 'newsletter', granted: false, consentVersion: '2024-05' }],
      [260, 'DeactivatePerson', { reason: 'On leave until further notice' }, TOMAS],
      [352, 'ReactivatePerson', { reason: 'Back from leave' }, TOMAS],
      [
        371,
        'UpdateName',
        { name: { givenNames: ['Margaret', 'Rose'], familyNames: ['Ellison', 'Hart'] }, reason: 'Marriage' },
        NADIA,
      ],
      [
        372,
        'UpdateComponent',
        {
          componentId: '@m-mail',
          changes: { data: { address: 'margaret.hart@example.org' } },
          reason: 'Marriage',
        },
        NADIA,
      ],
      [
        373,
        'AddRelationship',
        { otherPersonId: '@daniel', relationshipType: 'Spouse', startDate: '2025-11-28' },
      ],
      [
        401,
        'UpdateComponent',
        {
          componentId: '@m-home',
          changes: { data: { street: '3 Lantern Quay', city: 'Cardiff' } },
          reason: 'Moved',
        },
      ],
      [455, 'AddRelationship', { otherPersonId: '@priya', relationshipType: 'Mentor' }],
      [
        520,
        'UpdateComponent',
        {
          componentId: '@m-job',
          changes: { data: { position: 'Head of planning', department: 'Operations' } },
          reason: 'Promoted',
        },
        NADIA,
      ],
      [588, 'AddSkill', { name: 'Negotiation', proficiency: 'Intermediate', tags: ['board'] }],
      [650, 'LinkIdentity', { system: 'payroll', identityId: 'P-20417' }],
      [701, 'UpdateComponent', { componentId: '@m-mail', changes: { verified: true } }, TOMAS],
    ],
  },
  {
    key: 'daniel',
    name: { givenNames: ['Daniel'], familyNames: ['Hart'] },
    from: 365,
    scenes: [
      [365.1, 'AddEmail', { address: 'daniel.hart@example.org', type: 'Personal', primary: true }],
      [
        373.1,
        'AddRelationship',
        { otherPersonId: '@margaret', relationshipType: 'Spouse', startDate: '2025-11-28' },
      ],
      [374, 'AddRelationship', { otherPersonId: '@harold', relationshipType: 'Grandparent' }],
    ],
  },
];
