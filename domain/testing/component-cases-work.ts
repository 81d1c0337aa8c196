const range = { startDate: '2020-01-02', endDate: '2020-01-01' };
const day = { startDate: '2020-01-01', endDate: '2020-01-01' };
const job = { company: 'Engines', position: 'Programmer' };

export const workCases = {
  Employment: {
    valid: [job, { ...job, ...day }, { ...job, endDate: '2099-12-31', current: true, type: 'Elected' }],
    invalid: [
      ['company', { position: 'Programmer' }],
      ['company', { ...job, company: ' ' }],
      ['position', { company: 'Engines' }],
      ['endDate', { ...job, ...range }],
      ['startDate', { ...job, startDate: '2023-02-29' }],
      ['startDate', { ...job, startDate: '01.02.2023' }],
      ['startDate', { ...job, startDate: '0000-01-01' }],
      ['type', { ...job, type: 'full-time' }],
      ['achievements.1', { ...job, achievements: ['one', ''] }],
      ['achievements', { ...job, achievements: 'one' }],
    ],
  },
  Affiliation: {
    valid: [
      { organization: 'Society' },
      { organization: 'Society', ...day },
      { organization: 'Society', ongoing: true },
    ],
    invalid: [
      ['organization', { role: 'Fellow' }],
      ['endDate', { organization: 'Society', ...range }],
      ['endDate', { organization: 'Society', ongoing: true, endDate: '2099-01-01' }],
    ],
  },
  Project: {
    valid: [{ name: 'Engine' }, { name: 'Engine', ongoing: false, ...day, description: 'Line\r\nline' }],
    invalid: [
      ['name', {}],
      ['endDate', { name: 'Engine', ...range }],
      ['endDate', { name: 'Engine', ongoing: true, endDate: '2020-01-01' }],
      ['description', { name: 'Engine', description: 'bell \u0007' }],
      [
        'technologies',
        { name: 'Engine', technologies: Array.from({ length: 51 }, (_, index) => `t${index}`) },
      ],
    ],
  },
  Relationship: {
    valid: [
      {
        otherPersonId: '0198C0DE-0000-7000-8000-000000000002',
        relationshipType: 'Friend',
        strength: 0,
        mutualConnections: 3,
      },
    ],
    invalid: [
      ['otherPersonId', { relationshipType: 'Friend' }],
      ['otherPersonId', { otherPersonId: 'ada', relationshipType: 'Friend' }],
      ['relationshipType', { otherPersonId: '0198c0de-0000-7000-8000-000000000002' }],
      ['relationshipType', { otherPersonId: '0198c0de-0000-7000-8000-000000000002', relationshipType: ' ' }],
      [
        'strength',
        { otherPersonId: '0198c0de-0000-7000-8000-000000000002', relationshipType: 'x', strength: 1.1 },
      ],
      [
        'strength',
        { otherPersonId: '0198c0de-0000-7000-8000-000000000002', relationshipType: 'x', strength: -0.1 },
      ],
      [
        'interactions',
        { otherPersonId: '0198c0de-0000-7000-8000-000000000002', relationshipType: 'x', interactions: 1.5 },
      ],
      ['endDate', { otherPersonId: '0198c0de-0000-7000-8000-000000000002', relationshipType: 'x', ...range }],
    ],
  },
  OrganizationRelationship: {
    valid: [{ organization: 'Society', relation: 'Member', ...day }],
    invalid: [
      ['organization', { relation: 'Member' }],
      ['relation', { organization: 'Society' }],
      ['relation', { organization: 'Society', relation: 'Fan' }],
      ['endDate', { organization: 'Society', relation: 'Member', ...range }],
    ],
  },
  LocationRelationship: {
    valid: [{ location: 'London', relation: 'Residence' }],
    invalid: [
      ['location', { relation: 'Residence' }],
      ['relation', { location: 'London', relation: 'Dream' }],
      ['endDate', { location: 'London', relation: 'Residence', ...range }],
    ],
  },
} as const;

