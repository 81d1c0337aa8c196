import type { Component, ExistingPerson } from '../../domain/contract/forms.ts';
import type { EventRow } from '../../domain/contract/views.ts';

type Data = Readonly<Record<string, unknown>>;
interface Fact {
  readonly type: string;
  readonly data: Data;
  readonly at: string;
  readonly actor: string | null;
  readonly known?: boolean;
}

function added(component: Component): Fact {
  const {
    type: componentType,
    componentId,
    data,
    primary,
    verified,
    tags,
    custom,
    createdAt,
    createdBy,
  } = component;
  const event = { componentId, componentType, data, primary, verified, tags, custom, registeredBy: null };
  return { type: 'ComponentAdded', data: event, at: createdAt, actor: createdBy };
}

function endOf({ lifecycle, updatedAt: at, updatedBy: actor }: ExistingPerson): readonly Fact[] {
  switch (lifecycle.status) {
    case 'suspended':
      return [{ type: 'PersonSuspended', data: { reason: lifecycle.reason }, at, actor }];
    case 'archived':
      return [{ type: 'PersonArchived', data: { reason: lifecycle.reason }, at, actor }];
    case 'deceased':
      return [{ type: 'DeathRecorded', data: { dateOfDeath: lifecycle.dateOfDeath }, at, actor }];
    case 'merged':
      return [{ type: 'PersonMerged', data: { into: lifecycle.into, reason: lifecycle.reason }, at, actor }];
    case 'active':
      return [];
  }
}

function corrected(person: ExistingPerson): readonly Fact[] {
  const first = person.components[0];
  if (first === undefined) return [];
  const changes = { data: { marketing: false, notifications: null }, verified: true };
  const data = { componentId: first.componentId, componentType: first.type, changes, reason: 'Called back' };
  return [{ type: 'ComponentUpdated', data, at: person.updatedAt, actor: 'user:Grace Hopper' }];
}

/** A history that leads to this state, and a few things that came and went on the way. */
function factsOf(person: ExistingPerson): readonly Fact[] {
  const {
    createdAt: at,
    createdBy: actor,
    personId,
    name,
    source,
    sourceSystem,
    importId,
    birthDate,
  } = person;
  const former = { ...name, familyNames: name.familyNames.map((part) => `${part}-Smith`) };
  const created = { personId, name: former, source, sourceSystem, importId };
  const renamed = { oldName: former, newName: name, changeReason: 'Marriage' };
  const metrics = { repositories: 4, lines: 12_803 };
  return [
    { type: 'PersonCreated', data: created, at, actor },
    ...(birthDate === null ? [] : [{ type: 'BirthDateSet', data: { birthDate }, at, actor }]),
    ...person.components.map(added),
    { type: 'GitMetricsImported', data: metrics, at, actor: 'system:bridge', known: false },
    { type: 'NameUpdated', data: renamed, at, actor: 'user:Grace Hopper' },
    ...corrected(person),
    ...endOf(person),
  ];
}

export function eventOf(person: ExistingPerson, fact: Fact, version: number): EventRow {
  const id = `${person.personId.slice(0, 24)}${String(version).padStart(12, '0')}`;
  return {
    position: version * 1000,
    streamId: `person-${person.personId}`,
    version,
    type: fact.type,
    schemaVersion: 3,
    known: fact.known !== false,
    reading: null,
    eventId: id,
    commitId: id,
    commandId: id,
    correlationId: id,
    causationId: null,
    actor: fact.actor,
    timestamp: fact.at,
    recordedAt: fact.at,
    status: 'pending',
    redacted: false,
    data: JSON.stringify(fact.data),
  };
}

/** Oldest first. */
export function sampleEvents(person: ExistingPerson): readonly EventRow[] {
  return factsOf(person).map((fact, index) => eventOf(person, fact, index + 1));
}
