import { z } from 'zod';
import { defineEvent, type EventOf } from '../kernel/event.ts';

const text = z.string();
const json = z.record(z.string(), z.unknown());

/**
 * `same-field`: both changed it. `rests-on`: it builds on a command that is in conflict itself. `impossible`: what
 * others did leaves no room for it.
 */
export const severitySchema = z.enum(['same-field', 'rests-on', 'impossible']);
export type Severity = z.output<typeof severitySchema>;

/** One place of the record, by its path (`name`, `components/<id>/data/number`); null where there was nothing. */
export const conflictFieldSchema = z.object({
  path: text,
  base: z.unknown(),
  theirs: z.unknown(),
  mine: z.unknown(),
});
export type ConflictField = z.output<typeof conflictFieldSchema>;

/** A commit of somebody else that stands in the way. */
export const othersCommitSchema = z.object({
  commitId: text,
  actor: text.nullable(),
  timestamp: text,
  origin: text,
});
export type OthersCommit = z.output<typeof othersCommitSchema>;

export const conflictEvents = {
  ConflictDetected: defineEvent({
    type: 'ConflictDetected',
    schemaVersion: 1,
    title: 'Conflict',
    description: 'A change that was made offline could not be joined with what others had changed meanwhile.',
    schema: z.object({
      /** The stream that the command was meant for. */
      streamId: text,
      commandId: text,
      command: z.object({ type: text, data: json }),
      actor: text.nullable(),
      madeAt: text,
      origin: text,
      severity: severitySchema,
      /** Why the domain refuses it now; null where it would take it. */
      refusal: z.object({ code: text, message: text }).nullable(),
      /** Id of the command in conflict that it builds on. */
      restsOn: text.nullable(),
      fields: z.array(conflictFieldSchema),
      theirs: z.array(othersCommitSchema),
    }),
  }),
  ConflictApplied: defineEvent({
    type: 'ConflictApplied',
    schemaVersion: 1,
    title: 'Applied again',
    description: 'The change was carried out again, as it was or edited.',
    schema: z.object({ appliedCommandId: text, edited: z.boolean() }),
  }),
  ConflictDropped: defineEvent({
    type: 'ConflictDropped',
    schemaVersion: 1,
    title: 'Dropped',
    description: 'An operator decided against the change.',
    schema: z.object({ reason: text }),
  }),
  ConflictReopened: defineEvent({
    type: 'ConflictReopened',
    schemaVersion: 1,
    title: 'Taken up again',
    description: 'The decision against the change was taken back.',
    schema: z.object({}),
  }),
} as const;

type Definitions = typeof conflictEvents;
export type ConflictEventType = keyof Definitions;
export type ConflictEventOf<T extends ConflictEventType> = EventOf<Definitions[T]>;
export type ConflictEvent = { [T in ConflictEventType]: ConflictEventOf<T> }[ConflictEventType];
