import { z } from 'zod';
import { conflictFieldSchema, othersCommitSchema, severitySchema } from '../conflict/events.ts';
import { uuidSchema } from '../kernel/ids.ts';
import { paragraph } from '../person/fields/text.ts';
import { outcomeSchema } from './commands.ts';
import { cursor, limit, procedure } from './procedure.ts';

export { severitySchema } from '../conflict/events.ts';

export const conflictStateSchema = z.enum(['open', 'applied', 'dropped']);

/** A change that was made offline and could not be joined with what others had changed meanwhile. */
export const conflictSchema = z.object({
  conflictId: z.string(),
  state: conflictStateSchema,
  /** When and by whom this state was reached. */
  since: z.string(),
  by: z.string().nullable(),
  /** Of a dropped one. */
  reason: z.string().nullable(),
  streamId: z.string(),
  /** Whom it is about; null where it is about no person. */
  personId: z.string().nullable(),
  displayName: z.string().nullable(),
  severity: severitySchema,
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  restsOn: z.string().nullable(),
  /** What was asked; a blank type where that is not known any more. */
  command: z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }),
  actor: z.string().nullable(),
  madeAt: z.string(),
  origin: z.string(),
  fields: z.array(conflictFieldSchema),
  theirs: z.array(othersCommitSchema),
});
export type Conflict = z.output<typeof conflictSchema>;

const conflictId = uuidSchema;

export const conflictProcedures = {
  'conflicts.list': procedure({
    kind: 'query',
    title: 'Conflicts of one state, newest first, and how many there are of each',
    input: z.strictObject({
      state: conflictStateSchema.default('open'),
      severity: severitySchema.optional(),
      after: cursor,
      limit,
    }),
    output: z.object({
      rows: z.array(conflictSchema),
      next: z.string().nullable(),
      /** Those of the state and the severity that were asked for. */
      matching: z.number().int(),
      counts: z.object({ open: z.number().int(), applied: z.number().int(), dropped: z.number().int() }),
    }),
  }),
  'conflicts.get': procedure({
    kind: 'query',
    title: 'One conflict',
    input: z.strictObject({ conflictId }),
    output: conflictSchema,
  }),
  'conflicts.apply': procedure({
    kind: 'engine',
    title: 'Carry the change of a conflict out again, as it was or with other data, and close the conflict',
    input: z.strictObject({
      conflictId,
      data: z
        .record(z.string(), z.unknown())
        .optional()
        .meta({ description: 'In the place of what was asked; the command stays the same' }),
      expectedVersion: z.number().int().min(0).optional(),
    }),
    output: outcomeSchema,
  }),
  'conflicts.drop': procedure({
    kind: 'engine',
    title: 'Decide against the change of a conflict, with a reason',
    input: z.strictObject({ conflictId, reason: paragraph() }),
    output: outcomeSchema,
  }),
  'conflicts.reopen': procedure({
    kind: 'engine',
    title: 'Take a dropped change up again',
    input: z.strictObject({ conflictId }),
    output: outcomeSchema,
  }),
} as const;
