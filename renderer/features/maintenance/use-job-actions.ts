import { useQueryClient } from '@tanstack/react-query';
import type { Job } from '../../../domain/contract/jobs.ts';
import type { ProcedureInput } from '../../../domain/contract/procedures.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import { attempt } from '../../ui/attempt.ts';

export interface JobActions {
  /** Done once the work is listed, or refused. */
  readonly start: (order: ProcedureInput<'jobs.start'>) => Promise<void>;
  readonly save: (order: ProcedureInput<'jobs.save'>) => Promise<void>;
  readonly resume: (job: Job) => void;
  readonly cancel: (job: Job) => void;
  /** Of a rebuild that is nobody's job here: begun on the command line, or by the console itself. */
  readonly cancelRebuild: (view: string) => void;
  readonly remove: (job: Job) => void;
  readonly retryView: (view: string) => void;
  readonly skipEvent: (view: string, position: number) => void;
}

/** What an operator can set going here. What is refused is said in a notice. */
export function useJobActions(): JobActions {
  const client = useQueryClient();
  const order = async (title: string, work: () => Promise<unknown>): Promise<void> => {
    await attempt(title, work);
    await client.invalidateQueries({ queryKey: keys.jobs });
  };
  return {
    start: (input) => order('It was not started', () => call('jobs.start', input)),
    save: (input) => order('It was not started', () => call('jobs.save', input)),
    resume: ({ jobId }) => void order('It does not go on', () => call('jobs.resume', { jobId })),
    cancel: ({ jobId }) => void order('It was not cancelled', () => call('jobs.cancel', { jobId })),
    cancelRebuild: (view) => void order('It was not cancelled', () => call('views.cancel', { view })),
    remove: ({ jobId }) => void order('It was not removed', () => call('jobs.remove', { jobId })),
    retryView: (view) => void order('The view was not set going', () => call('views.retry', { view })),
    skipEvent: (view, position) =>
      void order('The event was not skipped', () => call('views.skip', { view, position })),
  };
}
