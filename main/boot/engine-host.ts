import { isProcedureName, type ProcedureOutput } from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import { viewsRead } from '../../domain/contract/views-read.ts';
import { closingLog } from './closing-log.ts';
import { type EngineStatus, Supervisor, type SupervisorOptions, type ThreadName } from './supervisor.ts';
import { VIEWS_AT_LEAST } from './thread-messages.ts';
import { createToldJobs } from './told-jobs.ts';
import type { ThreadClient } from './worker-client.ts';

export interface EngineHostOptions {
  readonly launchEngine: () => Promise<ThreadClient>;
  readonly launchReader: () => Promise<ThreadClient>;
  /** Whose pushes go through the host. */
  readonly launchJobs: (onPush: (push: Push) => void) => Promise<ThreadClient>;
  readonly onPush: (push: Push) => void;
  readonly onCrash: (thread: ThreadName, cause: unknown) => void;
  readonly now: () => number;
  readonly delay: (ms: number) => Promise<void>;
}

export interface EngineHost {
  /** Answered on the reader's thread, once the views have seen the input's `atLeast`. */
  readonly query: (name: string, input: unknown) => Promise<unknown>;
  readonly engine: (name: string, input: unknown) => Promise<unknown>;
  readonly jobs: (name: string, input: unknown) => Promise<unknown>;
  /** Settles when the views that a query reads have seen everything committed so far, or cannot. Never rejects. */
  readonly catchUp: (name: string, input: unknown) => Promise<void>;
  readonly ready: () => Promise<void>;
  readonly status: () => EngineStatus;
  readonly restart: () => EngineStatus;
  /**
   * Does something to the data folder while nothing here has it open; whatever comes of it, all is started again. Changes are
   * refused meanwhile, questions wait. `expectIdle` is asked once nothing can begin any more, and may keep it from being done.
   */
  readonly whileClosed: <T>(work: () => Promise<T>, expectIdle?: () => Promise<void>) => Promise<T>;
  readonly stop: (graceMs: number) => Promise<void>;
}

function atLeastOf(input: unknown): number | null {
  if (typeof input !== 'object' || input === null || !('atLeast' in input)) return null;
  return typeof input.atLeast === 'number' ? input.atLeast : null;
}

function viewsOf(name: string, input: unknown): readonly string[] | null {
  return isProcedureName(name) ? viewsRead(name, input) : null;
}

type CommonOptions = Omit<SupervisorOptions, 'launch' | 'onStatus'>;

/** What the reader was asked before the engine came back is answered within this time, or asked again. */
const RENEW_GRACE_MS = 2000;
/** For the writer to bring its work to an end. */
const CLOSE_GRACE_MS = 4000;

interface Threads extends Record<ThreadName, Supervisor> {
  readonly pause: () => Promise<() => void>;
  readonly stop: (graceMs: number) => Promise<void>;
}

/** Closed one after the other, and started again the other way round. */
function inTurn(threads: readonly Supervisor[]): Pick<Threads, 'pause' | 'stop'> {
  return {
    pause: async () => {
      const resumes: (() => void)[] = [];
      for (const each of threads) resumes.unshift(await each.pause(CLOSE_GRACE_MS));
      return () => {
        for (const resume of resumes) resume();
      };
    },
    stop: async (graceMs) => {
      for (const each of threads) await each.stop(graceMs);
    },
  };
}

/**
 * The engine's thread and the reader's, each under a supervisor of its own. The reader starts once the engine has
 * opened (and migrated) the database. It goes on answering while the engine restarts, and is then replaced: an engine
 * that opens the folder may have put another file in the place of the views. Long work has a third thread: it goes on
 * whatever happens to the two.
 */
