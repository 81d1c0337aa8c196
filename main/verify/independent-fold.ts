/**
 * A second fold, over the records that `export` prints. It shares no code with the fold behind the views, so that a
 * mistake in one of them shows as a difference. What the two must agree on is a person's detail document.
 */
import type { StoredEvent } from '../../domain/kernel/event.ts';
import type { ExportedEvent } from '../store/sqlite/export.ts';
import { applyPatch, isObject, type Json } from './independent-patch.ts';
import type { PersonName } from './shared-formats.ts';

interface Stamps {
  createdAt: string;
  createdBy: unknown;
  updatedAt: string;
  updatedBy: unknown;
}

export interface FoldedComponent extends Stamps {
  readonly componentId: string;
  readonly type: string;
  data: Json;
  primary: unknown;
  verified: unknown;
  tags: unknown;
  custom: Json;
}

/** Changed in place by each event: nobody else holds it. */
export interface FoldedPerson extends Stamps {
  readonly exists: true;
  readonly personId: unknown;
  version: number;
  name: PersonName;
  source: unknown;
  sourceSystem: unknown;
  importId: unknown;
  birthDate: string | null;
  lifecycle: Json & { readonly status: string };
  readonly components: FoldedComponent[];
  location: unknown;
  readonly identities: Json;
  metadata: Json;
}

/** An exported event as the upcasters take it. */
export function storedOf(record: ExportedEvent): StoredEvent {
  const { streamId, version, type, schemaVersion, data, eventId, correlationId, causationId } = record;
  const { timestamp, actor, origin, commandId } = record;
  const metadata = { eventId, correlationId, causationId, timestamp, actor, origin, commandId };
  return { streamId, version, type, schemaVersion, data: data ?? {}, metadata };
}

// There are many components: what is empty in all of them is one object.
const NOTHING: Json = Object.freeze({});
const NOTHING_LISTED: readonly never[] = Object.freeze([]);

interface Fact {
  readonly data: Json;
  readonly at: string;
  readonly by: string | null;
}

type Take = (person: FoldedPerson, fact: Fact) => void;

const TAKES: Readonly<Record<string, Take>> = {
  PersonCreated: (person, { data }) => Object.assign(person, originOf(data)),
  PersonActivated: (person) => {
    person.lifecycle = { status: 'active' };
  },
  PersonSuspended: (person, { data, at }) => {
    person.lifecycle = { status: 'suspended', reason: data['reason'], since: at };
  },
  PersonArchived: (person, { data, at }) => {
    person.lifecycle = { status: 'archived', reason: data['reason'], since: at };
  },
  PersonMerged: (person, { data, at }) => {
    person.lifecycle = { status: 'merged', into: data['into'], reason: data['reason'], since: at };
  },
  DeathRecorded: (person, { data, at }) => {
    person.lifecycle = { status: 'deceased', dateOfDeath: data['dateOfDeath'], since: at };
  },
  PersonUpdated: () => undefined,
  NameUpdated: (person, { data }) => {
    person.name = data['newName'] as PersonName;
  },
  BirthDateSet: (person, { data }) => {
    person.birthDate = data['birthDate'] as string;
  },
  ComponentAdded: (person, fact) => {
    const { data } = fact;
    const component = startComponent(fact, data['componentId'], data['componentType']);
    component.data = applyPatch(NOTHING, data['data']);
    component.primary = data['primary'] === true;
    component.verified = data['verified'] === true;
    component.tags = data['tags'] ?? NOTHING_LISTED;
    component.custom = (data['custom'] ?? NOTHING) as Json;
    component.createdBy = data['registeredBy'] ?? fact.by;
    putComponent(person, component);
  },
  ComponentUpdated: (person, fact) => {
    const { componentId, componentType, changes } = fact.data;
    if (!isObject(changes)) return;
    const id = componentId as string;
    // The former system changed components that it had never added: they begin with the change.
    const component = person.components[placeOf(person, id)] ?? startComponent(fact, id, componentType);
    component.data = applyPatch(component.data, changes['data']);
    component.custom = applyPatch(component.custom, changes['custom']);
    component.primary = changes['primary'] ?? component.primary;
    component.verified = changes['verified'] ?? component.verified;
    component.tags = changes['tags'] ?? component.tags;
    component.updatedAt = fact.at;
    component.updatedBy = fact.by;
    putComponent(person, component);
  },
  ComponentRemoved: (person, { data }) => {
    const place = placeOf(person, data['componentId']);
    if (place !== -1) person.components.splice(place, 1);
  },
  EmploymentAdded: (person, fact) => {
    const { employmentId, ...data } = fact.data;
    const component = startComponent(fact, employmentId, 'Employment');
    component.data = data;
    putComponent(person, component);
  },
  LocationAssigned: (person, { data }) => {
    person.location = data['locationId'] ?? null;
  },
  IdentityLinked: (person, { data }) => {
    person.identities[data['system'] as string] = data['identityId'];
  },
  MetadataUpdated: (person, { data }) => {
    person.metadata = applyPatch(person.metadata, data['changes']);
  },
};

/** Types of events that this fold takes in. */
export const FOLDED_TYPES: readonly string[] = Object.keys(TAKES);

function placeOf(person: FoldedPerson, id: unknown): number {
  return person.components.findIndex(({ componentId }) => componentId === id);
}

function putComponent(person: FoldedPerson, component: FoldedComponent): void {
  const place = placeOf(person, component.componentId);
  if (place === -1) person.components.push(component);
  else person.components[place] = component;
}

function originOf(data: Json) {
  const { name, source = null, sourceSystem = null, importId = null } = data;
  return { name: name as PersonName, source, sourceSystem, importId };
}

/** Without a prototype: systems may be called anything. */
function emptyRecord(): Record<string, never> {
  return Object.create(null) as Record<string, never>;
}

function startComponent({ at, by }: Fact, componentId: unknown, type: unknown): FoldedComponent {
  const stamps = { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by };
  const flags = { primary: false, verified: false, tags: NOTHING_LISTED, custom: NOTHING };
  return { componentId: componentId as string, type: type as string, data: NOTHING, ...flags, ...stamps };
}

function startPerson(version: number, { data, at, by }: Fact): FoldedPerson {
  return {
    exists: true,
    personId: data['personId'],
    version,
    ...originOf(data),
    birthDate: null,
    lifecycle: { status: 'active' },
    components: [],
    location: null,
    identities: emptyRecord(),
    metadata: {},
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
  };
}

/** An event that cannot be read counts as a version and changes nothing else. */
export function passBy(person: FoldedPerson | null, version: number): FoldedPerson | null {
  if (person !== null) person.version = version;
  return person;
}

/** The person after an event in today's schema; null as long as nobody was created. */
export function takeEvent(person: FoldedPerson | null, event: StoredEvent): FoldedPerson | null {
  const { type, data, version, metadata } = event;
  const take = Object.hasOwn(TAKES, type) ? TAKES[type] : undefined;
  if (take === undefined || !isObject(data)) return passBy(person, version);
  const fact: Fact = { data, at: metadata.timestamp, by: metadata.actor };
  if (person === null) return type === 'PersonCreated' ? startPerson(version, fact) : null;
  take(person, fact);
  person.version = version;
  person.updatedAt = fact.at;
  person.updatedBy = fact.by;
  return person;
}
