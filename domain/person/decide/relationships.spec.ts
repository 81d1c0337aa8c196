import { describe, it } from 'vitest';
import { ADA, GRACE, given } from '../../testing/given.ts';
import { added, componentIdOf, created, updated } from '../../testing/persons.ts';

const person = { personId: ADA };
const one = { ...person, componentId: componentIdOf(1) };

describe('a relationship', () => {
  const friend = { otherPersonId: GRACE, relationshipType: 'Friend' };

  it('leads to a person who exists', () => {
    given(created())
      .and(GRACE, created(GRACE))
      .when('AddRelationship', { ...one, ...friend })
      .thenEvents(added(1, 'Relationship', { data: friend }));
    given(created())
      .and(GRACE, created(GRACE))
      .when('AddComponent', {
        ...one,
        componentType: 'Relationship',
        data: { ...friend, otherPersonId: ` ${GRACE.toUpperCase()}` },
      })
      .thenEvents(added(1, 'Relationship', { data: friend }));
  });

  it('is refused to nobody', () => {
    given(created())
      .when('AddRelationship', { ...one, ...friend })
      .thenRefused('relationship-target-missing', { otherPersonId: GRACE });
    given(created(), added(1, 'Relationship'))
      .when('UpdateRelationship', { ...one, otherPersonId: GRACE })
      .thenRefused('relationship-target-missing', { otherPersonId: GRACE });
  });

  it('is refused to oneself', () => {
    given(created())
      .when('AddRelationship', { ...one, ...friend, otherPersonId: ADA })
      .thenRefused('relationship-to-itself', { personId: ADA });
  });

  it('can be turned to another person, and changed without asking again whether the other exists', () => {
    const before = added(1, 'Relationship');
    given(created(), before)
      .and(GRACE, created(GRACE))
      .when('UpdateComponent', { ...one, changes: { data: { otherPersonId: GRACE } } })
      .thenEvents(updated(1, 'Relationship', { data: { otherPersonId: GRACE } }));
    given(created(), before)
      .when('UpdateRelationship', { ...one, strength: 0.1 })
      .thenEvents(updated(1, 'Relationship', { data: { strength: 0.1 } }));
  });
});
