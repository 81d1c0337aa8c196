import { OWN_ID } from './commands/fields.ts';
import type { PersonEvent, PersonEventOf, PersonEventType } from './events.ts';
import { patchPaths, segment } from './fields/merge-patch.ts';

/** One place of a person's state, by every name that a command's `writes` may call it. */
export type Place = readonly string[];

const lifecycle = (): Place[] => [['lifecycle']];

const places: {
  readonly [T in PersonEventType]: (data: PersonEventOf<T>['data']) => Place[];
} = {
  PersonCreated: () => [['name'], ['source'], ['lifecycle']],
  PersonActivated: lifecycle,
  PersonSuspended: lifecycle,
  PersonArchived: lifecycle,
  PersonUpdated: () => [],
  NameUpdated: () => [['name']],
  BirthDateSet: () => [['birthDate']],
  DeathRecorded: lifecycle,
  ComponentAdded: (data) => [...whole(data), ...fields(data, { data: data.data }), ...primaryOf(data)],
  ComponentUpdated: (data) => fields(data, data.changes),
  ComponentRemoved: whole,
  PersonMerged: lifecycle,
  LocationAssigned: () => [['location']],
  EmploymentAdded: (data) => whole({ componentId: data.employmentId, componentType: 'Employment' }),
  IdentityLinked: (data) => [[`identities/${segment(data.system)}`]],
  MetadataUpdated: (data) => patchPaths('metadata', data.changes).map((path) => [path]),
};

interface Of {
  readonly componentId: string;
  readonly componentType: string;
}

/** A component that comes or goes: its type is touched, but not as a whole, so that two additions can meet. */
function whole({ componentId, componentType }: Of): Place[] {
  const id = segment(componentId);
  return [[`components/${id}`, `components:type/${segment(componentType)}/${id}`]];
}

function fields({ componentId, componentType }: Of, changes: object): Place[] {
  const type = segment(componentType);
  return patchPaths('', { ...changes }).map((path) => {
    const names = [`components/${segment(componentId)}${path}`, `components:type/${type}${path}`];
    return path === '/primary' ? [...names, `primary/${type}`] : names;
  });
}

function primaryOf(data: PersonEventOf<'ComponentAdded'>['data']): Place[] {
  return data.primary ? [[`primary/${segment(data.componentType)}`]] : [];
}

/** The places that an event changed: what a rebase holds against the `writes` of pending commands. */
export function changedPlaces(event: PersonEvent): Place[] {
  const placesOf = places[event.type] as (data: PersonEvent['data']) => Place[];
  return placesOf(event.data);
}

/** The paths of a command's `writes` with its own id filled in. */
export function writtenPaths(writes: readonly string[], commandId: string): string[] {
  return writes.map((path) => path.replace(OWN_ID, commandId));
}

/** True where `outer` is `inner` or leads to it. */
export function coversPath(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}
