import { z } from 'zod';
import { personIdSchema } from '../kernel/ids.ts';
import { line, paragraph } from '../person/fields/text.ts';
import { personFilterSchema } from './person-filter.ts';
import { procedure } from './procedure.ts';

/** Persons chosen one by one: more are chosen by what they have in common. */
export const MAX_CHOSEN = 5000;

export const jobIdSchema = z.string().min(1).max(50);

export const bulkActionSchema = z.enum(['deactivate', 'reactivate', 'archive', 'add-tag', 'remove-tag']);
export type BulkAction = z.output<typeof bulkActionSchema>;

const reason = paragraph();
const tag = line(100);

/** What is done to each person: the fields that its command asks for. */
export const bulkChangeSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['deactivate', 'reactivate', 'archive']), reason }),
  z.strictObject({ action: z.enum(['add-tag', 'remove-tag']), tag }),
]);
export type BulkChange = z.output<typeof bulkChangeSchema>;

/** Who is meant: those chosen one by one, a selection as it was taken, or those that another job has changed. */
export const bulkTargetSchema = z.union([
  z.strictObject({ personIds: z.array(personIdSchema).min(1).max(MAX_CHOSEN) }),
  z.strictObject({
    selectionId: z.string().min(1).max(50),
    except: z.array(personIdSchema).max(MAX_CHOSEN).default([]),
  }),
  z.strictObject({ doneBy: jobIdSchema }),
]);
export type BulkTarget = z.output<typeof bulkTargetSchema>;

/** `unchanged`: there was nothing to change. `not-reached`: the job ended before it came to this person. */
export const bulkStateSchema = z.enum(['done', 'unchanged', 'refused', 'not-reached']);
export type BulkState = z.output<typeof bulkStateSchema>;

export const bulkCountsSchema = z.object({
  total: z.number().int(),
  done: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  notReached: z.number().int(),
});
export type BulkCounts = z.output<typeof bulkCountsSchema>;

/** The result of a job of kind `bulk`: what was asked for, and how many it came to. */
export const bulkResultSchema = z.object({
  ...bulkCountsSchema.shape,
  action: bulkActionSchema,
  reason: z.string().optional(),
  tag: z.string().optional(),
});

const namedPerson = z.object({
  personId: z.string(),
  /** Null where there is no such person. */
  displayName: z.string().nullable(),
});

export const bulkPreviewSchema = z.object({
  total: z.number().int(),
  /** Those who will be changed. */
  able: z.number().int(),
  /** The first thousand of them. */
  persons: z.array(namedPerson),
  unchanged: z.number().int(),
  /** The first thousand of them. */
  unchangedPersons: z.array(namedPerson),
  refusals: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      count: z.number().int(),
      /** The first thousand of them. */
      persons: z.array(namedPerson),
    }),
  ),
});
export type BulkPreview = z.output<typeof bulkPreviewSchema>;

/** What a preview foresees for a person. */
export const bulkForeseenSchema = z.enum(['able', 'unchanged', 'refused']);

export const bulkRowSchema = z.object({
  ...namedPerson.shape,
  state: bulkStateSchema,
  /** Why it was refused. */
  code: z.string().nullable(),
  message: z.string().nullable(),
});
export type BulkRow = z.output<typeof bulkRowSchema>;

const previewed = z.strictObject({
  action: bulkActionSchema,
  tag: tag.optional().meta({ description: 'Needed for tags' }),
  target: bulkTargetSchema,
});

export const bulkProcedures = {
  'selections.take': procedure({
    kind: 'jobs',
    title: 'Choose everybody who matches at this moment; kept until the console ends, the last few of them',
    input: z.strictObject({ filter: personFilterSchema }),
    output: z.object({ selectionId: z.string(), count: z.number().int(), takenAt: z.string() }),
  }),
  'selections.outside': procedure({
    kind: 'jobs',
    title: 'Of these persons, those who are not in a selection',
    input: z.strictObject({
      selectionId: z.string().min(1).max(50),
      personIds: z.array(personIdSchema).max(MAX_CHOSEN),
    }),
    output: z.object({ personIds: z.array(z.string()) }),
  }),
  'selections.members': procedure({
    kind: 'jobs',
    title: 'Who is in a selection, the first of them, but for those taken out again',
    input: z.strictObject({
      selectionId: z.string().min(1).max(50),
      except: z.array(personIdSchema).max(MAX_CHOSEN).default([]),
      limit: z.number().int().min(1).max(MAX_CHOSEN),
    }),
    output: z.object({ personIds: z.array(z.string()) }),
  }),
  'bulk.preview': procedure({
    kind: 'jobs',
    title:
      'What a change to many persons would do, before it is done: decided on the persons as the views show them',
    input: previewed,
    output: bulkPreviewSchema,
  }),
  'bulk.names': procedure({
    kind: 'jobs',
    title: 'Those whom a preview counts, page by page: it names only the first of them',
    input: previewed.extend({
      outcome: bulkForeseenSchema,
      code: z.string().max(100).optional().meta({ description: 'Of those who are refused: why' }),
      after: personIdSchema.optional().meta({ description: 'The last one known, or handed out as `next`' }),
      limit: z.number().int().min(1).max(1000).default(1000),
    }),
    output: z.object({ persons: z.array(namedPerson), next: z.string().nullable() }),
  }),
  'bulk.results': procedure({
    kind: 'jobs',
    title: 'What came of a change to many persons, one by one',
    input: z.strictObject({
      jobId: jobIdSchema,
      state: bulkStateSchema.optional(),
      after: z.number().int().min(0).optional().meta({ description: 'Handed out as `next`' }),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    output: z.object({
      counts: bulkCountsSchema,
      rows: z.array(bulkRowSchema),
      next: z.number().int().nullable(),
    }),
  }),
} as const;
