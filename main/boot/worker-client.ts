import type { Reply } from '../../domain/contract/bridge.ts';
import { ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import type { FromThread, ToThread } from './thread-messages.ts';

/** What this needs of node:worker_threads' Worker. */
export interface WorkerLike {
  readonly postMessage: (message: ToThread) => void;
  readonly on: (event: 'message' | 'error' | 'exit', listener: (value: never) => void) => unknown;
  readonly terminate: () => Promise<unknown>;
}

export interface ThreadClient {
  /** Rejects with a ConsoleFailure: what the thread answered, or `engine-stopped` when it ended first. */
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  /** Settles when the thread has ended; the error that ended it, or null. Never rejects. */
  readonly ended: Promise<Error | null>;
  /** Asks the thread to close; after `graceMs` it is terminated. */
  readonly stop: (graceMs: number) => Promise<void>;
}

interface Pending {
  readonly name: string;
  readonly settle: (reply: Reply) => void;
}

/** For calls whose thread ended before it answered. A command may have been carried out all the same. */
export function stoppedFailure(name: string): ConsoleFailure {
  const message =
    name === 'commands.submit'
      ? 'The engine stopped before it answered, so the outcome of the command is unknown. Send it again with the same command id: it is carried out once at most.'
      : 'The engine stopped before it answered. Try again.';
  return failure('retryable', 'engine-stopped', message, { procedure: name });
}

class PendingCalls {
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  add(name: string, send: (id: number) => void): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const settle = (reply: Reply): void =>
        reply.ok ? resolve(reply.value) : reject(new ConsoleFailure(reply.error));
      this.#pending.set(id, { name, settle });
      send(id);
    });
  }

  settle(id: number, reply: Reply): void {
    this.#pending.get(id)?.settle(reply);
    this.#pending.delete(id);
  }

  failAll(): void {
    for (const { name, settle } of this.#pending.values()) {
      settle({ ok: false, error: stoppedFailure(name).error });
    }
    this.#pending.clear();
  }
}

function endOf(worker: WorkerLike): Promise<Error | null> {
  return new Promise((resolve) => {
    let cause: Error | null = null;
    worker.on('error', (error: Error) => {
      cause = error;
    });
    worker.on('exit', () => resolve(cause));
  });
}

async function stopThread(worker: WorkerLike, ended: Promise<unknown>, graceMs: number): Promise<void> {
  worker.postMessage({ kind: 'stop' });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), graceMs);
  });
  const first = await Promise.race([ended, late]);
  clearTimeout(timer);
  if (first === 'late') await worker.terminate();
}

/**
 * Waits for the thread's `ready` and answers its client. Rejects with the thread's own error where it said
 * `failed`, and with `engine-stopped` where it ended without a word.
 */
export function connectWorker(worker: WorkerLike, onPush: (push: Push) => void): Promise<ThreadClient> {
  const calls = new PendingCalls();
  const ended = endOf(worker);
  let alive = true;
  const client: ThreadClient = {
    call: (name, input) =>
      alive
        ? calls.add(name, (id) => worker.postMessage({ kind: 'call', id, name, input }))
        : Promise.reject(stoppedFailure(name)),
    ended,
    stop: (graceMs) => (alive ? stopThread(worker, ended, graceMs) : Promise.resolve()),
  };
  return new Promise((resolve, reject) => {
    const handlers: {
      readonly [K in FromThread['kind']]: (message: Extract<FromThread, { kind: K }>) => void;
    } = {
      ready: () => resolve(client),
      failed: ({ error }) => reject(new ConsoleFailure(error)),
      reply: ({ id, reply }) => calls.settle(id, reply),
      push: ({ push }) => onPush(push),
    };
    worker.on('message', (message: FromThread) => handlers[message.kind](message as never));
    void ended.then((cause) => {
      alive = false;
      calls.failAll();
      reject(new ConsoleFailure(stoppedFailure('start').error, { cause }));
    });
  });
}
