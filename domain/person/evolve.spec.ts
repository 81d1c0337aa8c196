import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ADA, COMMAND, fold, foldPerson, GRACE } from '../testing/given.ts';
import {
  added,
  componentIdOf,
  created,
  lovelace,
  merged,
  removed,
  suspended,
  updated,
} from '../testing/persons.ts';
import { NOW, record, uuidOf } from '../testing/recorded.ts';
import { atVersion, evolve } from './evolve.ts';
import { type PersonEvent, type PersonEventType, personEvents } from './events.ts';
import { nameOf } from './name.ts';
import { unknownPerson } from './state.ts';

const later = '2024-07-01T00:00:00.000Z';

describe('the state of a person', () => {
  it('begins with the creation: who, when, and from where', () => {
    const event = record(created(), { version: 1, commandId: COMMAND });
    expect(evolve(unknownPerson, event)).toEqual({
      exists: true,
      personId: ADA,
      version: 1,
      name: lovelace,
      source: null,
      sourceSystem: null,
      importId: null,
      birthDate: null,
      lifecycle: { status: 'active' },
      components: [],
      location: null,
      identities: {},
      metadata: {},
      createdAt: NOW,
      createdBy: 'user:grace',
      updatedAt: NOW,
      updatedBy: 'user:grace',
    });
  });

  it('counts every event, and remembers the last', () => {
    const state = foldPerson([created(), suspended]);
    const next = evolve(
      state,
      record(
        { type: 'PersonUpdated', data: { changes: { shoe: 43 } } },
        {
          version: 3,
          commandId: COMMAND,
          timestamp: later,
          actor: null,
        },
      ),
    );
    expect(next).toEqual({ ...state, version: 3, updatedAt: later, updatedBy: null });
  });

  it('counts an event that this program does not know, and changes nothing else', () => {
    const state = foldPerson([created()]);
    const strange = record({ type: 'Cloned', data: {} }, { version: 2, commandId: COMMAND });
    expect(evolve(state, strange as never)).toEqual({ ...state, version: 2 });
    expect(atVersion(state, 7)).toEqual({ ...state, version: 7 });
    expect(atVersion(unknownPerson, 7)).toBe(unknownPerson);
  });

  it('keeps everything besides name and source where history creates a person twice', () => {
    const other = nameOf({ givenNames: ['Ada'], familyNames: ['King'] });
    expect(fold([created(), added(1, 'Tag'), suspended, created(ADA, other)])).toMatchObject({
      name: other,
      version: 4,
      lifecycle: { status: 'suspended' },
      components: [{ componentId: componentIdOf(1), type: 'Tag' }],
    });
  });

  it('stays unknown where history begins with something else than a creation', () => {
    expect(fold([suspended, added(1, 'Tag')])).toEqual({ exists: false });
  });

  it('merges into another person', () => {
    expect(foldPerson([created(), merged(GRACE)]).lifecycle).toEqual({
      status: 'merged',
      into: GRACE,
      reason: 'DuplicateIdentity',
      since: NOW,
    });
  });
});

describe('a component', () => {
  const id = componentIdOf(1);

  it('knows who added it, and who changed it last', () => {
    const state = foldPerson([created(), added(1, 'Tag', { registeredBy: 'hr:import' })]);
    const change = record(updated(1, 'Tag', { data: { category: 'x' } }), {
      version: 3,
      commandId: COMMAND,
      timestamp: later,
      actor: 'user:charles',
    });
    expect(evolve(state, change)).toMatchObject({
      components: [
        {
          componentId: id,
          createdBy: 'hr:import',
          createdAt: NOW,
          updatedBy: 'user:charles',
          updatedAt: later,
        },
      ],
    });
  });

  it('is kept whatever its type and data are', () => {
    const strange: PersonEvent = {
      type: 'ComponentAdded',
      data: { ...added(1, 'Tag').data, componentType: 'Horoscope', data: { sign: { of: ['Leo'] } } },
    };
    expect(foldPerson([created(), strange]).components).toMatchObject([
      { componentId: id, type: 'Horoscope', data: { sign: { of: ['Leo'] } } },
    ]);
  });

  it('begins where it is changed without having been added, as the former system did', () => {
    const state = foldPerson([created(), updated(1, 'Tag', { verified: true })]);
    expect(state.components).toMatchObject([
      { componentId: id, type: 'Tag', primary: false, verified: true },
    ]);
    expect(state.components[0]?.data).toEqual({});
  });

  it('keeps its place when it is changed, and comes last when it is added anew', () => {
    const ids = (...events: PersonEvent[]) =>
      foldPerson([created(), added(1, 'Tag'), added(2, 'Tag'), ...events]).components.map(
        ({ componentId }) => componentId,
      );
    const [first, second] = [componentIdOf(1), componentIdOf(2)];
    expect(ids(updated(1, 'Tag', { verified: true }))).toEqual([first, second]);
    expect(ids(added(1, 'Tag'))).toEqual([first, second]);
    expect(ids(removed(1, 'Tag'), added(1, 'Tag'))).toEqual([second, first]);
  });

  it('that is removed without being there changes nothing', () => {
    const state = foldPerson([created(), added(1, 'Tag'), removed(2, 'Tag')]);
    expect(state.version).toBe(3);
    expect(state.components.map(({ componentId }) => componentId)).toEqual([id]);
  });

  it('comes from the former event for employments too', () => {
    const event: PersonEvent = { type: 'EmploymentAdded', data: { employmentId: id, company: 'Engines' } };
    expect(foldPerson([created(), event]).components).toMatchObject([
      { componentId: id, type: 'Employment', data: { company: 'Engines' }, createdBy: 'user:grace' },
    ]);
  });
});

describe('history', () => {
  const types = Object.keys(personEvents) as PersonEventType[];
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record({
      changes: fc.jsonValue(),
      data: fc.jsonValue(),
      componentId: fc.constantFrom(componentIdOf(1), 'toString'),
      system: fc.constantFrom<unknown>('hr', { toString: 1 }),
    }),
  );

  property.prop([fc.array(fc.tuple(fc.constantFrom(...types), anything), { maxLength: 20 })])(
    'never throws, whatever stands in it',
    (events) => {
      const state = fold([
        created(),
        added(1, 'Tag'),
        ...events.map(([type, data]) => ({ type, data }) as never),
      ]);
      expect(state).toMatchObject({ exists: true, version: events.length + 2 });
    },
  );

  it('is folded by events that carry ids of any form', () => {
    const odd = { ...added(1, 'Tag'), data: { ...added(1, 'Tag').data, componentId: '__proto__' } };
    const state = foldPerson([created(uuidOf(1, 9)), odd]);
    expect(state.components).toMatchObject([{ componentId: '__proto__' }]);
  });
});
