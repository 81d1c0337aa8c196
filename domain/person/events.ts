import { z } from 'zod';
import { defineEvent, type EventOf } from '../kernel/event.ts';
import { personNameSchema } from './name.ts';

/**
 * Today's events. Schemas drop what they do not know: an event is a fact and is never refused for an addition.
 * Version numbers count every version that ever existed under the name or its forerunner (V1, V2, …).
 */
const text = z.string();
const optionalText = z.string().nullable();
const json = z.record(z.string(), z.unknown());
const texts = z.record(z.string(), z.string());
const name = personNameSchema;

export const mergeReasonSchema = z
  .enum(['DuplicateIdentity', 'DataQualityIssue', 'UserRequested', 'PolicyDetermined'])
  .meta({ title: 'Reason', description: 'Why the two records are one person' });
export type MergeReason = z.output<typeof mergeReasonSchema>;

export const personEvents = {
  PersonCreated: defineEvent({
    type: 'PersonCreated',
    schemaVersion: 4,
    title: 'Created',
    description: 'A person was recorded and is active.',
    schema: z.object({
      personId: text,
      name,
      source: optionalText,
      sourceSystem: optionalText,
      importId: optionalText,
    }),
  }),
  PersonActivated: defineEvent({
    type: 'PersonActivated',
    schemaVersion: 3,
    title: 'Reactivated',
    description: 'A suspended person is active again.',
    schema: z.object({ reason: optionalText }),
  }),
  PersonSuspended: defineEvent({
    type: 'PersonSuspended',
    schemaVersion: 3,
    title: 'Deactivated',
    description: 'The person was suspended: nothing is added or changed until reactivation.',
    schema: z.object({ reason: text }),
  }),
  PersonArchived: defineEvent({
    type: 'PersonArchived',
    schemaVersion: 3,
    title: 'Archived',
    description: 'The person was archived for good.',
    schema: z.object({ reason: text }),
  }),
  PersonUpdated: defineEvent({
    type: 'PersonUpdated',
    schemaVersion: 3,
    title: 'Updated',
    description: 'Fields changed in a way that only the former system knew; kept and shown.',
    schema: z.object({ changes: json }),
  }),
  NameUpdated: defineEvent({
    type: 'NameUpdated',
    schemaVersion: 3,
    title: 'Renamed',
    description: 'The name changed; the former name is kept.',
    schema: z.object({ oldName: name, newName: name, changeReason: optionalText }),
  }),
  BirthDateSet: defineEvent({
    type: 'BirthDateSet',
    schemaVersion: 3,
    title: 'Date of birth set',
    description: 'The date of birth became known.',
    schema: z.object({ birthDate: text }),
  }),
  DeathRecorded: defineEvent({
    type: 'DeathRecorded',
    schemaVersion: 3,
    title: 'Death recorded',
    description: 'The person has died; the record is closed.',
    schema: z.object({ dateOfDeath: text }),
  }),
  ComponentAdded: defineEvent({
    type: 'ComponentAdded',
    schemaVersion: 3,
    title: 'Component added',
    description: 'A contact, skill, employment or other part was added.',
    schema: z.object({
      componentId: text,
      componentType: text,
      data: json,
      primary: z.boolean(),
      verified: z.boolean(),
      tags: z.array(text),
      custom: texts,
      registeredBy: optionalText,
    }),
  }),
  ComponentUpdated: defineEvent({
    type: 'ComponentUpdated',
    schemaVersion: 3,
    title: 'Component changed',
    description: 'Part of a component changed: `changes` is a JSON merge patch (RFC 7396).',
    schema: z.object({
      componentId: text,
      componentType: text,
      changes: z.object({
        data: json.optional(),
        primary: z.boolean().optional(),
        verified: z.boolean().optional(),
        tags: z.array(text).optional(),
        custom: z.record(z.string(), optionalText).optional(),
      }),
      reason: optionalText,
    }),
  }),
  ComponentRemoved: defineEvent({
    type: 'ComponentRemoved',
    schemaVersion: 3,
    title: 'Component removed',
    description: 'A component no longer belongs to the person; its history stays.',
    schema: z.object({ componentId: text, componentType: text, reason: optionalText }),
  }),
  PersonMerged: defineEvent({
    type: 'PersonMerged',
    schemaVersion: 3,
    title: 'Merged',
    description: 'This record is frozen and leads to another person.',
    schema: z.object({ into: text, reason: mergeReasonSchema.or(text) }),
  }),
  LocationAssigned: defineEvent({
    type: 'LocationAssigned',
    schemaVersion: 3,
    title: 'Location assigned',
    description: 'Where the person belongs changed; null: nowhere any more.',
    schema: z.object({ locationId: optionalText, reason: optionalText.optional() }),
  }),
  EmploymentAdded: defineEvent({
    type: 'EmploymentAdded',
    schemaVersion: 3,
    title: 'Employment added',
    description: 'An employment as the former system recorded it; today it is a component.',
    schema: z.looseObject({ employmentId: text, company: text.optional(), position: text.optional() }),
  }),
  IdentityLinked: defineEvent({
    type: 'IdentityLinked',
    schemaVersion: 3,
    title: 'Identity linked',
    description: 'The id under which another system knows the person.',
    schema: z.object({ system: text, identityId: text }),
  }),
  MetadataUpdated: defineEvent({
    type: 'MetadataUpdated',
    schemaVersion: 3,
    title: 'Metadata updated',
    description: 'Technical key and value pairs changed; null removes a key.',
    schema: z.object({ changes: z.record(z.string(), optionalText) }),
  }),
} as const;

export type PersonEventType = keyof typeof personEvents;
export type PersonEvent = EventOf<(typeof personEvents)[PersonEventType]>;
export type PersonEventOf<T extends PersonEventType> = EventOf<(typeof personEvents)[T]>;
