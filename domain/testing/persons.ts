import { type ComponentType, componentTypes, type PersonEvent } from '../person/index.ts';
import { nameOf, type PersonName } from '../person/name.ts';
import { ADA } from './given.ts';
import { uuidOf } from './recorded.ts';

/** Builders of events for specifications. */
export const lovelace: PersonName = nameOf({ givenNames: ['Ada'], familyNames: ['Lovelace'] });

export function created(personId = ADA, name = lovelace): PersonEvent {
  return {
    type: 'PersonCreated',
    data: { personId, name, source: null, sourceSystem: null, importId: null },
  };
}

export const suspended: PersonEvent = { type: 'PersonSuspended', data: { reason: 'On leave' } };
export const archived: PersonEvent = { type: 'PersonArchived', data: { reason: 'Left for good' } };
export const deceased: PersonEvent = { type: 'DeathRecorded', data: { dateOfDeath: '2020-01-01' } };

export function merged(into: string): PersonEvent {
  return { type: 'PersonMerged', data: { into, reason: 'DuplicateIdentity' } };
}

/** `number` tells several components of one person apart. */
export function componentIdOf(number: number): string {
  return uuidOf(0xc0, number);
}

type Added = Extract<PersonEvent, { readonly type: 'ComponentAdded' }>;

export function added(
  number: number,
  componentType: ComponentType,
  overrides: Partial<Added['data']> = {},
): Added {
  return {
    type: 'ComponentAdded',
    data: {
      componentId: componentIdOf(number),
      componentType,
      data: componentTypes[componentType].example,
      primary: false,
      verified: false,
      tags: [],
      custom: {},
      registeredBy: null,
      ...overrides,
    },
  };
}

export function updated(
  number: number,
  componentType: ComponentType,
  changes: Extract<PersonEvent, { readonly type: 'ComponentUpdated' }>['data']['changes'],
  reason: string | null = null,
): PersonEvent {
  return {
    type: 'ComponentUpdated',
    data: { componentId: componentIdOf(number), componentType, changes, reason },
  };
}

export function removed(number: number, componentType: ComponentType): PersonEvent {
  return {
    type: 'ComponentRemoved',
    data: { componentId: componentIdOf(number), componentType, reason: null },
  };
}
