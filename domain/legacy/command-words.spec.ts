import { describe, expect, it } from 'vitest';
import { personCommands } from '../person/index.ts';
import { uuidOf } from '../testing/recorded.ts';
import { commandFor } from './command-words.ts';

const [ADA, OTHER, COMPONENT] = [uuidOf(0, 1), uuidOf(0, 2), uuidOf(0, 3)];
const name = { given_name: 'Ada', family_name: 'King' };

describe('a command of the former system', () => {
  it.each([
    ['UpdateName', { name }, { name: { givenNames: ['Ada'], familyNames: ['King'] } }],
    ['UpdateName', { new_name: name }, { name: { givenNames: ['Ada'], familyNames: ['King'] } }],
    ['RecordDeath', { date: '1852-11-27' }, { dateOfDeath: '1852-11-27' }],
    ['RecordDeath', { date_of_death: '1852-11-27' }, { dateOfDeath: '1852-11-27' }],
    [
      'RecordConsent',
      { consent_type: 'newsletter', granted: false, consent_version: '2', ip: '192.0.2.1' },
      { consentType: 'newsletter', granted: false, consentVersion: '2', ip: '192.0.2.1' },
    ],
    [
      'AddComponent',
      { component_id: COMPONENT, component_type: 'Skills', data: { name: 'Analysis' } },
      { componentId: COMPONENT, componentType: 'Skill', data: { name: 'Analysis' } },
    ],
    [
      'UpdatePrivacyPreferences',
      { preferences: { third_party_sharing: true, consents: { newsletter: true } } },
      { dataSharing: true },
    ],
  ])('says the same under either name of a field: %s %o', (type, said, expected) => {
    const found = commandFor(type, { person_id: { id: ADA }, ...said });
    expect(found).toMatchObject({ type, data: { personId: ADA, ...expected } });
    const { schema } = personCommands[type as keyof typeof personCommands];
    expect(schema.safeParse(found?.data).error).toBeUndefined();
  });

  it.each([
    ['source_person_id', 'target_person_id', 'merge_reason'],
    ['person_id', 'merged_into_id', 'reason'],
    ['person_id', 'merge_into_id', 'reason'],
  ])('merges by each pair of names that it had: %s, %s', (source, target, reason) => {
    expect(
      commandFor('MergePersons', { [source]: ADA, [target]: OTHER, [reason]: 'DuplicateIdentity' }),
    ).toEqual({
      type: 'MergePersons',
      data: { personId: ADA, targetId: OTHER, reason: 'DuplicateIdentity' },
    });
  });

  it.each([
    ['RegisterComponent', {}],
    ['UnregisterComponent', { component_type: 7 }],
    ['AddComponent', { component_id: COMPONENT, data: {} }],
    ['UpdateComponent', { component_id: COMPONENT, data: {} }],
    ['CreatePerson', { source: 'hr' }],
    ['UpdateName', {}],
    ['constructor', {}],
  ])('is none where it lacks what it is about: %s', (type, said) => {
    expect(commandFor(type, { person_id: ADA, ...said })).toBeNull();
  });

  it('is none where it names nobody', () => {
    expect(commandFor('DeactivatePerson', { reason: 'On leave' })).toBeNull();
  });
});
