import type { Submission } from '../../domain/contract/commands.ts';
import {
  addComponent,
  addEmail,
  addPhone,
  createPerson,
  personIdOf,
  rename,
  setBirthDate,
  submission,
} from './submissions.ts';
import type { TestConsole } from './test-console.ts';

/** Persons by number: what each is an example of. */
export const VARIED = {
  contacts: 1,
  renamed: 2,
  suspended: 3,
  merged: 4,
  deceased: 5,
  archived: 6,
  employed: 7,
  chinese: 8,
} as const;

/** A little of everything that can happen to persons: one group of commands after the other. */
export const variedHistory: readonly (readonly Submission[])[] = [
  [
    createPerson(VARIED.contacts, 'Ada Lovelace'),
    createPerson(VARIED.renamed, 'Grace Murray'),
    createPerson(VARIED.suspended, 'José García Márquez'),
    createPerson(VARIED.merged, 'A. Lovelace'),
    createPerson(VARIED.deceased, 'Émilie du Châtelet'),
    createPerson(VARIED.archived, 'Łukasz Straße'),
    createPerson(VARIED.employed, 'Tim Berners-Lee'),
    createPerson(VARIED.chinese, { familyNames: ['李'], givenNames: ['明'], convention: 'EastAsian' }),
  ],
  [
    addEmail(VARIED.contacts, 'Ada@Example.com'),
    addEmail(VARIED.contacts, 'ada.lovelace@engines.example'),
    addPhone(VARIED.contacts, '079 123 45 67'),
    setBirthDate(VARIED.contacts, '1815-12-10'),
    addComponent(VARIED.contacts, 'Tag', { name: 'Pioneer' }, { tags: ['vip', 'history'], primary: true }),
    rename(VARIED.renamed, { givenNames: ['Grace', 'Brewster'], familyNames: ['Hopper'], prefixes: ['Dr.'] }),
    addComponent(VARIED.renamed, 'Skill', { name: 'Compilers', category: 'Systems', proficiency: 'Expert' }),
    addEmail(VARIED.suspended, 'jose@example.com'),
    submission('DeactivatePerson', { personId: personIdOf(VARIED.suspended), reason: 'On leave' }),
    addEmail(VARIED.merged, 'ada@example.com'),
    submission('MergePersons', {
      personId: personIdOf(VARIED.merged),
      targetId: personIdOf(VARIED.contacts),
      reason: 'DuplicateIdentity',
    }),
    submission('RecordDeath', { personId: personIdOf(VARIED.deceased), dateOfDeath: '1749-09-10' }),
    submission('ArchivePerson', { personId: personIdOf(VARIED.archived), reason: 'Left for good' }),
    addComponent(VARIED.employed, 'Employment', {
      company: 'CERN',
      position: 'Fellow',
      startDate: '1984-03-01',
      endDate: '1994-09-30',
      current: false,
    }),
    addComponent(VARIED.employed, 'Employment', {
      company: 'W3C',
      position: 'Director',
      startDate: '1994-10-01',
    }),
    submission('AssignLocation', { personId: personIdOf(VARIED.employed), locationId: 'geneva' }),
    submission('LinkIdentity', {
      personId: personIdOf(VARIED.employed),
      system: 'ldap',
      identityId: 'timbl',
    }),
    submission('UpdateMetadata', { personId: personIdOf(VARIED.employed), changes: { badge: '31' } }),
  ],
  [
    submission('ReactivatePerson', { personId: personIdOf(VARIED.suspended), reason: 'Back again' }),
    submission('DeactivatePerson', { personId: personIdOf(VARIED.suspended), reason: 'Away again' }),
    addPhone(VARIED.employed, '022 767 61 11'),
    addEmail(VARIED.chinese, 'ming@example.cn'),
  ],
];

/** Throws where a command of it is not accepted. */
export async function liveThrough(
  console: TestConsole,
  history: readonly (readonly Submission[])[] = variedHistory,
): Promise<void> {
  for (const group of history) {
    for (const outcome of await console.submitAll(group)) {
      if (outcome.status !== 'accepted') throw new Error(outcome.message);
    }
  }
  console.engine.engine.catchUp();
}