export const skillCases = {
  Skill: {
    valid: [{ name: 'Chess' }, { name: 'Chess', yearsOfExperience: 0, proficiency: 'Beginner' }],
    invalid: [
      ['name', {}],
      ['name', { name: '\t' }],
      ['name', { name: 'Chess\u0000' }],
      ['name', { name: 'abc\u202Edef' }],
      ['name', { name: '\uD800' }],
      ['name', { name: 'x'.repeat(201) }],
      ['yearsOfExperience', { name: 'Chess', yearsOfExperience: -1 }],
      ['yearsOfExperience', { name: 'Chess', yearsOfExperience: '3' }],
      ['yearsOfExperience', { name: 'Chess', yearsOfExperience: Number.NaN }],
      ['proficiency', { name: 'Chess', proficiency: 'Guru' }],
      ['lastUsed', { name: 'Chess', lastUsed: 'yesterday' }],
      [
        'endorsements.x.endorserName',
        { name: 'Chess', endorsements: { x: { endorsedAt: '2024-01-01T00:00:00Z' } } },
      ],
      [
        'endorsements.x.endorsedAt',
        { name: 'Chess', endorsements: { x: { endorserName: 'A', endorsedAt: '2024' } } },
      ],
    ],
  },
  Certification: {
    valid: [
      { name: 'Diploma', issuer: 'School' },
      { name: 'D', issuer: 'S', issuedOn: '2020-01-01', expiresOn: '2020-01-01' },
    ],
    invalid: [
      ['name', { issuer: 'School' }],
      ['issuer', { name: 'Diploma' }],
      ['issuer', { name: 'Diploma', issuer: '' }],
      ['expiresOn', { name: 'Diploma', issuer: 'School', issuedOn: '2020-01-02', expiresOn: '2020-01-01' }],
      ['url', { name: 'Diploma', issuer: 'School', url: 'none' }],
    ],
  },
  Education: {
    valid: [{ institution: 'School' }, { institution: 'School', ...day, notes: 'x'.repeat(20_000) }],
    invalid: [
      ['institution', { degree: 'BSc' }],
      ['degree', { institution: 'School', degree: '' }],
      ['endDate', { institution: 'School', ...range }],
      ['notes', { institution: 'School', notes: 'x'.repeat(20_001) }],
    ],
  },
  Title: {
    valid: [
      { title: 'Dr.' },
      { title: 'Sir', expiresOn: '2030-01-01', revokedOn: '2020-01-01' },
      { title: 'Fellow', awardedOn: '2020-01-01', expiresOn: '2020-01-01', revokedOn: '2020-01-01' },
    ],
    invalid: [
      ['title', { issuer: 'University' }],
      ['title', { title: ' ' }],
      ['issuer', { title: 'Dr.', issuer: '' }],
      ['awardedOn', { title: 'Dr.', awardedOn: '1843' }],
      ['expiresOn', { title: 'Dr.', awardedOn: '2020-01-02', expiresOn: '2020-01-01' }],
      ['revokedOn', { title: 'Dr.', awardedOn: '2020-01-02', revokedOn: '2020-01-01' }],
    ],
  },
} as const;

export const placeCases = {
  Address: {
    valid: [
      { street: '1 Main Street', country: 'us' },
      { postalCode: '8001', country: 'CH' },
      { city: 'Quito', country: 'EC', coordinates: { latitude: -90, longitude: 180 } },
    ],
    invalid: [
      ['country', { city: 'London' }],
      ['country', { city: 'London', country: 'GBR' }],
      ['country', { city: 'London', country: '12' }],
      ['street', { country: 'GB' }],
      ['street', { country: 'GB', region: 'Kent' }],
      ['coordinates.latitude', { city: 'X', country: 'GB', coordinates: { latitude: 90.1, longitude: 0 } }],
      [
        'coordinates.longitude',
        { city: 'X', country: 'GB', coordinates: { latitude: 0, longitude: -180.5 } },
      ],
      ['coordinates.longitude', { city: 'X', country: 'GB', coordinates: { latitude: 0 } }],
      ['type', { city: 'X', country: 'GB', type: 'Castle' }],
    ],
  },
} as const;
