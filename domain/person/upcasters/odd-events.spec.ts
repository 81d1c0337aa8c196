import { describe, expect, it } from 'vitest';
import type { EventDefinition, StoredEvent } from '../../kernel/event.ts';
import { createUpcast } from '../../kernel/upcast.ts';
import { personEvents } from '../events.ts';
import { personUpcasters } from '../upcasters.ts';

const upcast = createUpcast(new Map<string, EventDefinition>(Object.entries(personEvents)), personUpcasters);
const TIME = '2024-01-01T00:00:00.000Z';

function lift(key: string, data: unknown, metadata: Partial<StoredEvent['metadata']> = {}) {
  const [type = '', version = ''] = key.split('@');
  return upcast({
    streamId: 'person-550e8400-e29b-41d4-a716-446655440000',
    version: 1,
    type,
    schemaVersion: Number(version),
    data,
    metadata: {
      eventId: '0190f1e2-7a3b-7000-8000-000000000001',
      correlationId: '',
      causationId: null,
      timestamp: TIME,
      actor: null,
      origin: 'here',
      commandId: '0190f1e2-7a3b-7000-8000-000000000001',
      ...metadata,
    },
  });
}

describe('an event without what today’s event needs is kept as it is', () => {
  it.each([
    ['PersonCreated@1', { source: 'api' }],
    ['PersonCreated@1', 'Jane'],
    ['PersonCreated@1', null],
    ['PersonCreated@1', ['Jane']],
    ['NameUpdated@1', { old_name: 'Jane Doe' }],
    ['PersonUpdated@1', { name: 7 }],
    ['Updated@2', {}],
    ['BirthDateSet@1', { birth_date: 'spring' }],
    ['BirthDateSet@2', { birth_date: '2023-02-29' }],
    ['DeathRecorded@2', {}],
    ['PersonMerged@2', {}],
    ['PersonMergedInto@1', {}],
    ['PersonsMerged@1', {}],
    ['PersonMerged@2', { target_person_id: { id: '550E8400-e29b-41d4-a716-446655440000' } }],
    ['PersonMergedInto@1', { merged_into_id: '550e8400-e29b-41d4-a716-446655440000' }],
    [
      'PersonsMerged@1',
      {
        source_person_id: '550e8400-e29b-41d4-a716-446655440000',
        target_person_id: '550e8400-e29b-41d4-a716-446655440000',
      },
    ],
    ['LocationAssigned@2', {}],
    ['IdentityLinked@2', {}],
    ['MetadataUpdated@2', {}],
    ['EmploymentAdded@2', { role: 'Engineer' }],
    ['ComponentRegistered@1', {}],
    ['ComponentUnregistered@1', { component_type: 7 }],
    ['ComponentDataUpdated@1', { component_id: 'c1', data: { Contact: { Fax: {} } } }],
    ['ComponentDataUpdated@1', { component_id: 'c1', data: { Contact: {}, Social: {} } }],
    ['ComponentDataUpdated@1', { component_id: 'c1', data: 7 }],
    ['ComponentDataUpdated@1', { data: { Location: {} } }],
    ['ComponentAdded@2', {}],
    ['ComponentUpdated@2', { component_type: 'Skill', changes: {} }],
    ['ComponentUpdated@2', { component_type: 'Skill', component_id: 'c1', changes: 7 }],
    ['ComponentRemoved@2', { component_type: 'Skill' }],
    ['EmailAdded@1', {}],
    ['EmailAdded@1', { email_kind: 'x' }],
    ['EmailUpdated@1', { changes: {} }],
    ['EmailVerified@1', {}],
    ['EmailRemoved@1', {}],
    ['EmploymentEnded@1', { component_id: 'c1' }],
    ['SkillEndorsed@1', { component_id: 'c1' }],
    ['TagRemoved@1', { category: 'Governance' }],
    ['ConsentRecorded@1', { granted: true }],
    ['ConsentRecorded@1', { consent_type: 'mail', granted: 'yes' }],
    ['ConsentRecorded@1', { consent_type: '__proto__', granted: true }],
    ['AttributeRecorded@1', {}],
    ['AttributeRecorded@1', { attribute: { attribute_type: { Physical: 'Height' } } }],
    ['AttributeUpdated@1', { attribute_type: { Physical: 'Height' } }],
    [
      'AttributeUpdated@1',
      { new_attribute: { attribute_type: { Physical: 'Height' }, value: { Text: 'x' } } },
    ],
    ['AttributeInvalidated@1', {}],
  ])('%s %j', (key, data) => {
    const { known, event } = lift(key, data);
    expect(known).toBe(false);
    expect(event.data).toBe(data);
  });

  it('keeps the placeholder that once stood for what could not be written', () => {
    const email = { email: { address: 'placeholder@example.com', verified: false }, email_type: 'Personal' };
    const data = { component_id: 'c1', data: { Contact: { Email: email } } };
    expect(lift('ComponentDataUpdated@1', data).known).toBe(false);
  });
});

