import { z } from 'zod';
import { defineCommand } from '../../kernel/command.ts';
import { type ComponentType, componentTypes } from '../components/index.ts';
import type { JsonObject } from '../fields/json.ts';
import {
  componentId,
  envelope,
  envelopePatch,
  newComponentId,
  optionalReason,
  patchOf,
  person,
  registeredBy,
} from './fields.ts';
import { addWrites, type Changes, personReferences, updateWrites } from './writes.ts';

interface Targeted extends JsonObject {
  readonly personId: string;
  readonly componentId: string;
}

// The shapes below are generic, so that the compiler cannot see the fields that all of them have.
const common = {
  category: 'person',
  target: (data: unknown) => (data as Targeted).personId,
} as const;

const ENVELOPE_KEYS: ReadonlySet<string> = new Set([
  ...['personId', 'componentId', 'reason', 'registeredBy'],
  ...Object.keys(envelope),
]);

/** The typed fields of a per-kind command: what a generic one carries as `data`. */
export function typedData(command: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(command).filter(([key, value]) => !ENVELOPE_KEYS.has(key) && value !== undefined),
  );
}

/** The patch that a per-kind update stands for. */
export function typedChanges(command: JsonObject): Changes {
  const flags = Object.entries(command).filter(([key]) => Object.hasOwn(envelope, key));
  return { ...Object.fromEntries(flags), data: typedData(command) };
}

interface Kind<K extends string, S extends z.core.$ZodShape> {
  /** What the commands are called by: `Add<kind>`, `Update<kind>`, `Remove<kind>`. */
  readonly kind: K;
  readonly componentType: ComponentType;
  readonly shape: S;
  /** With its article: `an e-mail address`. */
  readonly words: string;
}

const namesPerson = { references: (data: unknown) => personReferences(data as JsonObject) };

function addCommand<const K extends string, S extends z.core.$ZodShape>(kind: Kind<K, S>) {
  return defineCommand({
    ...common,
    type: `Add${kind.kind}`,
    title: `Add ${kind.words}`,
    description: `Adds ${kind.words} to a person.`,
    schema: z.strictObject({
      ...person,
      componentId: newComponentId,
      ...kind.shape,
      ...envelope,
      registeredBy,
    }),
    writes: (data) => addWrites(kind.componentType, data as JsonObject),
    ...(kind.componentType === 'Relationship' ? namesPerson : {}),
  });
}

function updateCommand<const K extends string, S extends z.core.$ZodShape>(kind: Kind<K, S>) {
  return defineCommand({
    ...common,
    type: `Update${kind.kind}`,
    title: `Change ${kind.words}`,
    description: 'Changes only the fields that are given; null clears one.',
    schema: z.strictObject({
      ...person,
      componentId,
      ...patchOf(kind.shape),
      ...envelopePatch,
      reason: optionalReason,
    }),
    writes: (data) => updateWrites((data as Targeted).componentId, typedChanges(data)),
    ...(kind.componentType === 'Relationship' ? namesPerson : {}),
  });
}

function removeCommand<const K extends string, S extends z.core.$ZodShape>(kind: Kind<K, S>) {
  return defineCommand({
    ...common,
    type: `Remove${kind.kind}`,
    title: `Remove ${kind.words}`,
    description: `Takes ${kind.words} away from a person; its history stays.`,
    schema: z.strictObject({ ...person, componentId, reason: optionalReason }),
    writes: (data) => [`components/${data.componentId}`],
  });
}

const email = {
  kind: 'Email',
  componentType: 'EmailAddress',
  shape: componentTypes.EmailAddress.schema.shape,
  words: 'an e-mail address',
} as const;
const phone = {
  kind: 'Phone',
  componentType: 'PhoneNumber',
  shape: componentTypes.PhoneNumber.schema.shape,
  words: 'a phone number',
} as const;
const { endorsements: _endorsements, ...skillShape } = componentTypes.Skill.schema.shape;
const skill = { kind: 'Skill', componentType: 'Skill', shape: skillShape, words: 'a skill' } as const;
const socialProfile = {
  kind: 'SocialProfile',
  componentType: 'SocialProfile',
  shape: componentTypes.SocialProfile.schema.shape,
  words: 'a social profile',
} as const;
const employment = {
  kind: 'Employment',
  componentType: 'Employment',
  shape: componentTypes.Employment.schema.shape,
  words: 'an employment',
} as const;
const relationship = {
  kind: 'Relationship',
  componentType: 'Relationship',
  shape: componentTypes.Relationship.schema.shape,
  words: 'a relationship',
} as const;

/** Thin definitions for what is typed most: they become the same events as the generic commands. */
export const kindCommands = {
  AddEmail: addCommand(email),
  UpdateEmail: updateCommand(email),
  RemoveEmail: removeCommand(email),
  AddPhone: addCommand(phone),
  UpdatePhone: updateCommand(phone),
  RemovePhone: removeCommand(phone),
  AddSkill: addCommand(skill),
  UpdateSkill: updateCommand(skill),
  RemoveSkill: removeCommand(skill),
  AddSocialProfile: addCommand(socialProfile),
  UpdateSocialProfile: updateCommand(socialProfile),
  RemoveSocialProfile: removeCommand(socialProfile),
  AddEmployment: addCommand(employment),
  UpdateEmployment: updateCommand(employment),
  RemoveEmployment: removeCommand(employment),
  AddRelationship: addCommand(relationship),
  UpdateRelationship: updateCommand(relationship),
  RemoveRelationship: removeCommand(relationship),
} as const;

/** The type of component that each per-kind command is about. */
export const componentTypeOfKind: Readonly<Record<string, ComponentType>> = Object.fromEntries(
  [email, phone, skill, socialProfile, employment, relationship].map(({ kind, componentType }) => [
    kind,
    componentType,
  ]),
);
