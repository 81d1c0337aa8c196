import { type ConsoleError, ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { PushPayload } from '../../domain/contract/pushes.ts';
import { carriedError, internalError } from '../ipc/console-error.ts';
import { restartDelay } from './restart-policy.ts';
import { stoppedFailure } from './pending-calls.ts';
import type { ThreadClient } from './worker-client.ts';

export type EngineStatus = PushPayload<'engine.state'>;

export type ThreadName = 'engine' | 'reader' | 'jobs';

export interface SupervisorOptions {
  readonly thread: ThreadName;
  /** Starts a thread and waits until it is ready. Rejects with a ConsoleFailure. */
  readonly launch: () => Promise<ThreadClient>;
  readonly onStatus: (status: EngineStatus) => void;
  /** Told of every end that nobody asked for. */
  readonly onCrash: (cause: unknown) => void;
  readonly now: () => number;
  readonly delay: (ms: number) => Promise<void>;
}

/**
 * Keeps one thread running.
 *
 *   starting ─► running ─► restarting ─► running …
 *       └─► failed ◄──────────┘   (could not open; or ended too often within a minute)
 *
 * Calls wait while it starts or restarts. Those that were under way when it ended fail with `engine-stopped`:
 * only the caller knows whether to send them again.
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  #status: EngineStatus = { state: 'starting', error: null };
  #current: Promise<ThreadClient>;
  /** The thread whose end nobody asked for, should it end. */
  #running: ThreadClient | null = null;
  #ends: number[] = [];
  #stopping = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#current = this.#keep(this.#start(false));
  }

  status(): EngineStatus {
    return this.#status;
  }

  /** Settles when calls are answered; rejects with the error of state `failed`. */
  async ready(): Promise<void> {
    await this.#current;
  }

  async call(name: string, input: unknown): Promise<unknown> {
    if (this.#stopping) throw stoppedFailure(name);
    const client = await this.#current;
    return client.call(name, input);
  }

  /** Tries again after `failed`; changes nothing in any other state. */
  restart(): EngineStatus {
    if (this.#status.state === 'failed' && !this.#stopping) {
      this.#ends = [];
      this.#tell({ state: 'starting', error: null });
      this.#current = this.#keep(this.#start(false));
    }
    return this.#status;
  }

  /** Puts another thread in the place of the one that runs. Calls wait for it; those under way are answered first. */
  renew(graceMs: number): void {
    const old = this.#current;
    this.#running = null;
    this.#current = this.#keep(this.#replace(old, graceMs));
  }

  /**
   * Closes the thread within `graceMs` and starts none before the function that it answers is called. Calls wait for that one.
   * A thread that had failed is tried again then.
   */
  async pause(graceMs: number): Promise<() => void> {
    const old = this.#current;
    let resume: () => void = () => undefined;
    const resumed = new Promise<void>((resolve) => {
      resume = resolve;
    });
    const closed = this.#close(old, graceMs);
    this.#current = this.#keep(closed.then(() => resumed).then(() => this.#startAgain()));
    await closed;
    this.#ends = [];
    this.#tell({ state: 'starting', error: null });
    return resume;
  }

  /** Closes the thread within `graceMs`; nothing is started after it. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    const client = await this.#current.catch(() => null);
    await client?.stop(graceMs);
  }

  /** A rejection is for those who call; without callers it is no fault. */
  #keep(client: Promise<ThreadClient>): Promise<ThreadClient> {
    client.catch(() => undefined);
    return client;
  }

  async #replace(old: Promise<ThreadClient>, graceMs: number): Promise<ThreadClient> {
    await this.#close(old, graceMs);
    return this.#startAgain();
  }

  async #close(old: Promise<ThreadClient>, graceMs: number): Promise<void> {
    const client = await old.catch(() => null);
    this.#running = null;
    await client?.stop(graceMs);
  }

  /** Not once it is to be stopped for good, which may have been asked for meanwhile. */
  async #startAgain(): Promise<ThreadClient> {
    if (this.#stopping) throw stoppedFailure('start');
    return this.#start(true);
  }

  async #start(again: boolean): Promise<ThreadClient> {
    try {
      const client = await this.#options.launch();
      this.#running = client;
      void client.ended.then((cause) => {
        if (this.#running === client) this.#ended(cause);
      });
      this.#tell({ state: 'running', error: null });
      return client;
    } catch (thrown) {
      const error = carriedError(thrown) ?? internalError;
      const crashed = error.code === 'engine-stopped' || carriedError(thrown) === null;
      if (crashed) this.#options.onCrash(thrown);
      // Right after an end the folder may still be held for a moment, so a restart is patient with every error.
      if (crashed || again) return this.#startLater(error);
      return this.#fail(error);
    }
  }

  #ended(cause: Error | null): void {
    if (this.#stopping) return;
    this.#options.onCrash(cause);
    this.#current = this.#keep(this.#startLater(null));
  }

  async #startLater(error: ConsoleError | null): Promise<ThreadClient> {
    const now = this.#options.now();
    this.#ends.push(now);
    const delay = restartDelay(this.#ends, now);
    if (delay === null) return this.#fail(error);
    this.#tell({ state: 'restarting', error: null });
    await this.#options.delay(delay);
    return this.#startAgain();
  }

  #fail(error: ConsoleError | null): never {
    const shown =
      error === null || error.code === 'engine-stopped' ? keepsStopping(this.#options.thread).error : error;
    this.#tell({ state: 'failed', error: shown });
    throw new ConsoleFailure(shown);
  }

  #tell(status: EngineStatus): void {
    this.#status = status;
    this.#options.onStatus(status);
  }
}

const what: Readonly<Record<ThreadName, string>> = {
  engine: 'The engine',
  reader: 'The reader',
  jobs: 'The job runner',
};

function keepsStopping(thread: ThreadName): ConsoleFailure {
  return failure(
    'bug',
    `${thread}-keeps-stopping`,
    `${what[thread]} stopped several times within a minute and was not started again. What was committed is kept. Try again, or restart the console.`,
  );
}
