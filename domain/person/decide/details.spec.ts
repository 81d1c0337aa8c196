import { describe, expect, it } from 'vitest';
import { ADA, given } from '../../testing/given.ts';
import { created } from '../../testing/persons.ts';
import { type PersonEvent, personCommands } from '../index.ts';

const person = { personId: ADA };

describe('the location', () => {
  const london: PersonEvent = { type: 'LocationAssigned', data: { locationId: 'london', reason: null } };

  it('is assigned with a reason', () => {
    given(created())
      .when('AssignLocation', { ...person, locationId: 'london', reason: 'Moved' })
      .thenEvents({ type: 'LocationAssigned', data: { locationId: 'london', reason: 'Moved' } })
      .thenPerson({ location: 'london' });
  });

  it('is taken away with null', () => {
    given(created(), london)
      .when('AssignLocation', { ...person, locationId: null })
      .thenPerson({ location: null });
  });

  it('changes nothing where it is the same', () => {
    given(created(), london)
      .when('AssignLocation', { ...person, locationId: 'london' })
      .thenNothing();
  });
});

describe('identities', () => {
  const linked: PersonEvent = { type: 'IdentityLinked', data: { system: 'ldap', identityId: 'ada' } };

  it('are one per system', () => {
    given(created(), linked)
      .when('LinkIdentity', { ...person, system: 'crm', identityId: '77' })
      .thenPerson({ identities: { ldap: 'ada', crm: '77' } });
    given(created(), linked)
      .when('LinkIdentity', { ...person, system: 'ldap', identityId: 'adal' })
      .thenPerson({ identities: { ldap: 'adal' } });
  });

  it('change nothing where they are linked already', () => {
    given(created(), linked)
      .when('LinkIdentity', { ...person, system: 'ldap', identityId: 'ada' })
      .thenNothing();
  });

  it('cannot be those of a system whose name programs reserve', () => {
    const data = { ...person, system: '__proto__', identityId: 'x' };
    expect(personCommands.LinkIdentity.schema.safeParse(data).success).toBe(false);
  });
});

describe('metadata', () => {
  const known: PersonEvent = { type: 'MetadataUpdated', data: { changes: { step: '1', colour: 'blue' } } };

  it('sets and removes keys, and records only what changes', () => {
    given(created(), known)
      .when('UpdateMetadata', { ...person, changes: { step: '2', colour: null, size: null, shape: 'round' } })
      .thenEvents({ type: 'MetadataUpdated', data: { changes: { step: '2', colour: null, shape: 'round' } } })
      .thenPerson({ metadata: { step: '2', shape: 'round' } });
  });

  it('records nothing where nothing changes', () => {
    given(created(), known)
      .when('UpdateMetadata', { ...person, changes: { step: '1', size: null } })
      .thenNothing();
  });
});
