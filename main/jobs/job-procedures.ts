import { failure } from '../../domain/contract/errors.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import type { Registry } from '../../domain/kernel/registry.ts';
import type { Report } from '../ipc/console-error.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { backupJob } from './backup-job.ts';
import { exportJob } from './export-job.ts';
import type { JobOrder } from './job.ts';
import { JobRunner } from './job-runner.ts';
import { JobStore } from './job-store.ts';
import { type AskEngine, rebuildJob } from './rebuild-job.ts';
import { verifyJob } from './verify-job.ts';

export interface JobsOptions {
  readonly dataFolder: string;
  readonly registry: Registry;
  readonly newId: () => string;
  readonly ask: AskEngine;
  readonly onPush: (push: Push) => void;
  readonly report: Report;
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

/** Every procedure of kind `jobs`, by name. */
export function createJobs(options: JobsOptions): Jobs {
  const { registry, ask, onPush, report } = options;
  const folder = dataFolderAt(options.dataFolder);
  const runner = new JobRunner({
    store: new JobStore(folder.jobs),
    newId: options.newId,
    now: Date.now,
    onChanged: (payload) => onPush({ name: 'job.changed', payload }),
    report: (thrown) => report('job', thrown),
  });
  const start = async (order: JobOrder) => runner.start(order, await operatorOf(ask));
  const answers: Partial<Record<ProcedureName, Answer>> = {
    'jobs.list': () => ({ jobs: runner.list() }),
    'jobs.get': ({ jobId }: ProcedureInput<'jobs.get'>) => runner.get(jobId),
    'jobs.start': (input: ProcedureInput<'jobs.start'>) =>
      start(input.kind === 'verify' ? verifyJob(folder, registry) : rebuildJob(input.view, ask)),
    'jobs.write': ({ kind, file }: ProcedureInput<'jobs.write'>) =>
      start((kind === 'backup' ? backupJob : exportJob)(folder, file)),
    'jobs.cancel': ({ jobId }: ProcedureInput<'jobs.cancel'>) => runner.cancel(jobId),
    'jobs.remove': ({ jobId }: ProcedureInput<'jobs.remove'>) => {
      runner.remove(jobId);
      return { jobId };
    },
  };
  return {
    call: async (name, input) => {
      const answer = answers[name];
      if (answer === undefined) throw failure('bug', 'procedure-not-served', `No job answers ${name}.`);
      return answer(input as never);
    },
    close: () => runner.close(),
  };
}
