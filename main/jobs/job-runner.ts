import { type ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { Job } from '../../domain/contract/jobs.ts';
import { carriedError, internalError } from '../ipc/console-error.ts';
import type { JobOrder, JobPace } from './job.ts';
import type { JobStore } from './job-store.ts';
import { Meter } from './meter.ts';

export interface JobRunnerOptions {
  readonly store: JobStore;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onChanged: (job: Job) => void;
  /** What there is of the result of a job that a former console left under way. */
  readonly leftBehind: (jobId: string) => Job['result'];
  /** Told of what went wrong inside and is not shown. */
  readonly report: (thrown: unknown) => void;
}

interface Running {
  readonly job: Job;
  readonly stop: AbortController;
  readonly meter: Meter;
  /** Null until somebody counts rows. */
  rows: Meter | null;
  eventsPerSecond: number | undefined;
  readonly ended: Promise<void>;
}

const TELL_EVERY_MS = 200;
const NOTHING_DONE = { done: 0, total: null, perSecond: null, secondsLeft: null };

function unknownJob(): ConsoleFailure {
  return failure(
    'wrong-use',
    'job-unknown',
    'There is no such piece of work any more. Look at the list again.',
  );
}

function running(jobId: string): ConsoleFailure {
  const message = 'The same work is under way already. Wait for it, or cancel it.';
  return failure('rejected', 'job-running', message, { jobId });
}

function progressOf({ meter, rows, eventsPerSecond }: Running): Job['progress'] {
  const progress = meter.progress();
  if (eventsPerSecond !== undefined) return { ...progress, eventsPerSecond };
  if (rows === null) return progress;
  const { done, perSecond } = rows.progress();
  return { ...progress, rows: { done, perSecond } };
}

/** Starts long work, follows it, ends it, and keeps what came of it. */
export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #running = new Map<string, Running>();
  #closing = false;

  constructor(options: JobRunnerOptions) {
    this.#options = options;
    // Nobody works on these any more: the console that did has ended.
    const { store } = options;
    // Whoever saw it under way, before the thread ended, has to hear that it is not.
    for (const job of store.all().filter(({ state }) => state === 'running')) {
      const ended = this.#interrupted(job);
      store.put(ended);
      options.onChanged(ended);
    }
  }

  /** Newest first. */
  list(): readonly Job[] {
    return this.#options.store.all().map((job) => this.#live(job));
  }

  get(jobId: string): Job {
    const job = this.#running.get(jobId)?.job ?? this.#options.store.get(jobId);
    if (job === null) throw unknownJob();
    return this.#live(job);
  }

  start(order: JobOrder, startedBy: string | null, jobId = this.#options.newId()): Job {
    this.#refuseTwin(order);
    const { kind, subject } = order;
    const job: Job = {
      jobId,
      kind,
      subject,
      state: 'running',
      startedAt: this.#time(),
      startedBy,
      endedAt: null,
      progress: NOTHING_DONE,
      result: null,
      error: null,
    };
    const begun = this.#begin(job, order);
    this.#options.store.prune();
    return begun;
  }

  /** Lets work that ended early go on under its own id. */
  resume(jobId: string, order: JobOrder): Job {
    const job = this.get(jobId);
    if (job.state === 'running') throw running(jobId);
    return this.#begin({ ...job, state: 'running', endedAt: null, result: null, error: null }, order);
  }

  /** Answers at once; the job ends as soon as its work lets go. */
  cancel(jobId: string): Job {
    const running = this.#running.get(jobId);
    if (running === undefined) {
      const { state } = this.get(jobId);
      throw failure(
        'rejected',
        'job-ended',
        `This work has ended already (${state}). There is nothing left to cancel.`,
      );
    }
    running.stop.abort();
    return this.get(jobId);
  }

  remove(jobId: string): void {
    if (this.get(jobId).state === 'running') {
      throw failure('rejected', 'job-running', 'This work is still under way. Cancel it first.', { jobId });
    }
    this.#options.store.remove(jobId);
  }

  /** Ends all work and waits for it. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const { stop } of this.#running.values()) stop.abort();
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
    this.#options.store.close();
  }

  #refuseTwin({ kind, subject, severalAtOnce }: JobOrder): void {
    if (severalAtOnce === true) return;
    const twin = this.list().find(
      (job) => job.state === 'running' && job.kind === kind && job.subject === subject,
    );
    if (twin !== undefined) throw running(twin.jobId);
  }

  #begin(job: Job, order: JobOrder): Job {
    this.#options.store.put(job);
    this.#run(job, order);
    this.#options.onChanged(job);
    return job;
  }

  #run(job: Job, order: JobOrder): void {
    const stop = new AbortController();
    const meter = new Meter(this.#options.now);
    let told = 0;
    const progress = (done: number, total: number | null, pace: JobPace = {}): void => {
      meter.set(done, total);
      this.#keepPace(job.jobId, pace);
      const now = this.#options.now();
      if (now - told < TELL_EVERY_MS) return;
      told = now;
      this.#options.onChanged(this.get(job.jobId));
    };
    const result = Promise.resolve().then(() => order.work({ signal: stop.signal, progress }));
    const ended = result.then(
      (value) => this.#settle(job.jobId, { state: 'done', result: value }),
      (error: unknown) => {
        const result = order.resultSoFar?.() ?? null;
        this.#settle(job.jobId, { ...this.#failed(error, stop.signal.aborted), result });
      },
    );
    this.#running.set(job.jobId, { job, stop, meter, rows: null, eventsPerSecond: undefined, ended });
  }

  #keepPace(jobId: string, { rows, eventsPerSecond }: JobPace): void {
    const running = this.#running.get(jobId);
    if (running === undefined) return;
    running.eventsPerSecond = eventsPerSecond;
    if (rows === undefined) return;
    running.rows ??= new Meter(this.#options.now);
    running.rows.set(rows, null);
  }

  #failed(thrown: unknown, stopped: boolean): Partial<Job> {
    if (stopped) return { state: this.#closing ? 'interrupted' : 'cancelled' };
    const error = carriedError(thrown);
    if (error === null || error.kind === 'bug') this.#options.report(thrown);
    return { state: 'failed', error: error ?? internalError };
  }

  #settle(jobId: string, end: Partial<Job>): void {
    const { store, onChanged } = this.#options;
    const job = { ...this.get(jobId), ...end, endedAt: this.#time() };
    this.#running.delete(jobId);
    store.put(job);
    onChanged(job);
  }

  #interrupted(job: Job): Job {
    const result = this.#options.leftBehind(job.jobId);
    return { ...job, state: 'interrupted', endedAt: this.#time(), result };
  }

  #live(job: Job): Job {
    const running = this.#running.get(job.jobId);
    if (running === undefined) return job;
    return { ...job, progress: progressOf(running) };
  }

  #time(): string {
    return new Date(this.#options.now()).toISOString();
  }
}
