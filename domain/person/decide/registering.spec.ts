import { describe, it } from 'vitest';
import { ADA, COMMAND, given } from '../../testing/given.ts';
import { added, componentIdOf, created, removed, updated } from '../../testing/persons.ts';

const person = { personId: ADA };
const one = { ...person, componentId: componentIdOf(1) };
const email = { address: 'ada@example.org' };

describe('registering a type of component', () => {
  it('notes the type, whose data follows', () => {
    given(created())
      .when('RegisterComponent', { ...person, componentType: 'EmailAddress', registeredBy: 'hr:import' })
      .thenEvents(added(1, 'EmailAddress', { componentId: COMMAND, data: {}, registeredBy: 'hr:import' }));
    given(created(), added(1, 'EmailAddress', { data: {} }))
      .when('UpdateEmail', { ...one, ...email })
      .thenEvents(updated(1, 'EmailAddress', { data: email }));
  });

  it('is refused where the person has one', () => {
    given(created(), added(1, 'EmailAddress'))
      .when('RegisterComponent', { ...person, componentType: 'EmailAddress' })
      .thenRefused('component-type-registered', {
        componentType: 'EmailAddress',
        componentId: one.componentId,
      });
  });

  it('is refused under an id that another component of the person has', () => {
    given(created(), added(1, 'Tag', { componentId: COMMAND }))
      .when('RegisterComponent', { ...person, componentType: 'EmailAddress' })
      .thenRefused('component-exists', { componentId: COMMAND });
  });

  it('is undone by removing every component of the type', () => {
    given(created(), added(1, 'EmailAddress'), added(2, 'Tag'), added(3, 'EmailAddress'))
      .when('UnregisterComponent', { ...person, componentType: 'EmailAddress' })
      .thenEvents(removed(1, 'EmailAddress'), removed(3, 'EmailAddress'));
  });

  it('cannot be undone where there is none', () => {
    given(created())
      .when('UnregisterComponent', { ...person, componentType: 'EmailAddress' })
      .thenRefused('component-not-registered', { componentType: 'EmailAddress' });
  });
});
