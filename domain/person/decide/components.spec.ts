import { describe, expect, it } from 'vitest';
import { ADA, COMMAND, given } from '../../testing/given.ts';
import { added, componentIdOf, created, removed, updated } from '../../testing/persons.ts';
import { type PersonEvent, personCommands } from '../index.ts';

const person = { personId: ADA };
const one = { ...person, componentId: componentIdOf(1) };
const email = { address: 'ada@example.org' };

describe('adding a component', () => {
  it('takes the id of the command where none is given', () => {
    given(created())
      .when('AddComponent', { ...person, componentType: 'Tag', data: { name: ' board ' } })
      .thenEvents(added(1, 'Tag', { componentId: COMMAND, data: { name: 'board' } }));
  });

  it('keeps what it is told besides the data, and who registered it', () => {
    const extras = { verified: true, tags: ['a', 'b'], custom: { badge: '7' }, registeredBy: 'hr:import' };
    given(created())
      .when('AddComponent', {
        ...one,
        componentType: 'Tag',
        data: { name: 'board', category: null },
        ...extras,
        tags: ['a', 'b', 'a'],
      })
      .thenEvents(added(1, 'Tag', { data: { name: 'board' }, ...extras }))
      .thenPerson({
        components: [
          {
            componentId: one.componentId,
            createdBy: 'hr:import',
            updatedBy: 'user:grace',
            tags: ['a', 'b'],
          },
        ],
      });
  });

  it('is refused under an id that the person has already', () => {
    given(created(), added(1, 'Tag'))
      .when('AddComponent', { ...one, componentType: 'Tag', data: { name: 'other' } })
      .thenRefused('component-exists', { componentId: one.componentId });
  });

  it('is refused with every field that has to be mended', () => {
    given(created())
      .when('AddComponent', { ...one, componentType: 'PhoneNumber', data: { number: 'none', kind: 'x' } })
      .thenRefused('component-invalid', {
        componentType: 'PhoneNumber',
        issues: [
          { path: 'number', message: 'Must contain a digit' },
          { path: 'countryCode', message: 'Enter the country calling code, like +41' },
          { path: 'kind', message: 'There is no such field here: take it out' },
        ],
      });
  });

  it('allows several of a type, of which none is primary by itself', () => {
    given(created(), added(1, 'EmailAddress'))
      .when('AddEmail', { ...person, ...email })
      .thenPerson({
        components: [
          { componentId: componentIdOf(1), primary: false },
          { componentId: COMMAND, primary: false, data: email },
        ],
      });
  });

  it('allows one only of what a person has once', () => {
    given(created(), added(1, 'GeneralPreferences'))
      .when('AddComponent', { ...person, componentType: 'GeneralPreferences', data: {} })
      .thenRefused('component-type-registered', { componentId: componentIdOf(1) });
  });
});

describe('the primary component of a type', () => {
  const demoted = updated(1, 'EmailAddress', { primary: false });

  it('gives way in the same commit when another one is added as primary', () => {
    given(created(), added(1, 'EmailAddress', { primary: true }), added(2, 'PhoneNumber', { primary: true }))
      .when('AddEmail', { ...person, ...email, primary: true })
      .thenEvents(demoted, added(1, 'EmailAddress', { componentId: COMMAND, data: email, primary: true }))
      .thenPerson({
        components: [
          { componentId: componentIdOf(1), primary: false },
          { componentId: componentIdOf(2), type: 'PhoneNumber', primary: true },
          { componentId: COMMAND, primary: true },
        ],
      });
  });

  it('gives way in the same commit when another one becomes primary', () => {
    given(
      created(),
      added(1, 'EmailAddress', { primary: true }),
      added(2, 'EmailAddress'),
      added(3, 'EmailAddress'),
    )
      .when('UpdateComponent', { ...person, componentId: componentIdOf(2), changes: { primary: true } })
      .thenEvents(demoted, updated(2, 'EmailAddress', { primary: true }));
  });

  it('is the only one once it is said again, where history left several', () => {
    given(created(), added(1, 'EmailAddress', { primary: true }), added(2, 'EmailAddress', { primary: true }))
      .when('UpdateComponent', { ...person, componentId: componentIdOf(2), changes: { primary: true } })
      .thenEvents(demoted);
    given(created(), added(2, 'EmailAddress', { primary: true }))
      .when('UpdateComponent', { ...person, componentId: componentIdOf(2), changes: { primary: true } })
      .thenNothing();
  });

  it('can be given up without another one', () => {
    given(created(), added(1, 'EmailAddress', { primary: true }))
      .when('UpdateComponent', { ...one, changes: { primary: false } })
      .thenEvents(demoted);
  });
});

