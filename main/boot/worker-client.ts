import type { Reply } from '../../domain/contract/bridge.ts';
import { ConsoleFailure } from '../../domain/contract/errors.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import { createTurns } from './in-turns.ts';
import { PendingCalls, stoppedFailure } from './pending-calls.ts';
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

/** Answers what the thread asks for in turn. */
export type OnAsk = (name: string, input: unknown) => Promise<Reply>;

const refuseToAnswer: OnAsk = () => Promise.resolve({ ok: false, error: stoppedFailure('ask').error });

/**
 * Waits for the thread's `ready` and answers its client. Rejects with the thread's own error where it said
 * `failed`, and with `engine-stopped` where it ended without a word.
 */
export function connectWorker(
  worker: WorkerLike,
  onPush: (push: Push) => void,
  onAsk: OnAsk = refuseToAnswer,
): Promise<ThreadClient> {
  const calls = new PendingCalls();
  const inTurns = createTurns();
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
      reply: ({ id, reply }) => inTurns(() => calls.settle(id, reply)),
      push: ({ push }) => onPush(push),
      ask: ({ id, name, input }) => {
        void onAsk(name, input).then((reply) => {
          if (alive) worker.postMessage({ kind: 'answer', id, reply });
        });
      },
    };
    worker.on('message', (message: FromThread) => handlers[message.kind](message as never));
    void ended.then((cause) => {
      alive = false;
      calls.failAll();
      reject(new ConsoleFailure(stoppedFailure('start').error, { cause }));
    });
  });
}