describe('what an old event leaves out', () => {
  const dataOf = (key: string, data: unknown) => lift(key, data).event.data;

  it.each([
    ['Suspended@2', {}, { reason: 'Not recorded' }],
    ['PersonReactivated@1', {}, { reason: null }],
    ['PersonMerged@2', { target_person_id: 'T' }, { into: 't', reason: 'Not recorded' }],
    ['PersonMergedInto@1', { merged_into_id: 'T' }, { into: 't', reason: 'Not recorded' }],
    ['PersonsMerged@1', { source_person_id: 'S' }, { changes: { mergedFrom: 's', reason: 'Not recorded' } }],
    ['LocationAssigned@2', { location_id: 'L' }, { locationId: 'l' }],
    ['IdentityLinked@2', { identity_id: 'I' }, { system: 'unknown', identityId: 'i' }],
    ['MetadataUpdated@2', { metadata_type: 'k' }, { changes: { k: null } }],
    ['MetadataUpdated@2', { metadata_type: 'k', metadata_value: 'v' }, { changes: { k: 'v' } }],
    ['NameUpdated@2', { new_name: 'Jane Doe' }, { changeReason: null, oldName: { givenNames: ['Unknown'] } }],
    ['PersonCreated@3', { name: 'Jane Doe' }, { source: null, sourceSystem: null, importId: null }],
    [
      'EmploymentAdded@2',
      { organization_id: { id: 'O' } },
      {
        componentId: '0190f1e2-7a3b-7000-8000-000000000001',
        componentType: 'Employment',
        data: { company: 'Unknown organisation' },
        custom: { organizationId: 'o' },
      },
    ],
    [
      'EmploymentAdded@2',
      { organization_id: 'O', organization_name: 'Engines', role: 'Engineer' },
      { data: { company: 'Engines', position: 'Engineer' }, custom: { organizationId: 'o' } },
    ],
    ['ComponentAdded@2', { component_type: 'Tag', component_data: 7 }, { data: {}, custom: { value: '7' } }],
    ['ComponentAdded@2', { component_type: 'Tag' }, { data: {}, custom: {}, registeredBy: 'unknown' }],
    [
      'ComponentDataUpdated@1',
      { component_id: 'c', data: { Professional: { Skills: { skills: 1 } } } },
      { componentType: 'Skills' },
    ],
    ['EmailUpdated@1', { component_id: 'c', changes: 7 }, { changes: {} }],
    ['TagAdded@1', { tag: { name: 'board' } }, { data: { name: 'board' } }],
    ['SkillEndorsed@1', { component_id: 'c', endorser_name: 'Ada' }, { componentType: 'Skill' }],
    ['ConsentRecorded@1', { consent_type: 'mail', granted: false }, { componentType: 'PrivacyPreferences' }],
    ['AttributeInvalidated@1', { attribute_type: { Physical: 'Height' } }, { reason: null }],
  ])('%s %j is told so', (key, data, expected) => {
    expect(dataOf(key, data)).toMatchObject(expected);
  });
});

describe('what is known about an old event', () => {
  it('takes the event’s own id where nothing ties it to others', () => {
    expect(lift('PersonReactivated@1', {}).event.metadata).toMatchObject({
      correlationId: '0190f1e2-7a3b-7000-8000-000000000001',
      causationId: null,
      actor: null,
    });
  });

  it('keeps what the log knew where the payload says nothing', () => {
    const known = { correlationId: 'k', causationId: 'c', actor: 'user:max', context: { a: '1' } };
    const { metadata } = lift('Activated@2', { metadata: { context: {} } }, known).event;
    expect(metadata).toMatchObject({ ...known, timestamp: TIME });
  });

  it('adds the payload’s context to the log’s', () => {
    const data = { metadata: { context: { b: 2, c: 'x' } } };
    expect(lift('Activated@2', data, { context: { a: '1' } }).event.metadata.context).toEqual({
      a: '1',
      b: '2',
      c: 'x',
    });
  });

  it('keeps the log’s time where the payload’s is none', () => {
    expect(lift('Activated@2', { metadata: { timestamp: 'yesterday' } }).event.metadata.timestamp).toBe(TIME);
  });
});
