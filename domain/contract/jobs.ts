import { z } from 'zod';
import { consoleErrorSchema } from './errors.ts';
import { procedure } from './procedure.ts';

/** Long work that goes on while the operator does something else, and leaves a result that can be found again. */
export const jobKindSchema = z.enum(['verify', 'rebuild', 'backup', 'export']);

/** `interrupted`: the console ended before the job did. */
export const jobStateSchema = z.enum(['running', 'done', 'cancelled', 'failed', 'interrupted']);

export const jobProgressSchema = z.object({
  done: z.number().int(),
  /** Null as long as it is not known. */
  total: z.number().int().nullable(),
  perSecond: z.number().int().nullable(),
  secondsLeft: z.number().int().nullable(),
});

export const jobSchema = z.object({
  jobId: z.string(),
  kind: jobKindSchema,
  /** What it works on: a view's name, a file. Null: the whole log. */
  subject: z.string().nullable(),
  state: jobStateSchema,
  startedAt: z.string(),
  /** Null where nobody has said who works here. */
  startedBy: z.string().nullable(),
  endedAt: z.string().nullable(),
  progress: jobProgressSchema,
  /** What came of it, by kind: a `log.verify` report, a `views.rebuild` or `log.backup` answer, an export's counts. */
  result: z.record(z.string(), z.unknown()).nullable(),
  error: consoleErrorSchema.nullable(),
});

export type Job = z.output<typeof jobSchema>;
export type JobKind = Job['kind'];
export type JobProgress = Job['progress'];

const jobId = z.string().min(1).max(50);

/** Exports are lines of JSON, one event each. */
const fileJob = z.enum(['backup', 'export']);

export const jobProcedures = {
  'jobs.list': procedure({
    kind: 'jobs',
    title: 'Long work: what is under way and what ended, newest first',
    input: z.strictObject({}).default({}),
    output: z.object({ jobs: z.array(jobSchema) }),
  }),
  'jobs.get': procedure({
    kind: 'jobs',
    title: 'One piece of long work, with its result',
    input: z.strictObject({ jobId }),
    output: jobSchema,
  }),
  'jobs.start': procedure({
    kind: 'jobs',
    title: 'Start long work; how it goes on comes as `job.changed` pushes',
    input: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('verify') }),
      z.strictObject({ kind: z.literal('rebuild'), view: z.string().min(1).max(50) }),
    ]),
    output: jobSchema,
  }),
  'jobs.write': procedure({
    kind: 'jobs',
    title: 'Start long work that writes a file; for the command line only',
    commandLineOnly: true,
    input: z.strictObject({ kind: fileJob, file: z.string().min(1).max(4000) }),
    output: jobSchema,
  }),
  'jobs.save': procedure({
    kind: 'console',
    title: 'Ask the operator for a file and start the work that writes it; null where they choose none',
    input: z.strictObject({ kind: fileJob }),
    output: z.object({ job: jobSchema.nullable() }),
  }),
  'jobs.cancel': procedure({
    kind: 'jobs',
    title: 'End long work early; what it has written is taken back',
    input: z.strictObject({ jobId }),
    output: jobSchema,
  }),
  'jobs.remove': procedure({
    kind: 'jobs',
    title: 'Forget long work that has ended; the files that it wrote stay',
    input: z.strictObject({ jobId }),
    output: z.object({ jobId: z.string() }),
  }),
} as const;