function supervise(options: EngineHostOptions): Threads {
  const { now, delay } = options;
  let hasReader = false;
  const tell = (payload: EngineStatus): void => options.onPush({ name: 'engine.state', payload });
  const common = (thread: ThreadName) => ({
    thread,
    onCrash: (cause: unknown) => options.onCrash(thread, cause),
    now,
    delay,
  });
  const engine = new Supervisor({
    ...common('engine'),
    launch: options.launchEngine,
    onStatus: (payload) => {
      if (payload.state === 'running' && hasReader) reader.renew(RENEW_GRACE_MS);
      tell(payload);
    },
  });
  const reader = new Supervisor({
    ...common('reader'),
    launch: async () => {
      await engine.ready();
      hasReader = true;
      return options.launchReader();
    },
    // It comes and goes without a word; but where it stays down, pages have nothing to show.
    onStatus: followFailure(() => engine.status(), tell),
  });
  const jobs = superviseJobs(options, common('jobs'), engine);
  // The others first: their connections must not outlive the writer, who checkpoints when it closes.
  const closing = inTurn([jobs, reader, engine]);
  const pause = async (): Promise<() => void> => {
    const resume = await closing.pause();
    hasReader = false;
    return resume;
  };
  return { engine, reader, jobs, pause, stop: closing.stop };
}

/** A runner that comes back tells first what ended with the one before it. */
function superviseJobs(options: EngineHostOptions, common: CommonOptions, engine: Supervisor): Supervisor {
  const told = createToldJobs(options.now);
  const pushOfJobs = (push: Push): void => {
    told.follow(push);
    options.onPush(push);
  };
  const tellMissed = async (): Promise<void> => {
    const { jobs: all } = (await jobs.call('jobs.list', {})) as ProcedureOutput<'jobs.list'>;
    for (const payload of told.missed(all)) pushOfJobs({ name: 'job.changed', payload });
  };
  const jobs: Supervisor = new Supervisor({
    ...common,
    launch: async () => {
      await engine.ready();
      return options.launchJobs(pushOfJobs);
    },
    onStatus: ({ state }) => {
      // Where this one ends before it answers, the next one tells.
      if (state === 'running' && told.areAny()) void tellMissed().catch(() => undefined);
    },
  });
  return jobs;
}

function followFailure(
  engine: () => EngineStatus,
  tell: (status: EngineStatus) => void,
): (status: EngineStatus) => void {
  let hadFailed = false;
  return (status) => {
    const { state } = status;
    if (state !== 'failed' && !(hadFailed && state === 'running')) return;
    hadFailed = state === 'failed';
    if (engine().state === 'running') tell(status);
  };
}

function statusOf({ engine, reader }: Record<ThreadName, Supervisor>): EngineStatus {
  const status = engine.status();
  const isWorse = status.state === 'running' && reader.status().state === 'failed';
  return isWorse ? reader.status() : status;
}

async function catchUp(engine: Supervisor, name: string, input: unknown): Promise<void> {
  try {
    const { head } = (await engine.call('views.status', {})) as ProcedureOutput<'views.status'>;
    await engine.call(VIEWS_AT_LEAST, { position: head, views: viewsOf(name, input) });
  } catch {
    // The query itself says what is wrong, or answers what there is.
  }
}

async function whilePaused<T>(threads: Threads, work: () => Promise<T>): Promise<T> {
  const resume = await threads.pause();
  try {
    return await work();
  } finally {
    resume();
  }
}

export function createEngineHost(options: EngineHostOptions): EngineHost {
  const threads = supervise(options);
  const { engine, reader, jobs } = threads;
  const changes = closingLog();
  return {
    query: async (name, input) => {
      const atLeast = atLeastOf(input);
      if (atLeast !== null) {
        await engine.call(VIEWS_AT_LEAST, { position: atLeast, views: viewsOf(name, input) });
      }
      return reader.call(name, input);
    },
    engine: (name, input) => changes.through(name, () => engine.call(name, input)),
    jobs: (name, input) => changes.through(name, () => jobs.call(name, input)),
    catchUp: (name, input) => catchUp(engine, name, input),
    ready: () => engine.ready(),
    status: () => statusOf(threads),
    restart: () => {
      for (const each of [engine, reader, jobs]) each.restart();
      return statusOf(threads);
    },
    whileClosed: async (work, expectIdle) => {
      await changes.close(CLOSE_GRACE_MS);
      try {
        await expectIdle?.();
        return await whilePaused(threads, work);
      } finally {
        changes.open();
      }
    },
    stop: threads.stop,
  };
}
