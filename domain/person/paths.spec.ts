import { describe, expect, it } from 'vitest';
import { ADA, COMMAND, commandOf } from '../testing/given.ts';
import { added, componentIdOf, created, removed, suspended, updated } from '../testing/persons.ts';
import { type PersonCommandType, type PersonEvent, personCommands } from './index.ts';
import { changedPlaces, coversPath, writtenPaths } from './paths.ts';

const id = componentIdOf(1);
const person = { personId: ADA };
const one = { ...person, componentId: id };

function writesOf<T extends PersonCommandType>(type: T, data: Parameters<typeof commandOf<T>>[1]): string[] {
  const definition: { readonly writes: (data: never) => readonly string[] } = personCommands[type];
  return writtenPaths(definition.writes(commandOf(type, data).data as never), COMMAND);
}

/** True where a rebase would find that what happened touches what the command writes. */
function meets(event: PersonEvent, written: readonly string[]): boolean {
  const names = changedPlaces(event).flat();
  return names.some((name) => written.some((path) => coversPath(path, name) || coversPath(name, path)));
}

describe('what a command writes', () => {
  it.each([
    ['CreatePerson', { ...person, name: { givenNames: ['Ada'] } }, ['name', 'source', 'lifecycle']],
    ['UpdateName', { ...person, name: { givenNames: ['Ada'] } }, ['name']],
    ['SetBirthDate', { ...person, birthDate: '1815-12-10' }, ['birthDate']],
    ['ArchivePerson', { ...person, reason: 'x' }, ['lifecycle']],
    ['AssignLocation', { ...person, locationId: 'x' }, ['location']],
    ['LinkIdentity', { ...person, system: 'a/b', identityId: 'x' }, ['identities/a~1b']],
    ['UpdateMetadata', { ...person, changes: { a: '1', b: null } }, ['metadata/a', 'metadata/b']],
    ['AddEmail', { ...one, address: 'a@b.co' }, [`components/${id}`]],
    [
      'AddEmail',
      { ...person, address: 'a@b.co', primary: true },
      [`components/${COMMAND}`, 'primary/EmailAddress'],
    ],
    ['RemoveEmail', one, [`components/${id}`]],
    ['RegisterComponent', { ...person, componentType: 'Tag' }, ['components:type/Tag']],
    ['EndorseSkill', { ...one, endorserName: 'x' }, [`components/${id}/data/endorsements/${COMMAND}`]],
    [
      'UpdateComponent',
      { ...one, changes: { data: { a: { b: 1 } }, tags: [], custom: { c: null }, primary: false } },
      [
        `components/${id}/data/a/b`,
        `components/${id}/primary`,
        `components/${id}/tags`,
        `components/${id}/custom/c`,
        'primary',
      ],
    ],
    ['UpdateEmail', { ...one, address: 'a@b.co' }, [`components/${id}/data/address`]],
    [
      'UpdateEmployment',
      { ...one, endDate: null },
      [`components/${id}/data/endDate`, `components/${id}/data/current`],
    ],
    [
      'RecordConsent',
      { ...person, consentType: 'mail', granted: true, consentVersion: '1' },
      [`components/${COMMAND}`, 'components:type/PrivacyPreferences/data/consents/mail'],
    ],
    ['UpdateAttribute', { ...one, value: { type: 'text', text: 'x' } }, [`components/${id}/data/value`]],
    ['UpdateAttribute', { ...one, provenance: null }, [`components/${id}/data/provenance`]],
  ] as const)('%s %j', (type, data, paths) => {
    expect(writesOf(type, data as never).toSorted()).toEqual([...paths].toSorted());
  });
});

