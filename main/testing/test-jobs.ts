import { onTestFinished } from 'vitest';
import type { Job } from '../../domain/contract/jobs.ts';
import {
  type ProcedureInput,
  type ProcedureName,
  type ProcedureOutput,
  procedures,
} from '../../domain/contract/procedures.ts';
import { registry } from '../../domain/registry.ts';
import { newId } from '../boot/new-id.ts';
import { createJobs, type Jobs } from '../jobs/job-procedures.ts';
import type { TestConsole } from './test-console.ts';

export interface TestJobs {
  readonly ask: <N extends ProcedureName>(name: N, input: ProcedureInput<N>) => Promise<ProcedureOutput<N>>;
  /** What was told while it opened: work that was under way when its thread ended. */
  readonly leftBehind: readonly Job[];
  /** Resolves with the job once it has ended. */
  readonly ended: (jobId: string) => Promise<Job>;
  /** Resolves with the job as soon as it is as asked. */
  readonly seen: (jobId: string, isSuch: (job: Job) => boolean) => Promise<Job>;
  /** Any procedure, its input as it has passed the schema. */
  readonly call: Jobs['call'];
  readonly reported: unknown[];
  readonly close: Jobs['close'];
}

/** What was told, and what will be. */
function watched<T>() {
  const told: T[] = [];
  const watchers = new Set<() => void>();
  return {
    tell: (value: T): void => {
      told.push(value);
      for (const look of watchers) look();
    },
    first: (isSuch: (value: T) => boolean): Promise<T> =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = told.find(isSuch);
          if (found === undefined) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
      }),
  };
}

/** Stands between the jobs and the engine. */
type Between = (name: ProcedureName, ask: () => Promise<unknown>) => Promise<unknown>;

/** Long work beside a console, in this thread. Closes with the test. */
export function openTestJobs(console: TestConsole, between: Between = (_name, ask) => ask()): TestJobs {
  const told = watched<Job>();
  const reported: unknown[] = [];
  const leftBehind: Job[] = [];
  let isOpen = false;
  const jobs = createJobs({
    dataFolder: console.folder,
    registry,
    newId,
    ask: (name, input) => between(name, () => console.engine.call(name, input)),
    onPush: (push) => {
      if (push.name !== 'job.changed') return;
      if (isOpen) told.tell(push.payload);
      else leftBehind.push(push.payload);
    },
    report: (_where, thrown) => reported.push(thrown),
  });
  isOpen = true;
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= jobs.close();
    return closing;
  };
  onTestFinished(close);
  const seen: TestJobs['seen'] = (jobId, isSuch) => told.first((job) => job.jobId === jobId && isSuch(job));
  return {
    ask: (async (name: ProcedureName, input: unknown) =>
      procedures[name].output.parse(
        await jobs.call(name, procedures[name].input.parse(input)),
      )) as TestJobs['ask'],
    ended: (jobId) => seen(jobId, ({ state }) => state !== 'running'),
    seen,
    call: jobs.call,
    reported,
    leftBehind,
    close,
  };
}
