import { z } from 'zod';
import { personIdSchema } from '../kernel/ids.ts';

/** Rows and documents as queries answer them: flat, scalar where they come by the hundred. */

export const personStatusSchema = z.enum(['active', 'suspended', 'archived', 'deceased', 'merged']);
export type PersonStatus = z.output<typeof personStatusSchema>;

/** Columns of the persons list, by their names there. */
export const personColumnSchema = z.enum([
  'name',
  'status',
  'email',
  'phone',
  'work',
  'location',
  'created',
  'updated',
]);
export type PersonColumn = z.output<typeof personColumnSchema>;

/** One row of the persons list. Times are ISO 8601 in UTC, dates YYYY-MM-DD. */
export const personRowSchema = z.object({
  personId: personIdSchema,
  displayName: z.string(),
  status: personStatusSchema,
  birthDate: z.string().nullable(),
  primaryEmail: z.string().nullable(),
  primaryPhone: z.string().nullable(),
  employer: z.string().nullable(),
  role: z.string().nullable(),
  location: z.string().nullable(),
  componentCount: z.number().int(),
  skillCount: z.number().int(),
  /** Set on merged persons: who they are now. */
  redirectTo: z.string().nullable(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type PersonRow = z.output<typeof personRowSchema>;

/** `next` is handed back as `after` for the following page; null at the end. */
export const personPageSchema = z.object({
  rows: z.array(personRowSchema),
  next: z.string().nullable(),
  /** Rows in the whole result, filters applied; null where counting would cost more than the page. */
  total: z.number().int().nullable(),
  /** Position of the log that every view which was read has seen. */
  position: z.number().int(),
});
export type PersonPage = z.output<typeof personPageSchema>;

export const redirectSchema = z.object({ personId: z.string(), displayName: z.string() });

export const personDetailSchema = z.object({
  personId: personIdSchema,
  /** The folded state, JSON of `PersonState` with `exists: true`. */
  person: z.record(z.string(), z.unknown()),
  displayName: z.string(),
  version: z.number().int(),
  /** The version of the live stream: larger than `version` when an earlier state was asked for. */
  headVersion: z.number().int(),
  /** Where a merged person leads, all the way; null for others. */
  redirect: redirectSchema.nullable(),
  /** Commits of this person that wait to go out. */
  pendingCommits: z.number().int(),
});
export type PersonDetail = z.output<typeof personDetailSchema>;

export const commitStatusSchema = z.enum(['pending', 'confirmed', 'superseded']);

/** One event as lists show it; `data` and `metadata` stay JSON text until somebody opens the row. */
export const eventRowSchema = z.object({
  position: z.number().int(),
  streamId: z.string(),
  version: z.number().int(),
  type: z.string(),
  schemaVersion: z.number().int(),
  /** False for a type or version that this program does not know: kept and shown as it is. */
  known: z.boolean(),
  /** Of an older version: what it means in today's words. `type`, `schemaVersion` and `data` are as they were stored. */
  reading: z.object({ type: z.string(), data: z.string() }).nullable(),
  eventId: z.string(),
  commitId: z.string(),
  commandId: z.string(),
  correlationId: z.string(),
  causationId: z.string().nullable(),
  actor: z.string().nullable(),
  timestamp: z.string(),
  recordedAt: z.string(),
  status: commitStatusSchema,
  redacted: z.boolean(),
  data: z.string(),
});
export type EventRow = z.output<typeof eventRowSchema>;

export const eventPageSchema = z.object({
  rows: z.array(eventRowSchema),
  next: z.number().int().nullable(),
  head: z.number().int(),
});

/**
 * Why an event is not part of its stream any more. `replaced`: its command was decided again on what others did, and stands
 * there. `conflict`: it could not be joined with it. `said`: what it says was so already. `left`: it was made under an
 * earlier id of this folder.
 */
export const supersededWhySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replaced'), position: z.number().int(), version: z.number().int() }),
  z.object({ kind: z.literal('conflict'), conflictId: z.string() }),
  z.object({ kind: z.literal('said') }),
  z.object({ kind: z.literal('left') }),
]);

export const supersededRowSchema = eventRowSchema.extend({ why: supersededWhySchema });
export type SupersededRow = z.output<typeof supersededRowSchema>;

/** A page of a person's history; beside it what was made here meanwhile and no longer counts. */
export const timelinePageSchema = eventPageSchema.extend({ superseded: z.array(supersededRowSchema) });

/** An event as the log shows it: with whom it is about, and where it was made. */
export const logRowSchema = eventRowSchema.extend({
  origin: z.string(),
  /** What the person of the stream is called now; null where the stream is not that of a person in the views. */
  personName: z.string().nullable(),
});
export type LogRow = z.output<typeof logRowSchema>;

/** `reached`: everything between where the page began and this position has been looked at. */
export const logPageSchema = z.object({
  rows: z.array(logRowSchema),
  next: z.number().int().nullable(),
  head: z.number().int(),
  reached: z.number().int(),
  /** When the event at `reached` was recorded; null where there is none. */
  reachedAt: z.string().nullable(),
});
export type LogPage = z.output<typeof logPageSchema>;

export const eventSurroundingsSchema = z.object({
  event: logRowSchema,
  /** The events of the same stream just before and just after. */
  previous: logRowSchema.nullable(),
  following: logRowSchema.nullable(),
  /** That of the stream's newest event: `following` may be missing only because it is too far off to be found. */
  streamVersion: z.number().int(),
  /** The other events of the same commit, the first of them where they are many. */
  commit: z.array(logRowSchema),
  /** What its causation id names: that event, or the events of that command. */
  causes: z.array(logRowSchema),
  /** What it led to: the first found, within `searchedTo`. */
  effects: z.array(logRowSchema),
  searchedTo: z.number().int(),
  head: z.number().int(),
});
export type EventSurroundings = z.output<typeof eventSurroundingsSchema>;

export const duplicateReasonSchema = z.object({
  kind: z.enum(['email', 'phone', 'birth-date-and-name']),
  value: z.string(),
  /** How far the names agree, 0 to 1; null where the value alone is the reason. */
  degree: z.number().nullable(),
});

export const duplicatePairSchema = z.object({
  first: personRowSchema,
  second: personRowSchema,
  reasons: z.array(duplicateReasonSchema),
});
export type DuplicatePair = z.output<typeof duplicatePairSchema>;

/** A relationship as somebody has recorded it: who, and what their component says. */
export const relatedRowSchema = z.object({
  personId: z.string(),
  displayName: z.string(),
  status: personStatusSchema,
  componentId: z.string(),
  componentType: z.string(),
  label: z.string(),
});
export type RelatedRow = z.output<typeof relatedRowSchema>;

export const viewStatusSchema = z.object({
  view: z.string(),
  title: z.string(),
  state: z.enum(['current', 'catching-up', 'stopped', 'rebuilding']),
  position: z.number().int(),
  head: z.number().int(),
  /** Null where they were not asked for: counting is slow on a large log. */
  rows: z.number().int().nullable(),
  error: z.object({ code: z.string(), message: z.string(), position: z.number().int() }).nullable(),
  /** Positions that an operator chose to skip, oldest first. */
  skipped: z.array(z.object({ position: z.number().int(), at: z.string(), actor: z.string() })),
  rebuild: z
    .object({
      /** Of the whole work, reading and writing: 0 to 1. */
      share: z.number(),
      eventsPerSecond: z.number(),
      secondsLeft: z.number().nullable(),
      /** Begun by the engine, not asked for: the view lacks much of what the log holds. */
      needed: z.boolean(),
    })
    .nullable(),
});
export type ViewStatus = z.output<typeof viewStatusSchema>;

export const verifyFindingSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});

export const verifyReportSchema = z.object({
  ok: z.boolean(),
  events: z.number().int(),
  commits: z.number().int(),
  streams: z.number().int(),
  persons: z.number().int(),
  /** Of a type or version that this program does not know, or lacking what today's needs: kept, shown and not folded. */
  unknownEvents: z.number().int(),
  supersededEvents: z.number().int(),
  redactedEvents: z.number().int(),
  checks: z.array(z.object({ check: z.string(), ok: z.boolean(), findings: z.number().int() })),
  /** The first of them; `unlisted` counts the rest. */
  findings: z.array(verifyFindingSchema),
  unlisted: z.number().int(),
  seconds: z.number(),
});
export type VerifyReport = z.output<typeof verifyReportSchema>;
