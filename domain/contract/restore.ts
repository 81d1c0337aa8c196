import { z } from 'zod';
import { jobProgressSchema } from './jobs.ts';
import { procedure } from './procedure.ts';

/** What tells one log from another. */
const logFactsSchema = z.object({
  events: z.number().int(),
  persons: z.number().int(),
  /** When the last of it was recorded; null where it holds nothing. */
  newest: z.string().nullable(),
  /** Null where it was never linked to one. */
  installation: z.string().nullable(),
});
export type LogFacts = z.output<typeof logFactsSchema>;

const restoreAskedSchema = z.object({
  restoreId: z.string(),
  /** The backup that was chosen. */
  file: z.string(),
  backup: logFactsSchema,
  /** Null where the present log cannot be read. */
  present: logFactsSchema.nullable(),
  /** Where the present log will lie. */
  setAside: z.string(),
});
export type RestoreAsked = z.output<typeof restoreAskedSchema>;

/** Of a backup that was chosen: bytes copied, then the checking of the copy, of which nobody knows how far it is. */
export const restoreProgressSchema = z.object({
  step: z.enum(['copying', 'checking']),
  progress: jobProgressSchema,
});
export type RestoreProgress = z.output<typeof restoreProgressSchema>;

const restoredSchema = z.object({
  events: z.number().int(),
  persons: z.number().int(),
  /** Null where there was no log. */
  setAside: z.string().nullable(),
});
export type Restored = z.output<typeof restoredSchema>;

/** A backup in the place of the log: looked at first, then put there. They work also where the log cannot be opened. */
export const restoreProcedures = {
  'restore.choose': procedure({
    kind: 'console',
    title:
      'Ask the operator for a backup, copy it into the data folder and check the copy; null where they choose none',
    input: z.strictObject({}),
    output: z.object({ asked: restoreAskedSchema.nullable() }),
  }),
  'restore.begin': procedure({
    kind: 'console',
    title:
      'Put a backup that was chosen in the place of the log, which is set aside; the engine is stopped for it and started again',
    input: z.strictObject({ restoreId: z.string().min(1).max(50) }),
    output: restoredSchema,
  }),
  'restore.drop': procedure({
    kind: 'console',
    title: 'Leave the log as it is: end the copying of a backup that was chosen, or take the copy away',
    input: z.strictObject({}),
    output: z.object({}),
  }),
} as const;
