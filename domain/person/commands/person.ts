import { z } from 'zod';
import { defineCommand } from '../../kernel/command.ts';
import { mergeReasonSchema } from '../events.ts';
import { calendarDate } from '../fields/dates.ts';
import { keyText, textRecord } from '../fields/json.ts';
import { patchPaths, segment } from '../fields/merge-patch.ts';
import { line } from '../fields/text.ts';
import { personNameSchema } from '../name.ts';
import { optionalReason, person, reason } from './fields.ts';

const common = {
  category: 'person',
  target: (data: { readonly personId: string }) => data.personId,
} as const;

/** Strict, so that a misspelt part of the name is not lost in silence. */
const name = personNameSchema.strict().meta({ title: 'Name' });

const pastDay = { description: 'Not in the future' };

export const personCoreCommands = {
  CreatePerson: defineCommand({
    ...common,
    type: 'CreatePerson',
    title: 'Create a person',
    description: 'Records a new person, active at once.',
    schema: z.strictObject({
      ...person,
      name,
      source: line().optional().meta({ title: 'Source', description: 'Who or what brought the person in' }),
      sourceSystem: line().optional().meta({ title: 'Source system' }),
      importId: line().optional().meta({ title: 'Import id' }),
    }),
    writes: () => ['name', 'source', 'lifecycle'],
  }),
  UpdateName: defineCommand({
    ...common,
    type: 'UpdateName',
    title: 'Rename',
    description: 'Changes the name; the former name stays in the history.',
    schema: z.strictObject({ ...person, name, reason: optionalReason }),
    writes: () => ['name'],
  }),
  SetBirthDate: defineCommand({
    ...common,
    type: 'SetBirthDate',
    title: 'Set the date of birth',
    description: 'Sets the date of birth, once.',
    schema: z.strictObject({
      ...person,
      birthDate: calendarDate().meta({ title: 'Date of birth', ...pastDay }),
    }),
    writes: () => ['birthDate'],
  }),
  RecordDeath: defineCommand({
    ...common,
    type: 'RecordDeath',
    title: 'Record a death',
    description: 'Records that the person has died; nothing can be changed afterwards.',
    schema: z.strictObject({
      ...person,
      dateOfDeath: calendarDate().meta({ title: 'Date of death', ...pastDay }),
    }),
    writes: () => ['lifecycle'],
  }),
  DeactivatePerson: defineCommand({
    ...common,
    type: 'DeactivatePerson',
    title: 'Deactivate',
    description: 'Suspends an active person until reactivation.',
    schema: z.strictObject({ ...person, reason }),
    writes: () => ['lifecycle'],
  }),
  ReactivatePerson: defineCommand({
    ...common,
    type: 'ReactivatePerson',
    title: 'Reactivate',
    description: 'Makes a suspended person active again.',
    schema: z.strictObject({ ...person, reason }),
    writes: () => ['lifecycle'],
  }),
  MergePersons: defineCommand({
    ...common,
    type: 'MergePersons',
    title: 'Merge into another person',
    description: 'Freezes this record and lets it lead to another one; it cannot be undone.',
    schema: z.strictObject({
      personId: person.personId.meta({ title: 'Person to merge', description: 'This record is frozen' }),
      targetId: person.personId.meta({
        title: 'Merge into',
        description: 'This record stays',
        reference: 'person',
      }),
      reason: mergeReasonSchema,
    }),
    writes: () => ['lifecycle'],
    references: (data) => [data.targetId],
  }),
  ArchivePerson: defineCommand({
    ...common,
    type: 'ArchivePerson',
    title: 'Archive',
    description: 'Archives the person for good; nothing can be changed afterwards.',
    schema: z.strictObject({ ...person, reason }),
    writes: () => ['lifecycle'],
  }),
  AssignLocation: defineCommand({
    ...common,
    type: 'AssignLocation',
    title: 'Assign a location',
    description: 'Says at which location the person belongs; null takes the assignment away.',
    schema: z.strictObject({
      ...person,
      locationId: line().nullable().meta({ title: 'Location' }),
      reason: optionalReason,
    }),
    writes: () => ['location'],
  }),
  LinkIdentity: defineCommand({
    ...common,
    type: 'LinkIdentity',
    title: 'Link an identity',
    description: 'Records the id under which another system knows the person.',
    schema: z.strictObject({
      ...person,
      system: keyText().meta({ title: 'System' }),
      identityId: line().meta({ title: 'Id in that system' }),
    }),
    writes: (data) => [`identities/${segment(data.system)}`],
  }),
  UpdateMetadata: defineCommand({
    ...common,
    type: 'UpdateMetadata',
    title: 'Update metadata',
    description: 'Sets technical key and value pairs; null removes a key.',
    schema: z.strictObject({
      ...person,
      changes: textRecord(line(2000).nullable()).meta({ title: 'Changes' }),
    }),
    writes: (data) => patchPaths('metadata', data.changes),
  }),
} as const;
