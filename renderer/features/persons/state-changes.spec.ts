import { describe, expect, it } from 'vitest';
import { samplePerson } from '../../testing/sample-persons.ts';
import type { Component, ExistingPerson } from './person-model.ts';
import { stateChanges } from './state-changes.ts';

const person: ExistingPerson = {
  ...samplePerson(0),
  birthDate: null,
  location: null,
  identities: { ldap: 'ada' },
  metadata: { batch: '17', draft: 'yes' },
  lifecycle: { status: 'active' },
};
const email: Component = {
  ...(person.components[0] as Component),
  componentId: 'e',
  type: 'EmailAddress',
  data: { address: 'old@example.org', type: 'Work' },
  primary: false,
  verified: false,
  tags: [],
  custom: {},
};
const withEmail = (component: Component): ExistingPerson => ({ ...person, components: [component] });
const becomes = (changes: Partial<ExistingPerson>) => stateChanges(person, { ...person, ...changes });

describe('what changed between two states', () => {
  it('is nothing where only version and stamps differ', () => {
    expect(becomes({ version: 99, updatedAt: 'later', updatedBy: 'x' })).toEqual([]);
  });

  it.each<readonly [string, Partial<ExistingPerson>, string, object]>([
    [
      'a date of birth',
      { birthDate: '1815-12-10' },
      'Person',
      { label: 'Date of birth', after: '10 Dec 1815' },
    ],
    ['a location', { location: 'lima' }, 'Person', { label: 'Location', after: 'lima', added: true }],
    ['an identity', { identities: { ldap: 'ada.l' } }, 'Identities', { before: 'ada', after: 'ada.l' }],
    ['metadata', { metadata: { batch: '17' } }, 'Metadata', { label: 'draft', before: 'yes' }],
    [
      'the lifecycle',
      { lifecycle: { status: 'suspended', reason: 'On leave', since: 'x' } },
      'Lifecycle',
      { label: 'Reason', after: 'On leave' },
    ],
  ])('says %s', (_what, changes, title, line) => {
    const [group, ...others] = becomes(changes);
    expect(others).toEqual([]);
    expect(group?.title).toBe(title);
    expect(group?.lines.at(-1)).toMatchObject(line);
  });

  it('says each part of a name that changed, and how it reads', () => {
    const name = { ...person.name, familyNames: ['King'] };
    const [group] = becomes({ name });
    expect(group?.title).toBe('Name');
    expect(group?.lines.map(({ label }) => label)).toEqual(['In lists', 'Family names']);
  });

  it('says the fields of a component, and which one it was', () => {
    const changed = { ...email, data: { address: 'new@example.org' }, verified: true, tags: ['vip'] };
    expect(stateChanges(withEmail(email), withEmail(changed))).toMatchObject([
      {
        title: 'E-mail address',
        lines: [
          { label: 'Address', before: 'old@example.org', after: 'new@example.org' },
          { label: 'Kind', before: 'Work' },
          { after: 'Now verified' },
          { label: 'Tags', after: 'vip' },
        ],
      },
    ]);
  });

  it('says what was added and what was removed', () => {
    const none = { ...person, components: [] };
    expect(stateChanges(none, withEmail(email))).toMatchObject([
      { title: 'E-mail address added', lines: [{ after: 'old@example.org', added: true }, {}] },
    ]);
    expect(stateChanges(withEmail(email), none)).toMatchObject([
      { title: 'E-mail address removed', lines: [{ before: 'old@example.org' }, {}] },
    ]);
  });

  it('of a person that is new is all of them', () => {
    const titles = stateChanges(null, withEmail(email)).map(({ title }) => title);
    expect(titles).toEqual(['Name', 'Lifecycle', 'Person', 'Identities', 'Metadata', 'E-mail address added']);
  });
});
