import { describe, expect, it } from 'vitest';
import { ADA, GRACE, given } from '../../testing/given.ts';
import { added, archived, created, deceased, lovelace, merged, suspended } from '../../testing/persons.ts';
import { personCommands } from '../index.ts';
import { nameOf } from '../name.ts';

const king = nameOf({ givenNames: ['Ada'], familyNames: ['King'] });

describe('creating a person', () => {
  it('yields one event with name and source, and an active person without components', () => {
    given()
      .when('CreatePerson', {
        personId: ADA,
        name: { givenNames: [' Ada '], familyNames: ['Lovelace'] },
        source: 'Register',
        sourceSystem: 'HR',
        importId: '7',
      })
      .thenEvents({
        type: 'PersonCreated',
        data: { personId: ADA, name: lovelace, source: 'Register', sourceSystem: 'HR', importId: '7' },
      })
      .thenPerson({ exists: true, lifecycle: { status: 'active' }, components: [], version: 1 });
  });

  it.each([
    {},
    { givenNames: [' '] },
    { givenNames: ['Ada'], middleNames: ['Augusta'] },
    { givenNames: ['Ada'], familyNames: ['King'], convention: 'Mononymic' },
  ])('takes no name like %j', (name) => {
    expect(personCommands.CreatePerson.schema.safeParse({ personId: ADA, name }).success).toBe(false);
    expect(personCommands.UpdateName.schema.safeParse({ personId: ADA, name }).success).toBe(false);
  });

  it('keeps null for the sources that nobody named', () => {
    given().when('CreatePerson', { personId: ADA, name: lovelace }).thenEvents(created());
  });

  it.each([[created()], [created(), suspended], [created(), archived], [created(), merged(GRACE)]])(
    'is refused where the id is taken, whatever became of the person',
    (...events) => {
      given(...events)
        .when('CreatePerson', { personId: ADA, name: lovelace })
        .thenRefused('person-exists', { personId: ADA });
    },
  );
});

describe('renaming', () => {
  it('keeps the former name, the new one and the reason', () => {
    given(created())
      .when('UpdateName', { personId: ADA, name: king, reason: 'Marriage' })
      .thenEvents({
        type: 'NameUpdated',
        data: { oldName: lovelace, newName: king, changeReason: 'Marriage' },
      })
      .thenPerson({ name: king });
  });

  it('needs no reason', () => {
    given(created())
      .when('UpdateName', { personId: ADA, name: king })
      .thenEvents({ type: 'NameUpdated', data: { oldName: lovelace, newName: king, changeReason: null } });
  });

  it('changes nothing where the name is the same', () => {
    given(created()).when('UpdateName', { personId: ADA, name: lovelace, reason: 'Again' }).thenNothing();
  });
});

describe('the date of birth', () => {
  it('is set once', () => {
    given(created())
      .when('SetBirthDate', { personId: ADA, birthDate: '1815-12-10' })
      .thenEvents({ type: 'BirthDateSet', data: { birthDate: '1815-12-10' } })
      .thenPerson({ birthDate: '1815-12-10' });
  });

  it('can be set while the person is suspended', () => {
    given(created(), suspended)
      .when('SetBirthDate', { personId: ADA, birthDate: '1815-12-10' })
      .thenPerson({ birthDate: '1815-12-10', lifecycle: { status: 'suspended' } });
  });

  it('cannot be changed', () => {
    given(created(), { type: 'BirthDateSet', data: { birthDate: '1815-12-10' } })
      .when('SetBirthDate', { personId: ADA, birthDate: '1815-12-11' })
      .thenRefused('birth-date-already-set', { birthDate: '1815-12-10' });
  });

  it('may be said again', () => {
    given(created(), { type: 'BirthDateSet', data: { birthDate: '1815-12-10' } })
      .when('SetBirthDate', { personId: ADA, birthDate: '1815-12-10' })
      .thenNothing();
  });

  it('may be the day that has begun at the eastern end of the earth', () => {
    given(created())
      .when('SetBirthDate', { personId: ADA, birthDate: '2024-06-02' }, '2024-06-01T10:00:00.000Z')
      .thenEvents({ type: 'BirthDateSet', data: { birthDate: '2024-06-02' } });
  });

  it('is refused where it is in the future everywhere on earth', () => {
    given(created())
      .when('SetBirthDate', { personId: ADA, birthDate: '2024-06-02' }, '2024-06-01T09:59:59.999Z')
      .thenRefused('date-in-future', { field: 'birthDate', date: '2024-06-02', latest: '2024-06-01' });
  });
});

