import type { z } from 'zod';
import { componentTypeOfKind } from '../../domain/person/commands/kind-commands.ts';
import { componentTypes } from '../../domain/person/index.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { COMPONENT, OTHER_PERSON, PERSON, sampleOf } from './sample.ts';

const person = { personId: PERSON };
const component = { ...person, componentId: COMPONENT };

/** Where the smallest valid input would not show what the command or procedure is for. */
const TELLING: Readonly<Record<string, unknown>> = {
  CreatePerson: {
    ...person,
    name: { givenNames: ['Ada'], familyNames: ['Lovelace'] },
    source: 'Register of members',
  },
  UpdateName: {
    ...person,
    name: { givenNames: ['Ada'], familyNames: ['King'] },
    reason: 'Marriage',
  },
  AssignLocation: { ...person, locationId: 'london', reason: 'Moved' },
  LinkIdentity: { ...person, system: 'ldap', identityId: 'ada' },
  UpdateMetadata: { ...person, changes: { 'import-batch': '17', draft: null } },
  AddComponent: { ...person, componentType: 'Tag', data: componentTypes.Tag.example, primary: true },
  UpdateComponent: { ...component, changes: { data: { category: null, name: 'council' }, verified: true } },
  UpdateEmail: { ...component, address: 'ada@example.org', marketing: null },
  UpdatePhone: { ...component, type: 'Mobile' },
  UpdateSkill: { ...component, proficiency: 'Expert' },
  UpdateSocialProfile: { ...component, url: 'https://mastodon.example/@ada' },
  UpdateEmployment: { ...component, endDate: '2024-12-31', reason: 'New position' },
  UpdateRelationship: { ...component, strength: 0.9 },
  UpdateCommunicationPreferences: { ...person, language: 'en-GB', channels: ['Email'] },
  UpdatePrivacyPreferences: { ...person, visibility: 'Contacts' },
  RecordConsent: { ...person, consentType: 'newsletter', granted: true, consentVersion: '2024-1' },
  EndorseSkill: { ...component, endorserName: 'Charles Babbage', endorserId: OTHER_PERSON },
  UpdateAttribute: { ...component, value: { type: 'number', number: 169, unit: 'cm' } },
  RecordAttribute: {
    ...person,
    category: 'Physical',
    name: 'Height',
    value: { type: 'number', number: 168, unit: 'cm' },
  },
  DropConflict: { conflictId: COMPONENT, reason: 'The other name is right' },
  ReopenConflict: { conflictId: COMPONENT },
  NoteConflictApplied: { conflictId: COMPONENT, appliedCommandId: OTHER_PERSON, edited: false },
  'persons.list': { sort: 'updated', descending: true, status: ['active'], limit: 50 },
  'persons.search': { text: 'ada lov' },
  'persons.get': { ...person, asOf: { version: 3 } },
  'persons.components': { componentType: 'Employment', limit: 50 },
  'persons.relatedTo': { to: { kind: 'person', ...person }, limit: 50 },
  'selections.take': { filter: { status: ['active'], employer: 'acme' } },
  'bulk.preview': { action: 'add-tag', tag: 'board', target: { personIds: [PERSON] } },
  'bulk.names': { action: 'archive', target: { personIds: [PERSON] }, outcome: 'refused' },
  'bulk.results': { jobId: COMPONENT, state: 'refused' },
  'log.page': { types: ['NameUpdated'], from: '2026-11-01T00:00:00Z', limit: 100 },
  'log.event': { position: 4711 },
  'log.position': { time: '2026-11-01T09:30:00Z' },
  'log.backup': { file: '/backups/persons.db' },
  'jobs.write': { kind: 'export', file: '/exports/events.jsonl' },
  'import.open': { path: '/imports/people.csv' },
  'import.read-mapping': { path: '/imports/people.mapping.json' },
  'import.write-mapping': { name: 'people', path: '/exports/people.mapping.json' },
  'views.rebuild': { view: 'search' },
  'views.retry': { view: 'search' },
  'views.skip': { view: 'search', position: 4711 },
  'conflicts.get': { conflictId: COMPONENT },
  'conflicts.apply': { conflictId: COMPONENT },
  'conflicts.drop': { conflictId: COMPONENT, reason: 'The other name is right' },
  'conflicts.reopen': { conflictId: COMPONENT },
  'connections.save': {
    name: 'Head office',
    servers: ['wss://nats.example.org'],
    authentication: { kind: 'user', user: 'console-1' },
    secret: { from: 'typed', text: '…' },
  },
  'connections.remove': { id: COMPONENT },
  'connections.use': { id: COMPONENT },
  'connections.cancel-test': { testId: COMPONENT },
  'connections.test': { of: { id: COMPONENT } },
  'connections.test-way': { connection: { servers: ['wss://nats.example.org'] } },
  'link.use': { connection: { servers: ['wss://nats.example.org'] } },
  'operator.set': { name: 'Grace Hopper' },
  'commands.submit': {
    type: 'SetBirthDate',
    data: { ...person, birthDate: '1815-12-10' },
    expectedVersion: 3,
  },
};

function candidate(name: string, schema: z.ZodType): unknown {
  // Per-kind commands take the fields of their component type directly.
  const type = name.startsWith('Add') ? componentTypeOfKind[name.slice('Add'.length)] : undefined;
  if (type !== undefined) return { ...person, ...componentTypes[type].example };
  return TELLING[name] ?? sampleOf(jsonSchemaOf(schema, 'input'));
}

/** An input that the schema accepts. Throws, with what to do, where there is none: a wrong example is worse than none. */
export function exampleOf(name: string, schema: z.ZodType): unknown {
  const example = candidate(name, schema);
  const parsed = schema.safeParse(example);
  if (parsed.success) return example;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Error(`${name} has no valid example (${issues}). Write one in scripts/catalogue/examples.ts.`);
}
