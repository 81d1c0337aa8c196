import { failure } from '../../domain/contract/errors.ts';
import type { FileOrder, Job } from '../../domain/contract/jobs.ts';
import type {
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
  ProcedureParsed,
} from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import type { Registry } from '../../domain/kernel/registry.ts';
import type { Report } from '../ipc/console-error.ts';
import type { CrashHook } from '../store/crash-points.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { backupJob } from './backup-job.ts';
import { BulkItems } from './bulk/bulk-items.ts';
import { bulkResult } from './bulk/bulk-job.ts';
import { Bulk, type NamesInput, type PreviewInput } from './bulk/bulk-procedures.ts';
import { Selections } from './bulk/selections.ts';
import { exportJob } from './export-job.ts';
import { importResult } from './import/import-job.ts';
import { Imports } from './import/import-procedures.ts';
import { ImportRows } from './import/import-rows.ts';
import { readMappingFile, writeMappingFile } from './import/mapping-exchange.ts';
import { MappingFiles } from './import/mapping-files.ts';
import type { JobOrder } from './job.ts';
import { JobRunner } from './job-runner.ts';
import { JobStore, openJobsFile } from './job-store.ts';
import { personsExportJob } from './persons-export-job.ts';
import { type AskEngine, rebuildJob } from './rebuild-job.ts';
import { type ReadViews, readViewsOf } from './read-views.ts';
import { verifyJob } from './verify-job.ts';

export interface JobsOptions {
  readonly dataFolder: string;
  readonly registry: Registry;
  readonly newId: () => string;
  readonly ask: AskEngine;
  readonly onPush: (push: Push) => void;
  readonly report: Report;
  /** For tests that end the process between two durable steps. */
  readonly crashPoint?: CrashHook;
}

