import { describe, expect, it } from 'vitest';
import { ADA, commandOf, fold, GRACE, given } from '../../testing/given.ts';
import {
  added,
  archived,
  componentIdOf,
  created,
  deceased,
  merged,
  suspended,
} from '../../testing/persons.ts';
import { NOW } from '../../testing/recorded.ts';
import {
  type PersonCommand,
  type PersonCommandType,
  type PersonEvent,
  personCommands,
  personDecider,
} from '../index.ts';

const componentId = componentIdOf(1);
const name = { givenNames: ['Ada'], familyNames: ['King'] };
const person = { personId: ADA };
const part = { ...person, componentId };
const employment = { company: 'Analytical Engines', position: 'Programmer' };
const relationship = { otherPersonId: GRACE, relationshipType: 'Friend' };

/** Each command once, as valid as its schema asks for. */
const commands: readonly PersonCommand[] = [
  commandOf('UpdateName', { ...person, name }),
  commandOf('SetBirthDate', { ...person, birthDate: '1815-12-10' }),
  commandOf('RecordDeath', { ...person, dateOfDeath: '2020-01-01' }),
  commandOf('DeactivatePerson', { ...person, reason: 'On leave' }),
  commandOf('ReactivatePerson', { ...person, reason: 'Back' }),
  commandOf('MergePersons', { ...person, targetId: GRACE, reason: 'UserRequested' }),
  commandOf('ArchivePerson', { ...person, reason: 'Left' }),
  commandOf('AssignLocation', { ...person, locationId: 'london' }),
  commandOf('LinkIdentity', { ...person, system: 'ldap', identityId: 'ada' }),
  commandOf('UpdateMetadata', { ...person, changes: { colour: 'blue' } }),
  commandOf('AddComponent', { ...person, componentType: 'Tag', data: { name: 'board' } }),
  commandOf('UpdateComponent', { ...part, changes: { verified: true } }),
  commandOf('RemoveComponent', part),
  commandOf('RegisterComponent', { ...person, componentType: 'Address' }),
  commandOf('UnregisterComponent', { ...person, componentType: 'Skill' }),
  commandOf('AddEmail', { ...person, address: 'ada@example.org' }),
  commandOf('UpdateEmail', { ...part, type: 'Work' }),
  commandOf('RemoveEmail', part),
  commandOf('AddPhone', { ...person, number: '1', countryCode: '+41' }),
  commandOf('UpdatePhone', { ...part, type: 'Work' }),
  commandOf('RemovePhone', part),
  commandOf('AddSkill', { ...person, name: 'Chess' }),
  commandOf('UpdateSkill', { ...part, category: 'Games' }),
  commandOf('RemoveSkill', part),
  commandOf('AddSocialProfile', { ...person, platform: 'Mastodon', username: 'ada' }),
  commandOf('UpdateSocialProfile', { ...part, username: 'ada2' }),
  commandOf('RemoveSocialProfile', part),
  commandOf('AddEmployment', { ...person, ...employment }),
  commandOf('UpdateEmployment', { ...part, position: 'Lead' }),
  commandOf('RemoveEmployment', part),
  commandOf('AddRelationship', { ...person, ...relationship }),
  commandOf('UpdateRelationship', { ...part, strength: 1 }),
  commandOf('RemoveRelationship', part),
  commandOf('EndorseSkill', { ...part, endorserName: 'Grace' }),
  commandOf('UpdateCommunicationPreferences', { ...person, language: 'en' }),
  commandOf('UpdatePrivacyPreferences', { ...person, dataSharing: false }),
  commandOf('RecordConsent', { ...person, consentType: 'mail', granted: true, consentVersion: '1' }),
  commandOf('RecordAttribute', {
    ...person,
    category: 'Custom',
    name: 'Height',
    value: { type: 'boolean', boolean: true },
  }),
  commandOf('UpdateAttribute', { ...part, value: { type: 'boolean', boolean: false } }),
  commandOf('InvalidateAttribute', part),
];

function decideOn(command: PersonCommand, ...events: readonly PersonEvent[]) {
  const reference = (id: string) => fold(id === GRACE ? [created(GRACE)] : []);
  return personDecider.decide(command, fold(events), { now: NOW, actor: 'user:grace', reference });
}

const stillPossible: ReadonlySet<PersonCommandType> = new Set<PersonCommandType>([
  'SetBirthDate',
  'RecordDeath',
  'DeactivatePerson',
  'ReactivatePerson',
  'ArchivePerson',
  'RemoveComponent',
  'UnregisterComponent',
  'RemoveEmail',
  'RemovePhone',
  'RemoveSkill',
  'RemoveSocialProfile',
  'RemoveEmployment',
  'RemoveRelationship',
]);

it('has a case below for every command but creation', () => {
  const covered = [...commands.map(({ type }) => type), 'CreatePerson'].sort();
  expect(covered).toEqual(Object.keys(personCommands).sort());
});

describe.each([
  ['person-archived', archived, { reason: 'Left for good' }],
  ['person-deceased', deceased, { dateOfDeath: '2020-01-01' }],
  ['person-merged', merged(GRACE), { into: GRACE }],
] as const)('a closed record (%s)', (code, end, details) => {
  it.each(commands.map((command) => [command.type, command] as const))('refuses %s', (_, command) => {
    const decision = decideOn(command, created(), added(1, 'Skill'), end);
    expect(decision).toMatchObject({ accepted: false, refusal: { code, details } });
  });
});

describe('a suspended person', () => {
  const refused = commands.filter(({ type }) => !stillPossible.has(type));

  it.each(refused.map((command) => [command.type, command] as const))('refuses %s', (_, command) => {
    const decision = decideOn(command, created(), added(1, 'Skill'), suspended);
    expect(decision).toMatchObject({
      accepted: false,
      refusal: { code: 'person-suspended', details: { reason: 'On leave' } },
    });
  });

  it('can lose a component', () => {
    given(created(), added(1, 'Skill'), suspended)
      .when('RemoveComponent', { ...part, reason: 'Wrong' })
      .thenEvents({
        type: 'ComponentRemoved',
        data: { componentId, componentType: 'Skill', reason: 'Wrong' },
      })
      .thenPerson({ components: [], lifecycle: { status: 'suspended' } });
  });
});

describe('an unknown person', () => {
  it.each(commands.map((command) => [command.type, command] as const))('refuses %s', (_, command) => {
    expect(decideOn(command)).toMatchObject({
      accepted: false,
      refusal: { code: 'person-missing', details: { personId: ADA } },
    });
  });
});

describe('reasons', () => {
  it.each(['DeactivatePerson', 'ReactivatePerson', 'ArchivePerson'] as const)(
    'must not be blank for %s',
    (type) => {
      expect(personCommands[type].schema.safeParse({ ...person, reason: '  ' }).success).toBe(false);
      expect(personCommands[type].schema.safeParse(person).success).toBe(false);
    },
  );
});
