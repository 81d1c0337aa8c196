import { z } from 'zod';
import { filePathSchema } from './file-path.ts';
import { line } from '../person/fields/text.ts';
import { bulkProcedures } from './bulk.ts';
import { conflictProcedures } from './conflicts.ts';
import { connectionProcedures } from './connection-procedures.ts';
import { outcomeSchema, submissionSchema } from './commands.ts';
import { importProcedures } from './import.ts';
import { savedMappingProcedures } from './saved-mappings.ts';
import { jobProcedures } from './jobs.ts';
import { legacyProcedures } from './legacy.ts';
import { linkProcedures } from './link.ts';
import { logProcedures } from './log-procedures.ts';
import { personProcedures } from './person-procedures.ts';
import { procedure } from './procedure.ts';
import { pushes } from './pushes.ts';
import { requestProcedures } from './requests.ts';
import { restoreProcedures } from './restore.ts';
import * as views from './views.ts';
import { windowProcedures } from './window-procedures.ts';

export { type FieldIssue, fieldIssues, plainWords } from '../person/fields/issues.ts';
export { MAX_RANKED, MAX_SHARING, personSortSchema } from './person-procedures.ts';
export type { Procedure, ProcedureKind } from './procedure.ts';

const none = z.strictObject({}).default({});

export const procedures = {
  ...personProcedures,
  ...jobProcedures,
  ...bulkProcedures,
  ...importProcedures,
  ...savedMappingProcedures,
  ...logProcedures,
  ...linkProcedures,
  ...requestProcedures,
  ...legacyProcedures,
  ...connectionProcedures,
  ...conflictProcedures,
  ...windowProcedures,
  ...restoreProcedures,
  'views.status': procedure({
    kind: 'engine',
    title: 'Position, lag, error and rebuild of every view',
    input: z.strictObject({ rows: z.boolean().default(false) }).default({ rows: false }),
    output: z.object({ head: z.number().int(), views: z.array(views.viewStatusSchema) }),
  }),
  'views.rebuild': procedure({
    kind: 'engine',
    title:
      'Build a view again from the log, beside the one in use; all of them in one reading where none is named',
    input: z.strictObject({ view: z.string().min(1).max(50).optional() }),
    output: z.object({ view: z.string().nullable(), events: z.number().int(), seconds: z.number() }),
  }),
  'views.cancel': procedure({
    kind: 'engine',
    title: 'End the rebuild of a view early; the view in use stays as it is',
    input: z.strictObject({ view: z.string().min(1).max(50) }),
    output: views.viewStatusSchema,
  }),
  'views.retry': procedure({
    kind: 'engine',
    title: 'Let a stopped view try its event again',
    input: z.strictObject({ view: z.string().min(1).max(50) }),
    output: views.viewStatusSchema,
  }),
  'views.skip': procedure({
    kind: 'engine',
    title: 'Let a stopped view go past the event that it fails on; the skip is recorded',
    input: z.strictObject({ view: z.string().min(1).max(50), position: z.number().int().min(1) }),
    output: views.viewStatusSchema,
  }),
  'log.verify': procedure({
    kind: 'query',
    title: 'Check the log, its streams and every view against an independent fold',
    input: none,
    output: views.verifyReportSchema,
  }),
  'log.backup': procedure({
    kind: 'engine',
    title: 'Write a consistent backup to a file while running; for the command line only',
    commandLineOnly: true,
    input: z.strictObject({ file: filePathSchema }),
    output: z.object({ file: z.string(), bytes: z.number().int(), events: z.number().int() }),
  }),
  'commands.submit': procedure({
    kind: 'engine',
    title: 'Carry out a command; with `follow`, its way is told in `command.update` pushes',
    input: submissionSchema,
    output: outcomeSchema,
  }),
  'console.info': procedure({
    kind: 'engine',
    title: 'Where the data lives, which versions run, who operates',
    input: none,
    output: z.object({
      product: z.string(),
      version: z.string(),
      dataFolder: z.string(),
      origin: z.string(),
      operator: z.string().nullable(),
      events: z.number().int(),
      /** With what has not been copied into the log's file yet. */
      logBytes: z.number().int(),
      runtime: z.string(),
      node: z.string(),
      sqlite: z.string(),
      /** What is generated, to look at: not anybody's own data. */
      sample: z.boolean(),
      pendingCommits: z.number().int(),
    }),
  }),
  'operator.set': procedure({
    kind: 'engine',
    title: 'Say who works here; it becomes the actor of every event from now on',
    input: z.strictObject({
      name: z.string().trim().min(1, { error: 'Enter your name', abort: true }).pipe(line(200)),
    }),
    output: z.object({ operator: z.string() }),
  }),
  'engine.status': procedure({
    kind: 'console',
    title: 'Whether the engine runs, and if not, why: answered even while it does not',
    input: none,
    output: pushes['engine.state'],
  }),
  'engine.restart': procedure({
    kind: 'console',
    title:
      'Start the engine again after it failed; answers at once, what follows is pushed as `engine.state`',
    input: none,
    output: pushes['engine.state'],
  }),
} as const;

export type Procedures = typeof procedures;
export type ProcedureName = keyof Procedures;
export type ProcedureInput<N extends ProcedureName> = z.input<Procedures[N]['input']>;
/** An input that its schema has passed. */
export type ProcedureParsed<N extends ProcedureName> = z.output<Procedures[N]['input']>;
export type ProcedureOutput<N extends ProcedureName> = z.output<Procedures[N]['output']>;

export function isProcedureName(name: unknown): name is ProcedureName {
  return typeof name === 'string' && Object.hasOwn(procedures, name);
}

/** For the page there are no others. */
export function isPageProcedure(name: unknown): name is ProcedureName {
  return isProcedureName(name) && procedures[name].commandLineOnly !== true;
}
