import type { Job } from '../../domain/contract/jobs.ts';
import type { Push } from '../../domain/contract/pushes.ts';

/** Work that was last told to be under way. */
export interface ToldJobs {
  readonly follow: (push: Push) => void;
  readonly areAny: () => boolean;
  /** Of these, what has ended and was told to be under way. */
  readonly missed: (jobs: readonly Job[]) => readonly Job[];
}

/**
 * A thread that is gone may have kept how its work ended and not told it: whoever heard of the work would wait for
 * ever.
 */
export function createToldJobs(): ToldJobs {
  const underWay = new Set<string>();
  return {
    follow: ({ name, payload }) => {
      if (name !== 'job.changed') return;
      if (payload.state === 'running') underWay.add(payload.jobId);
      else underWay.delete(payload.jobId);
    },
    areAny: () => underWay.size > 0,
    missed: (jobs) => jobs.filter(({ jobId, state }) => state !== 'running' && underWay.has(jobId)),
  };
}
