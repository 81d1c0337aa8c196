import type { Job, JobKind } from '../../domain/contract/jobs.ts';

/** What is told of work whose `done` and `total` say nothing by themselves. */
export interface JobPace {
  /** Read so far, where the others are bytes of a file. */
  readonly rows?: number;
  /** Where the others are shares of a rebuild. */
  readonly eventsPerSecond?: number;
}

/** What a job has while it works. */
export interface JobContext {
  /** Aborted where the operator ends the job, or the console closes: the work then throws as soon as it can. */
  readonly signal: AbortSignal;
  /** `total`: null as long as it is not known. */
  readonly progress: (done: number, total: number | null, pace?: JobPace) => void;
}

/** Answers the job's result. Throws a ConsoleFailure where it fails. */
export type JobWork = (context: JobContext) => Promise<NonNullable<Job['result']>>;

export interface JobOrder {
  readonly kind: JobKind;
  readonly subject: string | null;
  readonly work: JobWork;
  /** Two of them that work on the same are not the same work. */
  readonly severalAtOnce?: boolean;
  /** What there is of a result where the work ends early. */
  readonly resultSoFar?: () => Job['result'];
}
