import { z } from 'zod';
import { defineCommand } from '../../kernel/command.ts';
import { jsonObject } from '../fields/json.ts';
import {
  componentId,
  componentType,
  dataPatch,
  envelope,
  envelopePatch,
  newComponentId,
  optionalReason,
  person,
  registeredBy,
} from './fields.ts';
import { addWrites, personReferences, updateWrites } from './writes.ts';

const common = {
  category: 'person',
  target: (data: { readonly personId: string }) => data.personId,
} as const;

export const componentCommands = {
  AddComponent: defineCommand({
    ...common,
    type: 'AddComponent',
    title: 'Add a component',
    description: 'Adds a contact, skill, employment or any other part to a person.',
    schema: z.strictObject({
      ...person,
      componentId: newComponentId,
      componentType,
      data: jsonObject().meta({ title: 'Data', description: 'Fields of the type of component' }),
      ...envelope,
      registeredBy,
    }),
    writes: (data) => addWrites(data.componentType, data),
    references: (data) => (data.componentType === 'Relationship' ? personReferences(data.data) : []),
  }),
  UpdateComponent: defineCommand({
    ...common,
    type: 'UpdateComponent',
    title: 'Change a component',
    description: 'Changes only the fields that are given: a JSON merge patch (RFC 7396).',
    schema: z.strictObject({
      ...person,
      componentId,
      changes: z.strictObject({ data: dataPatch, ...envelopePatch }).meta({ title: 'Changes' }),
      reason: optionalReason,
    }),
    writes: (data) => updateWrites(data.componentId, data.changes),
    references: (data) => personReferences(data.changes.data ?? {}),
  }),
  RemoveComponent: defineCommand({
    ...common,
    type: 'RemoveComponent',
    title: 'Remove a component',
    description: 'Takes a component away from a person; its history stays.',
    schema: z.strictObject({ ...person, componentId, reason: optionalReason }),
    writes: (data) => [`components/${data.componentId}`],
  }),
  RegisterComponent: defineCommand({
    ...common,
    type: 'RegisterComponent',
    title: 'Register a type of component',
    description: 'Notes that the person has a component of a type, whose data follows later.',
    schema: z.strictObject({ ...person, componentType, registeredBy }),
    writes: (data) => [`components:type/${data.componentType}`],
  }),
  UnregisterComponent: defineCommand({
    ...common,
    type: 'UnregisterComponent',
    title: 'Unregister a type of component',
    description: 'Removes all components of a type from a person.',
    schema: z.strictObject({ ...person, componentType, reason: optionalReason }),
    writes: (data) => [`components:type/${data.componentType}`],
  }),
} as const;
