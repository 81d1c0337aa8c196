import type { DomainEvent, Recorded } from '../kernel/event.ts';
import { componentAdded, componentRemoved, componentUpdated, employmentAdded } from './evolve-components.ts';
import type { PersonEvent, PersonEventOf, PersonEventType } from './events.ts';
import { isJsonObject } from './fields/json.ts';
import { patched } from './fields/merge-patch.ts';
import type { ExistingPerson, Lifecycle, PersonState } from './state.ts';

type Fold<T extends PersonEventType> = (
  person: ExistingPerson,
  event: Recorded<PersonEventOf<T>>,
) => Partial<ExistingPerson>;

const folds: { readonly [T in Exclude<PersonEventType, 'PersonCreated'>]: Fold<T> } = {
  PersonActivated: () => lifecycle({ status: 'active' }),
  PersonSuspended: (_, event) =>
    lifecycle({ status: 'suspended', reason: event.data.reason, since: event.metadata.timestamp }),
  PersonArchived: (_, event) =>
    lifecycle({ status: 'archived', reason: event.data.reason, since: event.metadata.timestamp }),
  PersonUpdated: () => ({}),
  NameUpdated: (_, event) => ({ name: event.data.newName }),
  BirthDateSet: (_, event) => ({ birthDate: event.data.birthDate }),
  DeathRecorded: (_, event) =>
    lifecycle({
      status: 'deceased',
      dateOfDeath: event.data.dateOfDeath,
      since: event.metadata.timestamp,
    }),
  ComponentAdded: componentAdded,
  ComponentUpdated: componentUpdated,
  ComponentRemoved: componentRemoved,
  PersonMerged: (_, event) =>
    lifecycle({ status: 'merged', ...merge(event), since: event.metadata.timestamp }),
  LocationAssigned: (_, event) => ({ location: event.data.locationId ?? null }),
  EmploymentAdded: employmentAdded,
  IdentityLinked: (person, { data: { system, identityId } }) =>
    isNoName(system) ? {} : { identities: { ...person.identities, [system]: identityId } },
  MetadataUpdated: (person, event) => ({
    metadata: patched(person.metadata, event.data.changes) as Record<string, string>,
  }),
};

/** Not everything that history may have in the place of a name can be one. */
function isNoName(value: unknown): boolean {
  return typeof value === 'object';
}

function lifecycle(next: Lifecycle): Partial<ExistingPerson> {
  return { lifecycle: next };
}

function merge(event: PersonEventOf<'PersonMerged'>) {
  return { into: event.data.into, reason: event.data.reason };
}

function created(state: PersonState, event: Recorded<PersonEventOf<'PersonCreated'>>): PersonState {
  const { personId, name } = event.data;
  // History may lack what today's schema asks for.
  const { source = null, sourceSystem = null, importId = null } = event.data as Partial<typeof event.data>;
  const { timestamp, actor } = event.metadata;
  const origin = { name, source, sourceSystem, importId };
  // The former system let a second creation through: what was known besides the name stays.
  if (state.exists) return stamped(state, event, origin);
  return {
    exists: true,
    personId,
    version: event.version,
    ...origin,
    birthDate: null,
    lifecycle: { status: 'active' },
    components: [],
    location: null,
    identities: {},
    metadata: {},
    createdAt: timestamp,
    createdBy: actor,
    updatedAt: timestamp,
    updatedBy: actor,
  };
}

function stamped(
  person: ExistingPerson,
  event: Recorded<DomainEvent>,
  changes: Partial<ExistingPerson>,
): ExistingPerson {
  const { timestamp, actor } = event.metadata;
  return { ...person, ...changes, version: event.version, updatedAt: timestamp, updatedBy: actor };
}

/** A state that an event without meaning for it has passed by: an unknown type, or a newer version. */
export function atVersion(state: PersonState, version: number): PersonState {
  return state.exists ? { ...state, version } : state;
}

/** The state after an event. Never refuses, never throws: history is what it is. */
export function evolve(state: PersonState, event: Recorded<PersonEvent>): PersonState {
  if (!isJsonObject(event.data)) return atVersion(state, event.version);
  if (event.type === 'PersonCreated') return created(state, event);
  if (!state.exists) return state;
  if (!Object.hasOwn(folds, event.type)) return atVersion(state, event.version);
  const fold = folds[event.type] as Fold<PersonEventType>;
  return stamped(state, event, fold(state, event));
}