describe('recording a death', () => {
  const born = { type: 'BirthDateSet', data: { birthDate: '1815-12-10' } } as const;

  it('closes the record with the date', () => {
    given(created(), born)
      .when('RecordDeath', { personId: ADA, dateOfDeath: '1852-11-27' })
      .thenEvents({ type: 'DeathRecorded', data: { dateOfDeath: '1852-11-27' } })
      .thenPerson({ lifecycle: { status: 'deceased', dateOfDeath: '1852-11-27' } });
  });

  it('is possible without a date of birth, and on the day of birth', () => {
    given(created())
      .when('RecordDeath', { personId: ADA, dateOfDeath: '0001-01-01' })
      .thenPerson({ lifecycle: { status: 'deceased' } });
    given(created(), born)
      .when('RecordDeath', { personId: ADA, dateOfDeath: '1815-12-10' })
      .thenPerson({ lifecycle: { status: 'deceased' } });
  });

  it('is possible while the person is suspended', () => {
    given(created(), suspended)
      .when('RecordDeath', { personId: ADA, dateOfDeath: '2020-01-01' })
      .thenEvents(deceased);
  });

  it('is refused before the birth', () => {
    given(created(), born)
      .when('RecordDeath', { personId: ADA, dateOfDeath: '1815-12-09' })
      .thenRefused('death-before-birth', { birthDate: '1815-12-10', dateOfDeath: '1815-12-09' });
  });

  it('is refused in the future', () => {
    given(created())
      .when('RecordDeath', { personId: ADA, dateOfDeath: '2024-06-03' })
      .thenRefused('date-in-future', { field: 'dateOfDeath', latest: '2024-06-02' });
  });

  it('is refused a second time, also with the same date', () => {
    given(created(), deceased)
      .when('RecordDeath', { personId: ADA, dateOfDeath: '2020-01-01' })
      .thenRefused('person-deceased', { dateOfDeath: '2020-01-01' });
  });
});

describe('suspension', () => {
  it('records its reason and keeps all components', () => {
    given(created(), added(1, 'EmailAddress'))
      .when('DeactivatePerson', { personId: ADA, reason: ' On leave ' })
      .thenEvents(suspended)
      .thenPerson({
        lifecycle: { status: 'suspended', reason: 'On leave', since: '2024-06-01T12:00:00.000Z' },
        components: [{ componentId: added(1, 'EmailAddress').data.componentId, type: 'EmailAddress' }],
      });
  });

  it('is refused twice', () => {
    given(created(), suspended)
      .when('DeactivatePerson', { personId: ADA, reason: 'Again' })
      .thenRefused('already-suspended', { reason: 'On leave' });
  });

  it('ends with reactivation, which records its reason', () => {
    given(created(), suspended)
      .when('ReactivatePerson', { personId: ADA, reason: 'Back' })
      .thenEvents({ type: 'PersonActivated', data: { reason: 'Back' } })
      .thenPerson({ lifecycle: { status: 'active' } });
  });

  it('cannot end where it has not begun', () => {
    given(created()).when('ReactivatePerson', { personId: ADA, reason: 'Back' }).thenRefused('not-suspended');
  });
});

describe('archiving', () => {
  it.each([[created()], [created(), suspended]])(
    'closes the record of an active or a suspended person',
    (...events) => {
      given(...events)
        .when('ArchivePerson', { personId: ADA, reason: 'Left for good' })
        .thenEvents(archived)
        .thenPerson({ lifecycle: { status: 'archived', reason: 'Left for good' } });
    },
  );
});
