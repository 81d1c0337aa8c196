import { z } from 'zod';
import { personIdSchema } from '../kernel/ids.ts';
import { personFilterFields, personFilterViews } from './person-filter.ts';
import { atLeast, cursor, limit, procedure } from './procedure.ts';
import * as views from './views.ts';

/**
 * What the persons list is sorted by, one for each column of its table.
 *
 * Texts are compared as names are: without case and accents. Whoever has nothing in the column comes last in either
 * direction, since they are not what somebody looks for who sorts by it; among those that are equal, and those at the end,
 * whoever was created first comes first, or last where it is descending. `status` goes from active to merged, the persons
 * of each by name. `work` is read as the column is: role, then employer.
 */
export const personSortSchema = views.personColumnSchema;

/** Hits of a search that are ranked, and counted, at most: a total of one more says only that there are more. */
export const MAX_RANKED = 2000;

/** Rows that a page of the persons list passes over at most. */
const MAX_OFFSET = 100_000_000;

/** A value that more persons share than this is no sign of one person (a switchboard's number, 1 January). */
export const MAX_SHARING = 500;

/** Whoever may be somebody else is found by comparing, and not counted. */
const { duplicates: _compared, ...countedFields } = personFilterFields;

/** What can be asked about persons. */
export const personProcedures = {
  'persons.list': procedure({
    kind: 'query',
    views: ['summary'],
    viewsByField: personFilterViews,
    title:
      'A page of persons, sorted, filtered. There are more as long as `next` is not null, however few are on a page',
    input: z.strictObject({
      sort: personSortSchema.default('name').meta({
        description:
          '`status`: from active to merged, each by name; `work`: role, then employer. Whoever has nothing in it comes last, in either direction',
      }),
      descending: z.boolean().default(false),
      ...personFilterFields,
      after: cursor,
      /** Rows passed over: the way into the middle of a list whose total is told. */
      offset: z.number().int().min(0).max(MAX_OFFSET).default(0),
      limit,
      atLeast,
    }),
    output: views.personPageSchema,
  }),
  'persons.total': procedure({
    kind: 'query',
    views: ['summary'],
    viewsByField: { componentType: personFilterViews.componentType },
    title:
      'How many persons match a filter, however many: what `persons.list` leaves out where its page would wait for it',
    input: z.strictObject({ ...countedFields, atLeast }),
    output: z.object({ total: z.number().int() }),
  }),
  'persons.search': procedure({
    kind: 'query',
    views: ['search', 'summary'],
    viewsByField: personFilterViews,
    title:
      'Persons whose name, e-mail address, employer, role, skill or tag begins with the words, best first',
    input: z.strictObject({
      text: z.string().max(500),
      ...personFilterFields,
      after: cursor,
      limit,
      atLeast,
    }),
    output: views.personPageSchema,
  }),
  'persons.get': procedure({
    kind: 'query',
    views: ['detail', 'summary'],
    title: 'One person, now or as of a version or a time',
    input: z.strictObject({
      personId: personIdSchema,
      asOf: z
        .union([
          z.strictObject({ version: z.number().int().min(1) }),
          z.strictObject({ time: z.iso.datetime({ offset: true }) }),
        ])
        .optional(),
      atLeast,
    }),
    output: views.personDetailSchema,
  }),
  'persons.timeline': procedure({
    kind: 'query',
    views: [],
    title: 'What happened to a person, newest first',
    input: z.strictObject({
      personId: personIdSchema,
      before: z.number().int().min(1).optional().meta({ description: 'Position handed out as `next`' }),
      limit,
      atLeast,
    }),
    output: views.timelinePageSchema,
  }),
  'persons.duplicates': procedure({
    kind: 'query',
    views: ['duplicates', 'detail', 'summary'],
    title: `Pairs of persons who may be the same: all, or those of one person. What more than ${MAX_SHARING} persons share is passed over. There are more as long as \`next\` is not null, however few are on a page`,
    input: z.strictObject({ personId: personIdSchema.optional(), after: cursor, limit, atLeast }),
    output: z.object({ pairs: z.array(views.duplicatePairSchema), next: z.string().nullable() }),
  }),
  'persons.components': procedure({
    kind: 'query',
    views: ['components', 'summary'],
    title: 'Components of one type over all persons, by value',
    input: z.strictObject({ componentType: z.string().min(1).max(100), after: cursor, limit, atLeast }),
    output: z.object({
      rows: z.array(
        z.object({
          personId: z.string(),
          componentId: z.string(),
          componentType: z.string(),
          label: z.string(),
          primary: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  'persons.relatedTo': procedure({
    kind: 'query',
    views: ['components', 'summary'],
    title: 'Who has recorded a relationship to a person, an organisation or a place',
    input: z.strictObject({
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('person'), personId: personIdSchema }),
        z.strictObject({ kind: z.literal('organization'), name: z.string().min(1).max(500) }),
        z.strictObject({ kind: z.literal('location'), name: z.string().min(1).max(500) }),
      ]),
      after: cursor,
      limit,
      atLeast,
    }),
    output: z.object({ rows: z.array(views.relatedRowSchema), next: z.string().nullable() }),
  }),
  'persons.counts': procedure({
    kind: 'query',
    views: ['summary'],
    viewsByField: { components: ['components'] },
    title: 'How many persons there are in each state; with `components`, how many components of each type',
    input: z.strictObject({ components: z.boolean().default(false), atLeast }).default({ components: false }),
    output: z.object({
      persons: z.record(z.string(), z.number().int()),
      /** Empty where they were not asked for: counting them is slow with many persons. */
      components: z.record(z.string(), z.number().int()),
    }),
  }),
} as const;
