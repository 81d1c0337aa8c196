import { useQueryClient } from '@tanstack/react-query';
import type { Job } from '../../../domain/contract/jobs.ts';
import type { ProcedureInput } from '../../../domain/contract/procedures.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import { useNotices } from '../../state/notices.ts';
import { asConsoleError } from '../../ui/error-words.ts';

export interface JobActions {
  readonly start: (order: ProcedureInput<'jobs.start'>) => void;
  readonly save: (order: ProcedureInput<'jobs.save'>) => void;
  readonly resume: (job: Job) => void;
  readonly cancel: (job: Job) => void;
  readonly remove: (job: Job) => void;
  readonly retryView: (view: string) => void;
  readonly skipEvent: (view: string, position: number) => void;
}

/** What an operator can set going here. What is refused is said in a notice. */
export function useJobActions(): JobActions {
  const client = useQueryClient();
  const show = useNotices((store) => store.show);
  const attempt = async (title: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      const { message, code } = asConsoleError(thrown);
      show({ tone: 'danger', title, detail: `${message} (${code})` });
    }
    await client.invalidateQueries({ queryKey: keys.jobs });
  };
  return {
    start: (order) => void attempt('It was not started', () => call('jobs.start', order)),
    save: (order) => void attempt('It was not started', () => call('jobs.save', order)),
    resume: ({ jobId }) => void attempt('It does not go on', () => call('jobs.resume', { jobId })),
    cancel: ({ jobId }) => void attempt('It was not cancelled', () => call('jobs.cancel', { jobId })),
    remove: ({ jobId }) => void attempt('It was not removed', () => call('jobs.remove', { jobId })),
    retryView: (view) => void attempt('The view was not set going', () => call('views.retry', { view })),
    skipEvent: (view, position) =>
      void attempt('The event was not skipped', () => call('views.skip', { view, position })),
  };
}
