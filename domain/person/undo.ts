import { type PersonCommandType, personCommands } from './commands/index.ts';
import { definitionOf, derivedFields } from './components/index.ts';
import { type JsonObject, sameJson } from './fields/json.ts';
import { differencePatch, effectivePatch } from './fields/merge-patch.ts';
import type { Component, ExistingPerson } from './state.ts';

/** An ordinary command that takes back a part of what another one did. */
export interface UndoCommand {
  readonly type: PersonCommandType;
  readonly data: JsonObject;
}

/** Null where no command takes it back: what is left is then not undone in part either. */
type Part = readonly UndoCommand[] | null;

const NOTHING: Part = [];
/** More than that is no change of one person that somebody takes back by a key. */
const MOST = 25;

/** The patch that turns one into the other and names nothing that stays. */
function patchTo(from: JsonObject, to: JsonObject): JsonObject {
  return effectivePatch(from, differencePatch(from, to), to);
}

const isEmpty = (object: object): boolean => Object.keys(object).length === 0;

function lifecycle({ lifecycle: was }: ExistingPerson, after: ExistingPerson, reason: string): Part {
  const now = after.lifecycle;
  if (sameJson(was, now)) return NOTHING;
  const { personId } = after;
  if (was.status === 'active' && now.status === 'suspended')
    return [{ type: 'ReactivatePerson', data: { personId, reason } }];
  if (was.status === 'suspended' && now.status === 'active')
    return [{ type: 'DeactivatePerson', data: { personId, reason: was.reason } }];
  return null;
}

function facts(before: ExistingPerson, after: ExistingPerson, reason: string): Part {
  const { personId } = after;
  const metadata = patchTo(after.metadata, before.metadata);
  return [
    ...(sameJson(before.name, after.name)
      ? []
      : [{ type: 'UpdateName', data: { personId, name: before.name, reason } } as const]),
    ...(before.location === after.location
      ? []
      : [{ type: 'AssignLocation', data: { personId, locationId: before.location, reason } } as const]),
    ...(isEmpty(metadata)
      ? []
      : [{ type: 'UpdateMetadata', data: { personId, changes: metadata } } as const]),
  ];
}

/** What is recorded once: a date of birth, where the person came from. */
function unchangeable(before: ExistingPerson, after: ExistingPerson): Part {
  const keys = ['birthDate', 'source', 'sourceSystem', 'importId'] as const;
  return keys.every((key) => before[key] === after[key]) ? NOTHING : null;
}

/** An identity that was linked anew is linked back; one that was not there before cannot be taken away. */
function identities(before: ExistingPerson, after: ExistingPerson): Part {
  const patch = patchTo(after.identities, before.identities);
  if (Object.values(patch).includes(null)) return null;
  return Object.entries(patch).map(([system, identityId]) => ({
    type: 'LinkIdentity',
    data: { personId: after.personId, system, identityId },
  }));
}

const isDerived = (type: string, data: JsonObject): boolean =>
  derivedFields(type).some(({ field }) => Object.hasOwn(data, field));

/** As its type would take it today: what history left otherwise could not be sent. */
function isValid({ type, data }: Component): boolean {
  return definitionOf(type)?.schema.safeParse(data).success === true;
}

/** An employment that has an end is given its `current` when it is added: without one it would not be the same. */
function getsMore({ type, data }: Component): boolean {
  return type === 'Employment' && data['endDate'] !== undefined && data['current'] === undefined;
}

function addedBack(personId: string, component: Component): Part {
  const { componentId, type: componentType, data, primary, verified, tags, custom } = component;
  if (isDerived(componentType, data) || !isValid(component) || getsMore(component)) return null;
  const marks = { primary, verified, tags, custom };
  return [{ type: 'AddComponent', data: { personId, componentId, componentType, data, ...marks } }];
}

function dataBack(before: Component, after: Component): JsonObject | null {
  const data = patchTo(after.data, before.data);
  if (isEmpty(data)) return {};
  if (isDerived(before.type, data) || !isValid(before)) return null;
  const follows = before.type === 'Employment' && Object.hasOwn(data, 'endDate');
  return { data: follows ? { ...data, current: before.data['current'] ?? null } : data };
}

/** Whoever becomes primary again takes it from the one that is: that one needs no command. */
function primaryBack(before: Component, after: Component, siblings: readonly Component[]): JsonObject {
  if (before.primary === after.primary) return {};
  return before.primary || !siblings.some(({ primary }) => primary) ? { primary: before.primary } : {};
}

function changedBack(before: Component, after: Component, siblings: readonly Component[]): JsonObject | null {
  if (before.type !== after.type) return null;
  const data = dataBack(before, after);
  const custom = patchTo(after.custom, before.custom);
  return data === null
    ? null
    : {
        ...data,
        ...primaryBack(before, after, siblings),
        ...(before.verified === after.verified ? {} : { verified: before.verified }),
        ...(sameJson(before.tags, after.tags) ? {} : { tags: before.tags }),
        ...(isEmpty(custom) ? {} : { custom }),
      };
}

function componentPart(before: ExistingPerson, was: Component, now: Component, reason: string): Part {
  const siblings = before.components.filter(({ type }) => type === was.type);
  const changes = changedBack(was, now, siblings);
  if (changes === null) return null;
  if (isEmpty(changes)) return NOTHING;
  const { componentId } = was;
  return [{ type: 'UpdateComponent', data: { personId: before.personId, componentId, changes, reason } }];
}

const byId = ({ components }: ExistingPerson) =>
  new Map(components.map((component) => [component.componentId, component]));

/** What came goes first, then what went comes back, then what stayed is changed back. */
function components(before: ExistingPerson, after: ExistingPerson, reason: string): Part {
  const { personId } = after;
  const [was, now] = [byId(before), byId(after)];
  const came = after.components.filter(({ componentId }) => !was.has(componentId));
  const went = before.components.filter(({ componentId }) => !now.has(componentId));
  const stayed = before.components.filter(({ componentId }) => now.has(componentId));
  return joined([
    came.map(({ componentId }) => ({ type: 'RemoveComponent', data: { personId, componentId, reason } })),
    ...went.map((component) => addedBack(personId, component)),
    ...stayed.map((component) =>
      componentPart(before, component, now.get(component.componentId) ?? component, reason),
    ),
  ]);
}

function joined(parts: readonly Part[]): Part {
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}

/** While a person is suspended, they can be made active again and components can be taken away; no more. */
function isAllowed({ lifecycle: { status } }: ExistingPerson, { type }: UndoCommand): boolean {
  if (status === 'active') return true;
  return status === 'suspended' && (type === 'ReactivatePerson' || type === 'RemoveComponent');
}

/**
 * The commands, mostly one, that lead from `after` back to `before`, the states around what is to be undone: the
 * same but for version, times and the order of components. Null where there are none, for what cannot be taken back.
 */
export function undoOf(
  before: ExistingPerson,
  after: ExistingPerson,
  reason: string,
): readonly UndoCommand[] | null {
  const commands = joined([
    unchangeable(before, after),
    lifecycle(before, after, reason),
    facts(before, after, reason),
    identities(before, after),
    components(before, after, reason),
  ]);
  if (commands === null || commands.length === 0 || commands.length > MOST) return null;
  const fits = (command: UndoCommand) =>
    isAllowed(after, command) && personCommands[command.type].schema.safeParse(command.data).success;
  return commands.every(fits) ? commands : null;
}