describe('what happened and what is pending', () => {
  const consent = { granted: true, consentVersion: '1', recordedAt: '2024-01-01T00:00:00.000Z' };
  const consents = added(1, 'PrivacyPreferences', { data: { consents: { mail: consent } } });
  const mail = { ...person, consentType: 'mail', granted: false, consentVersion: '1' };
  const metadata: PersonEvent = { type: 'MetadataUpdated', data: { changes: { a: '1' } } };
  const linked: PersonEvent = { type: 'IdentityLinked', data: { system: 'ldap', identityId: 'ada' } };
  const moved: PersonEvent = { type: 'LocationAssigned', data: { locationId: 'london' } };
  const employed: PersonEvent = { type: 'EmploymentAdded', data: { employmentId: id } };
  const legacy: PersonEvent = { type: 'PersonUpdated', data: { changes: { name: 'x' } } };
  const work = updated(1, 'EmailAddress', { data: { type: 'Work' } });

  it.each([
    ['the same field of a component', work, 'UpdateEmail', { ...one, type: 'Other' }],
    ['a component that is gone', removed(1, 'EmailAddress'), 'UpdateEmail', { ...one, type: 'Work' }],
    ['a component that was changed', work, 'RemoveEmail', one],
    ['two ends', suspended, 'ArchivePerson', { ...person, reason: 'x' }],
    ['two names', created(), 'UpdateName', { ...person, name: { givenNames: ['Ada'] } }],
    [
      'two primaries',
      added(2, 'EmailAddress', { primary: true }),
      'AddEmail',
      { ...one, address: 'a@b.co', primary: true },
    ],
    [
      'a primary that gave way',
      updated(2, 'EmailAddress', { primary: false }),
      'UpdateComponent',
      { ...one, changes: { primary: true } },
    ],
    ['the same consent in preferences that are new', consents, 'RecordConsent', mail],
    [
      'an addition to a type that goes',
      added(2, 'Tag'),
      'UnregisterComponent',
      { ...person, componentType: 'Tag' },
    ],
    [
      'a change in a type that goes',
      updated(2, 'Tag', { verified: true }),
      'UnregisterComponent',
      { ...person, componentType: 'Tag' },
    ],
    [
      'a type that was registered',
      added(2, 'Tag', { data: {} }),
      'RegisterComponent',
      { ...person, componentType: 'Tag' },
    ],
    ['the same key', metadata, 'UpdateMetadata', { ...person, changes: { a: null } }],
    ['the same system', linked, 'LinkIdentity', { ...person, system: 'ldap', identityId: 'x' }],
    ['two locations', moved, 'AssignLocation', { ...person, locationId: null }],
    ['a former employment', employed, 'UpdateEmployment', { ...one, position: 'x' }],
  ] as const)('meet: %s', (_, event, type, data) => {
    expect(meets(event, writesOf(type, data as never))).toBe(true);
  });

  it.each([
    ['different fields of a component', work, 'UpdateEmail', { ...one, marketing: true }],
    ['different components', work, 'UpdateEmail', { ...person, componentId: componentIdOf(2), type: 'Work' }],
    ['two additions', added(2, 'EmailAddress'), 'AddEmail', { ...one, address: 'a@b.co' }],
    ['different consents', consents, 'RecordConsent', { ...mail, consentType: 'profiling' }],
    [
      'two endorsements',
      updated(1, 'Skill', { data: { endorsements: { x: {} } } }),
      'EndorseSkill',
      { ...one, endorserName: 'x' },
    ],
    [
      'different primaries',
      added(2, 'EmailAddress', { primary: true }),
      'AddPhone',
      { ...one, number: '1', countryCode: '+1', primary: true },
    ],
    ['name and birth', created(), 'SetBirthDate', { ...person, birthDate: '1815-12-10' }],
    ['different keys', metadata, 'UpdateMetadata', { ...person, changes: { b: '1' } }],
    ['what only the former system knew', legacy, 'UpdateName', { ...person, name: { givenNames: ['Ada'] } }],
  ] as const)('do not meet: %s', (_, event, type, data) => {
    expect(meets(event, writesOf(type, data as never))).toBe(false);
  });
});
