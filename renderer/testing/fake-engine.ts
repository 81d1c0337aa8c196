import type { Outcome, Submission } from '../../domain/contract/commands.ts';
import {
  type Component,
  componentOf,
  type ExistingPerson,
  isJsonObject,
  type JsonObject,
  type Lifecycle,
  type PersonName,
} from '../../domain/contract/forms.ts';
import { eventOf } from './sample-events.ts';
import type { SampleStore } from './sample-store.ts';

interface Change {
  readonly person: ExistingPerson;
  readonly type: string;
  readonly data: JsonObject;
}

function merged(target: unknown, patch: JsonObject): JsonObject {
  const before = isJsonObject(target) ? target : {};
  const after = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null);
  const inner = (key: string, value: unknown) =>
    isJsonObject(value) && isJsonObject(patch[key]) ? merged(before[key], patch[key]) : value;
  return Object.fromEntries(after.map(([key, value]) => [key, inner(key, value)]));
}

function created({ data }: Submission, now: string, actor: string): Change {
  const { personId, name, source = null, sourceSystem = null, importId = null } = data;
  const stamps = { createdAt: now, createdBy: actor, updatedAt: now, updatedBy: actor };
  const fresh = {
    exists: true,
    version: 0,
    birthDate: null,
    lifecycle: { status: 'active' },
    components: [],
  };
  const rest = { location: null, identities: {}, metadata: {} };
  const person = { ...fresh, ...rest, ...stamps, personId, name, source, sourceSystem, importId };
  const event = { personId, name, source, sourceSystem, importId };
  return { person: person as unknown as ExistingPerson, type: 'PersonCreated', data: event };
}

function added(person: ExistingPerson, submission: Submission, now: string, actor: string): Change {
  const { componentType, data, primary = false, verified = false, tags = [], custom = {} } = submission.data;
  const componentId = submission.commandId ?? crypto.randomUUID();
  const content = { data, primary, verified, tags, custom };
  const stamps = { createdAt: now, createdBy: actor, updatedAt: now, updatedBy: actor };
  const component = { componentId, type: componentType, ...content, ...stamps } as unknown as Component;
  const components = [...person.components, component];
  const event = { componentId, componentType, ...content, registeredBy: null };
  return { person: { ...person, components }, type: 'ComponentAdded', data: event };
}

function updated(person: ExistingPerson, { data }: Submission): Change {
  const id = String(data['componentId']);
  const before = componentOf(person, id);
  const changes = isJsonObject(data['changes']) ? data['changes'] : {};
  const after = merged(before, changes) as unknown as Component;
  const event = { componentId: id, componentType: before?.type, changes, reason: data['reason'] ?? null };
  return {
    person: { ...person, components: person.components.map((one) => (one === before ? after : one)) },
    type: 'ComponentUpdated',
    data: event,
  };
}

function removed(person: ExistingPerson, { data }: Submission): Change {
  const id = String(data['componentId']);
  const gone = componentOf(person, id);
  const components = person.components.filter((one) => one !== gone);
  const event = { componentId: id, componentType: gone?.type, reason: data['reason'] ?? null };
  return { person: { ...person, components }, type: 'ComponentRemoved', data: event };
}

interface Call {
  readonly person: ExistingPerson;
  readonly submission: Submission;
  readonly now: string;
  readonly actor: string;
}

const reasonOf = ({ submission }: Call): string => textIn(submission.data, 'reason');
const textIn = (data: JsonObject, key: string): string => (typeof data[key] === 'string' ? data[key] : '');

function lifecycle(call: Call, type: string, next: Lifecycle, data: JsonObject): Change {
  return { person: { ...call.person, lifecycle: next }, type, data };
}

const changes: Readonly<Record<string, (call: Call) => Change>> = {
  UpdateName: ({ person, submission: { data } }) => ({
    person: { ...person, name: data['name'] as PersonName },
    type: 'NameUpdated',
    data: { oldName: person.name, newName: data['name'], changeReason: data['reason'] ?? null },
  }),
  DeactivatePerson: (call) => {
    const reason = reasonOf(call);
    return lifecycle(call, 'PersonSuspended', { status: 'suspended', reason, since: call.now }, { reason });
  },
  ReactivatePerson: (call) =>
    lifecycle(call, 'PersonActivated', { status: 'active' }, { reason: reasonOf(call) }),
  ArchivePerson: (call) => {
    const reason = reasonOf(call);
    return lifecycle(call, 'PersonArchived', { status: 'archived', reason, since: call.now }, { reason });
  },
  RecordDeath: (call) => {
    const dateOfDeath = textIn(call.submission.data, 'dateOfDeath');
    return lifecycle(
      call,
      'DeathRecorded',
      { status: 'deceased', dateOfDeath, since: call.now },
      { dateOfDeath },
    );
  },
  SetBirthDate: ({ person, submission: { data } }) => {
    const birthDate = textIn(data, 'birthDate');
    return { person: { ...person, birthDate }, type: 'BirthDateSet', data: { birthDate } };
  },
  AddComponent: ({ person, submission, now, actor }) => added(person, submission, now, actor),
  RemoveComponent: ({ person, submission }) => removed(person, submission),
  UpdateComponent: ({ person, submission }) => updated(person, submission),
};

function changed(call: Call): Change {
  const change = changes[call.submission.type];
  if (change === undefined) throw new Error(`The sample does not know ${call.submission.type}`);
  return change(call);
}

/** A rough stand-in for the decider: what it accepts is not to be relied on, only what it looks like. */
export function carryOut(store: SampleStore, submission: Submission, operator: string): Outcome {
  const now = new Date().toISOString();
  const actor = `user:${operator}`;
  const personId = String(submission.data['personId']);
  const before = store.person(personId);
  const change =
    before === undefined
      ? created(submission, now, actor)
      : changed({ person: before, submission, now, actor });
  const version = (before?.version ?? 0) + 1;
  const person = { ...change.person, version, updatedAt: now, updatedBy: actor };
  store.position += 1;
  const event = {
    ...eventOf(person, { type: change.type, data: change.data, at: now, actor }, version),
    position: store.position,
  };
  store.put(person, event);
  const { eventId, type, position } = event;
  return {
    commandId: submission.commandId ?? eventId,
    status: 'accepted',
    streamId: `person-${personId}`,
    version,
    events: [{ eventId, type, version, position }],
  };
}
