import { fc } from '@fast-check/vitest';
import { componentTypeNames, derivedFields } from '../person/components/index.ts';
import {
  type ComponentType,
  componentTypes,
  type PersonCommandType,
  personCommands,
} from '../person/index.ts';
import { type Overrides, fromSchema } from './from-schema.ts';
import { uuidOf } from './recorded.ts';

/** A command as it is handed in, before its schema has seen it. */
export interface Submitted {
  readonly type: PersonCommandType;
  readonly data: unknown;
  readonly commandId: string;
}

/** Few persons and few components, so that commands meet; the first person is where most happens. */
export const personIds = [1, 2, 3, 4].map((number) => uuidOf(1, number));
const [firstPerson = ''] = personIds;
const personId = fc.oneof(
  { weight: 3, arbitrary: fc.constant(firstPerson) },
  { weight: 1, arbitrary: fc.constantFrom(...personIds) },
);

const anotherPersonId = fc.constantFrom(...personIds, ...personIds.slice(1, 3));

/** Each type has two ids of its own, and now and then a component is asked for under one of another type. */
function componentIdsOf(type: ComponentType): readonly [string, string] {
  const number = componentTypeNames.indexOf(type) * 2;
  return [uuidOf(0xc0, number), uuidOf(0xc0, number + 1)];
}

const anyComponentId = fc.constantFrom(...componentTypeNames.flatMap(componentIdsOf));

function componentIdFor(type: ComponentType): fc.Arbitrary<string> {
  const [first, second] = componentIdsOf(type);
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(first) },
    { weight: 4, arbitrary: fc.constant(second) },
    { weight: 1, arbitrary: anyComponentId },
  );
}

const names = fc.record({
  givenNames: fc.constantFrom(['Ada'], ['Grace', 'Brewster'], ['José'], []),
  familyNames: fc.constantFrom(['Lovelace'], ['Hopper'], ['García', 'Márquez']),
  convention: fc.constantFrom('Western', 'Spanish', 'Other'),
});

const hours = fc.constantFrom(undefined, { from: 9, to: 17 }, { from: 0, to: 23 });

const common: Overrides = {
  personId,
  targetId: anotherPersonId,
  otherPersonId: anotherPersonId,
  contactHours: hours,
  doNotDisturb: hours,
  endorserId: fc.option(fc.oneof(personId, fc.constant('charles')), { nil: undefined }),
};

/** Data of a component, valid field by field, without what only commands of its own record. */
export function componentData(type: ComponentType): fc.Arbitrary<unknown> {
  const { example, schema } = componentTypes[type];
  const derived = new Set(derivedFields(type).map(({ field }) => field));
  const entered = (data: unknown) =>
    Object.fromEntries(Object.entries(data as object).filter(([field]) => !derived.has(field)));
  return fc.oneof(fc.constant(example), fromSchema(schema, { otherPersonId: anotherPersonId })).map(entered);
}

/** A merge patch of a component's data: some fields, some of them cleared. */
export function dataPatch(type: ComponentType): fc.Arbitrary<Record<string, unknown>> {
  const cleared = fc.subarray(Object.keys(componentTypes[type].schema.shape), { maxLength: 2 });
  const fields = fc.tuple(componentData(type), fc.subarray(Object.keys(componentTypes[type].schema.shape)));
  return fc.tuple(fields, cleared).map(([[data, kept], nulls]) => {
    const chosen = Object.entries(data as object).filter(([key]) => kept.includes(key));
    return { ...Object.fromEntries(chosen), ...Object.fromEntries(nulls.map((key) => [key, null])) };
  });
}

/** The types that commands are about by their name. */
const KINDS: readonly (readonly [pattern: RegExp, type: ComponentType])[] = [
  [/Email$/, 'EmailAddress'],
  [/Phone$/, 'PhoneNumber'],
  [/Skill$/, 'Skill'],
  [/SocialProfile$/, 'SocialProfile'],
  [/Employment$/, 'Employment'],
  [/Relationship$/, 'Relationship'],
  [/Attribute$/, 'Attribute'],
];

/** The types that are asked for by name as well: generic commands meet these most. */
const COMMON_TYPES = KINDS.map(([, type]) => type);
const GENERIC = /Component$/;

function typesOf(command: PersonCommandType): readonly ComponentType[] {
  const kind = KINDS.find(([pattern]) => pattern.test(command));
  if (kind !== undefined) return [kind[1]];
  return GENERIC.test(command) ? [...componentTypeNames, ...COMMON_TYPES, ...COMMON_TYPES] : ['Tag'];
}

function overridesFor(command: PersonCommandType, type: ComponentType): Overrides {
  const ids = componentIdFor(type);
  const optional = fc.option(ids, { nil: undefined, freq: 9 });
  const componentId = /^(?:Add|Record)/.test(command) ? optional : ids;
  const overrides = { ...common, componentId, componentType: fc.constant(type) };
  if (command === 'CreatePerson' || command === 'UpdateName') return { ...overrides, name: names };
  if (command === 'AddComponent') return { ...overrides, data: componentData(type) };
  return command === 'UpdateComponent' ? { ...overrides, data: dataPatch(type) } : overrides;
}

/** Data for one type of command, that its schema takes. */
export function commandData(command: PersonCommandType): fc.Arbitrary<unknown> {
  const { schema } = personCommands[command];
  return fc.oneof(...typesOf(command).map((type) => fromSchema(schema, overridesFor(command, type))));
}

/** Ends are rare, so that there is something left to happen. */
const ENDS: readonly PersonCommandType[] = ['MergePersons', 'ArchivePerson', 'RecordDeath'];
const BASICS: readonly PersonCommandType[] = [
  'AddComponent',
  'UpdateComponent',
  'RemoveComponent',
  'ReactivatePerson',
];

const commandTypes = Object.keys(personCommands) as PersonCommandType[];

function weightOf(type: PersonCommandType): number {
  if (ENDS.includes(type)) return 1;
  return BASICS.includes(type) ? 20 : 4;
}

const command = fc.oneof(
  ...commandTypes.map((type) => ({
    weight: weightOf(type),
    arbitrary: commandData(type).map((data) => ({ type, data })),
  })),
);

/** A sequence of commands on several persons, most of whom exist from the beginning. */
export const commandSequence: fc.Arbitrary<readonly Submitted[]> = fc
  .array(command, { minLength: 1, maxLength: 60, size: '+1' })
  .map((commands) => {
    const creations = personIds.slice(0, 3).map((id) => ({
      type: 'CreatePerson' as const,
      data: { personId: id, name: { givenNames: ['Ada'] } },
    }));
    return [...creations, ...commands].map((submitted, index) => ({
      ...submitted,
      commandId: uuidOf(0xcc, index),
    }));
  });
