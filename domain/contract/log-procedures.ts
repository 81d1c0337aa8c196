import { z } from 'zod';
import { uuidSchema } from '../kernel/ids.ts';
import { limit, procedure } from './procedure.ts';
import * as views from './views.ts';

/** Events that one answer looks at, at most: a filter that matches little must not hold other questions up. */
const MAX_SCANNED = 20_000;

const instant = z.iso.datetime({ offset: true });

/** What narrows the log down; all of it holds together. */
const filter = {
  streamId: z.string().max(100).optional(),
  types: z.array(z.string().min(1).max(100)).min(1).max(100).optional(),
  actor: z.string().min(1).max(300).optional(),
  origin: uuidSchema.optional(),
  from: instant.optional().meta({ description: 'Recorded at this time or later' }),
  to: instant.optional().meta({ description: 'Recorded before this time' }),
  correlationId: uuidSchema.optional(),
  causationId: uuidSchema.optional().meta({ description: 'What this event or command led to' }),
  eventId: uuidSchema.optional(),
  commandId: uuidSchema.optional(),
};

/** What can be asked about the event log itself. */
export const logProcedures = {
  'log.page': procedure({
    kind: 'query',
    title:
      'A page of the event log, by position: downwards from `before` or the end, upwards from `after`. There is more as long as `next` is not null, however few events are on a page',
    input: z.strictObject({
      after: z.number().int().min(0).optional(),
      before: z.number().int().min(1).optional(),
      ...filter,
      scan: z
        .number()
        .int()
        .min(1)
        .max(MAX_SCANNED)
        .default(MAX_SCANNED)
        .meta({ description: 'Events to look at, at most' }),
      limit,
    }),
    output: views.logPageSchema,
  }),
  'log.event': procedure({
    kind: 'query',
    title: 'One event with those around it: in its stream, in its commit, what led to it and what it led to',
    input: z.strictObject({ position: z.number().int().min(1) }),
    output: views.eventSurroundingsSchema,
  }),
  'log.position': procedure({
    kind: 'query',
    title: 'Position of the first event that was recorded at a time or later; null where there is none',
    input: z.strictObject({ time: instant }),
    output: z.object({ position: z.number().int().nullable(), head: z.number().int() }),
  }),
  'log.names': procedure({
    kind: 'query',
    title: 'Event types, actors and origins that occur in the log',
    input: z.strictObject({}).default({}),
    output: z.object({
      types: z.array(z.string()),
      actors: z.array(z.string()),
      origins: z.array(z.string()),
    }),
  }),
} as const;