describe('changing a component', () => {
  const custom = { badge: '7', floor: '2' };
  const before = added(1, 'EmailAddress', { data: { ...email, type: 'Work' }, tags: ['a'], custom });

  it('leaves every field alone that is not given', () => {
    given(created(), before)
      .when('UpdateComponent', { ...one, changes: { data: { marketing: true } }, reason: 'Asked' })
      .thenEvents(updated(1, 'EmailAddress', { data: { marketing: true } }, 'Asked'))
      .thenPerson({
        components: [{ data: { ...email, type: 'Work', marketing: true } }],
      });
  });

  it('clears a field with null, and normalises what is given', () => {
    given(created(), before)
      .when('UpdateComponent', { ...one, changes: { data: { type: null, address: ' Ada@EXAMPLE.org ' } } })
      .thenEvents(updated(1, 'EmailAddress', { data: { type: null, address: 'Ada@example.org' } }));
  });

  it('changes flags, tags and custom fields without looking at the data', () => {
    given(created(), added(1, 'EmailAddress', { data: { broken: true }, custom }))
      .when('UpdateComponent', {
        ...one,
        changes: { verified: true, tags: ['b'], custom: { badge: null, floor: '2', desk: '9' } },
      })
      .thenEvents(
        updated(1, 'EmailAddress', { verified: true, tags: ['b'], custom: { badge: null, desk: '9' } }),
      )
      .thenPerson({ components: [{ custom: { floor: '2', desk: '9' }, tags: ['b'] }] });
  });

  it('finds a field of one’s own by its key, with spaces around it or without', () => {
    const locker = added(1, 'Custom', { data: { name: 'Locker', fields: { floor: 2, desk: 9 } } });
    given(created(), locker)
      .when('UpdateComponent', {
        ...one,
        changes: { data: { fields: { ' floor': 3, 'desk ': null, ' note ': 'x' } } },
      })
      .thenEvents(updated(1, 'Custom', { data: { fields: { floor: 3, desk: null, note: 'x' } } }));
  });

  it('records nothing where nothing would change', () => {
    const same = {
      data: { address: 'ada@Example.org', marketing: null },
      primary: false,
      tags: ['a'],
      custom,
    };
    given(created(), before)
      .when('UpdateComponent', { ...one, changes: same })
      .thenNothing();
    given(created(), before)
      .when('UpdateComponent', { ...one, changes: {} })
      .thenNothing();
  });

  it('is refused where the whole is not valid afterwards, what was broken before included', () => {
    const broken = added(1, 'EmailAddress', { data: { email: 'ada' } });
    given(created(), broken)
      .when('UpdateComponent', { ...one, changes: { data: { type: 'Work' } } })
      .thenRefused('component-invalid', {
        issues: [
          { path: 'address', message: 'Enter a value' },
          { path: 'email', message: 'There is no such field here: take it out' },
        ],
      });
    given(created(), broken)
      .when('UpdateComponent', { ...one, changes: { data: { ...email, email: null } } })
      .thenEvents(updated(1, 'EmailAddress', { data: { ...email, email: null } }));
  });

  it('is refused for a component that is not there', () => {
    given(created(), added(1, 'Tag'), removed(1, 'Tag'))
      .when('UpdateComponent', { ...one, changes: { verified: true } })
      .thenRefused('component-missing', { componentId: one.componentId });
  });

  it('is refused for data of a type that this program does not know, which can still be marked and removed', () => {
    const strange: PersonEvent = {
      type: 'ComponentAdded',
      data: { ...added(1, 'Tag').data, componentType: 'Horoscope', data: { sign: 'Leo' } },
    };
    given(created(), strange)
      .when('UpdateComponent', { ...one, changes: { data: { sign: 'Virgo' } } })
      .thenRefused('component-type-unknown', { componentType: 'Horoscope' });
    given(created(), strange)
      .when('UpdateComponent', { ...one, changes: { tags: ['old'] } })
      .thenPerson({ components: [{ tags: ['old'], data: { sign: 'Leo' } }] });
    given(created(), strange).when('RemoveComponent', one).thenPerson({ components: [] });
  });
});

it('refuses a type that does not exist, before anything is decided', () => {
  const data = { ...person, componentType: 'Horoscope', data: {} };
  expect(personCommands.AddComponent.schema.safeParse(data).success).toBe(false);
  expect(personCommands.AddComponent.schema.safeParse({ ...data, componentType: 'Tag' }).success).toBe(true);
});
