import { z } from 'zod';
import { filePathSchema } from './file-path.ts';
import { bulkChangeSchema, bulkTargetSchema, jobIdSchema as jobId } from './bulk.ts';
import { consoleErrorSchema } from './errors.ts';
import { procedure } from './procedure.ts';
import { personColumnSchema } from './views.ts';

/** Long work that goes on while the operator does something else, and leaves a result that can be found again. */
export const jobKindSchema = z.enum([
  'verify',
  'rebuild',
  'backup',
  'export',
  'bulk',
  'persons-export',
  'results-export',
  'import',
  'import-refused',
]);

/** `interrupted`: the console ended before the job did. */
export const jobStateSchema = z.enum(['running', 'done', 'cancelled', 'failed', 'interrupted']);

export const jobProgressSchema = z.object({
  done: z.number().int(),
  /** Null as long as it is not known. */
  total: z.number().int().nullable(),
  perSecond: z.number().int().nullable(),
  secondsLeft: z.number().int().nullable(),
  /** Where `done` and `total` are bytes of a file: the rows that were read so far. */
  rows: z.object({ done: z.number().int(), perSecond: z.number().int().nullable() }).optional(),
  /** Where `done` and `total` are shares of a rebuild: how fast the log is read. */
  eventsPerSecond: z.number().int().optional(),
});

export const jobSchema = z.object({
  jobId: z.string(),
  kind: jobKindSchema,
  /** What it works on: a view's name, a file, what a bulk change does. Null: the whole log. */
  subject: z.string().nullable(),
  state: jobStateSchema,
  startedAt: z.string(),
  /** Null where nobody has said who works here. */
  startedBy: z.string().nullable(),
  endedAt: z.string().nullable(),
  progress: jobProgressSchema,
  /** What came of it, by kind: a `log.verify` report, a `views.rebuild` or `log.backup` answer, counts. */
  result: z.record(z.string(), z.unknown()).nullable(),
  error: consoleErrorSchema.nullable(),
});

export type Job = z.output<typeof jobSchema>;
export type JobKind = Job['kind'];
export type JobProgress = Job['progress'];

const personsFormatSchema = z.enum(['csv', 'json', 'jsonl']);
export type PersonsFormat = z.output<typeof personsFormatSchema>;

const logFile = z.strictObject({ kind: z.enum(['backup', 'export']).meta({ description: 'The whole log' }) });
const personsFile = z.strictObject({
  kind: z.literal('persons-export'),
  target: bulkTargetSchema,
  format: personsFormatSchema.meta({
    description: 'Rows of the list, or whole records: one list of JSON, or a line of JSON each',
  }),
  columns: z.array(personColumnSchema).max(20).default([]).meta({ description: 'For CSV' }),
});
/** What came of each person of a change to many, or of each row of an import. */
const resultsFile = z.strictObject({ kind: z.literal('results-export'), jobId });
/** In the format of the file that was imported, with columns that say why: to be mended and imported again. */
const refusedFile = z.strictObject({ kind: z.literal('import-refused'), jobId });

/** Work that writes a file. Exports of the log are lines of JSON, one event each. */
export const fileOrderSchema = z.discriminatedUnion('kind', [logFile, personsFile, resultsFile, refusedFile]);
export type FileOrder = z.output<typeof fileOrderSchema>;

const written = z.discriminatedUnion('kind', [
  logFile.extend({ file: filePathSchema }),
  personsFile.extend({ file: filePathSchema }),
  resultsFile.extend({ file: filePathSchema }),
  refusedFile.extend({ file: filePathSchema }),
]);

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
      z.strictObject({ kind: z.literal('bulk'), change: bulkChangeSchema, target: bulkTargetSchema }),
    ]),
    output: jobSchema,
  }),
  'jobs.resume': procedure({
    kind: 'jobs',
    title:
      'Let a change to many persons, or an import, that ended early go on from where it was; nobody is changed twice',
    input: z.strictObject({ jobId }),
    output: jobSchema,
  }),
  'jobs.write': procedure({
    kind: 'jobs',
    title: 'Start long work that writes a file; for the command line only',
    commandLineOnly: true,
    input: written,
    output: jobSchema,
  }),
  'jobs.save': procedure({
    kind: 'console',
    title: 'Ask the operator for a file and start the work that writes it; null where they choose none',
    input: fileOrderSchema,
    output: z.object({ job: jobSchema.nullable() }),
  }),
  'jobs.cancel': procedure({
    kind: 'jobs',
    title: 'End long work early; files are taken back, persons that were changed stay so',
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