export interface Jobs {
  /** Rejects with a ConsoleFailure. The input must have passed the procedure's schema. */
  readonly call: (name: ProcedureName, input: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

type Answer = (input: never) => unknown;

async function operatorOf(ask: AskEngine): Promise<string | null> {
  const { operator } = (await ask('console.info', {})) as ProcedureOutput<'console.info'>;
  return operator;
}

interface Parts {
  readonly runner: JobRunner;
  readonly bulk: Bulk;
  readonly imports: Imports;
  readonly mappings: MappingFiles;
  readonly readViews: ReadViews;
  readonly selections: Selections;
}

function partsOf({ dataFolder, newId, ask, onPush, report, crashPoint }: JobsOptions): Parts {
  const folder = dataFolderAt(dataFolder);
  const file = openJobsFile(folder.jobs);
  const items = new BulkItems(file, crashPoint);
  const rows = new ImportRows(file);
  const mappings = new MappingFiles(folder.mappings);
  const readViews = readViewsOf(folder);
  const selections = new Selections({ readViews, newId, now: Date.now });
  const runner = new JobRunner({
    store: new JobStore(file, crashPoint),
    newId,
    now: Date.now,
    onChanged: (payload) => onPush({ name: 'job.changed', payload }),
    leftBehind: (jobId) => bulkResult(items, jobId) ?? importResult(rows, jobId),
    report: (thrown) => report('job', thrown),
  });
  const bulk = new Bulk({ items, selections, readViews, ask, newId, now: Date.now });
  const imports = new Imports({ rows, readViews, ask, newId, now: Date.now });
  return { runner, bulk, imports, mappings, readViews, selections };
}

type Written = FileOrder & { readonly file: string };

function fileJob(options: JobsOptions, { bulk, imports, readViews }: Parts, order: Written): JobOrder {
  const { file } = order;
  const folder = dataFolderAt(options.dataFolder);
  switch (order.kind) {
    case 'backup':
      return backupJob(folder, file);
    case 'export':
      return exportJob(folder, file);
    case 'persons-export':
      return personsExportJob({ order, personIds: bulk.personIds(order.target), readViews, file });
    case 'results-export':
      return imports.resultsFile(order.jobId, file) ?? bulk.resultsFile(order.jobId, file);
    case 'import-refused':
      return imports.refusedFile(order.jobId, file);
  }
}

type Started = ProcedureParsed<'jobs.start'>;

async function startWork(options: JobsOptions, { runner, bulk }: Parts, input: Started): Promise<Job> {
  const by = await operatorOf(options.ask);
  switch (input.kind) {
    case 'verify':
      return runner.start(verifyJob(dataFolderAt(options.dataFolder), options.registry), by);
    case 'rebuild':
      return runner.start(rebuildJob(input.view, options.ask), by);
    case 'bulk': {
      const { jobId, order } = bulk.order(input.change, input.target);
      return runner.start(order, by, jobId);
    }
  }
}

async function startImport(
  { ask }: JobsOptions,
  { runner, imports }: Parts,
  input: ProcedureParsed<'import.start'>,
): Promise<Job> {
  const { jobId, order } = await imports.order(input);
  return runner.start(order, await operatorOf(ask), jobId);
}

/** Imports, and the mappings that they go by. */
function importAnswers(options: JobsOptions, parts: Parts): Partial<Record<ProcedureName, Answer>> {
  const { imports, mappings } = parts;
  return {
    'import.open': ({ path }: ProcedureInput<'import.open'>) => imports.open(path),
    'import.inspect': (input: ProcedureParsed<'import.inspect'>) => imports.inspect(input),
    'import.start': (input: ProcedureParsed<'import.start'>) => startImport(options, parts, input),
    'import.results': (input: ProcedureParsed<'import.results'>) => imports.results(input),
    'import.sample': (input: ProcedureParsed<'import.sample'>) => imports.sample(input),
    'import.order': ({ jobId }: ProcedureInput<'import.order'>) => imports.ordered(jobId),
    'import.mappings': () => ({ mappings: mappings.all() }),
    'import.save-mapping': ({ mapping }: ProcedureParsed<'import.save-mapping'>) => ({
      mapping: mappings.save(mapping),
    }),
    'import.rename-mapping': ({ name, newName }: ProcedureParsed<'import.rename-mapping'>) => ({
      mapping: mappings.rename(name, newName),
    }),
    'import.remove-mapping': ({ name }: ProcedureParsed<'import.remove-mapping'>) => {
      mappings.remove(name);
      return { name };
    },
    'import.read-mapping': async ({ path }: ProcedureInput<'import.read-mapping'>) => ({
      mapping: await readMappingFile(path),
    }),
    'import.write-mapping': ({ name, path }: ProcedureParsed<'import.write-mapping'>) => {
      writeMappingFile(path, mappings.get(name));
      return { name };
    },
  };
}

function answersOf(options: JobsOptions, parts: Parts): Partial<Record<ProcedureName, Answer>> {
  const { runner, bulk, imports, selections } = parts;
  return {
    'jobs.list': () => ({ jobs: runner.list() }),
    'jobs.get': ({ jobId }: ProcedureInput<'jobs.get'>) => runner.get(jobId),
    'jobs.start': (input: Started) => startWork(options, parts, input),
    'jobs.write': async (order: Written) =>
      runner.start(fileJob(options, parts, order), await operatorOf(options.ask)),
    'jobs.cancel': ({ jobId }: ProcedureInput<'jobs.cancel'>) => runner.cancel(jobId),
    'jobs.resume': ({ jobId }: ProcedureInput<'jobs.resume'>) => {
      const job = runner.get(jobId);
      return runner.resume(jobId, imports.again(job) ?? bulk.again(job));
    },
    'jobs.remove': ({ jobId }: ProcedureInput<'jobs.remove'>) => {
      runner.remove(jobId);
      return { jobId };
    },
    'selections.take': ({ filter }: ProcedureInput<'selections.take'>) => selections.take(filter),
    'selections.outside': ({ selectionId, personIds }: ProcedureInput<'selections.outside'>) => ({
      personIds: selections.outside(selectionId, personIds),
    }),
    'selections.members': ({ selectionId, except = [], limit }: ProcedureInput<'selections.members'>) => ({
      personIds: bulk.personIds({ selectionId, except }).slice(0, limit),
    }),
    'bulk.preview': (input: PreviewInput) => bulk.preview(input),
    'bulk.names': (input: NamesInput) => bulk.names(input),
    'bulk.results': (input: ProcedureInput<'bulk.results'> & { readonly limit: number }) =>
      bulk.results(input),
    ...importAnswers(options, parts),
  };
}

/** Every procedure of kind `jobs`, by name. */
export function createJobs(options: JobsOptions): Jobs {
  const parts = partsOf(options);
  const answers = answersOf(options, parts);
  return {
    call: async (name, input) => {
      const answer = answers[name];
      if (answer === undefined) throw failure('bug', 'procedure-not-served', `No job answers ${name}.`);
      return answer(input as never);
    },
    close: () => parts.runner.close(),
  };
}
