import type { Job } from '../../domain/contract/jobs.ts';
import type { Push } from '../../domain/contract/pushes.ts';

/** Work that was last told to be under way. */
export interface ToldJobs {
  readonly follow: (push: Push) => void;
  readonly areAny: () => boolean;
  /** How that of it ended which is under way no more. */
  readonly missed: (jobs: readonly Job[]) => readonly Job[];
}

/**
 * A thread that is gone may have kept how its work ended and not told it: whoever heard of the work would wait for
 * ever. What is not even kept any more was interrupted.
 */
export function createToldJobs(now: () => number): ToldJobs {
  const underWay = new Map<string, Job>();
  const interrupted = (job: Job): Job => ({
    ...job,
    state: 'interrupted',
    endedAt: new Date(now()).toISOString(),
  });
  return {
    follow: ({ name, payload }) => {
      if (name !== 'job.changed') return;
      if (payload.state === 'running') underWay.set(payload.jobId, payload);
      else underWay.delete(payload.jobId);
    },
    areAny: () => underWay.size > 0,
    missed: (jobs) =>
      [...underWay.values()]
        .map((told) => jobs.find(({ jobId }) => jobId === told.jobId) ?? interrupted(told))
        .filter(({ state }) => state !== 'running'),
  };
}
