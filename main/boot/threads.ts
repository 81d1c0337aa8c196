import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Push } from '../../domain/contract/pushes.ts';
import type { ThreadStart } from './thread-messages.ts';
import { connectWorker, type OnAsk, type ThreadClient, type WorkerLike } from './worker-client.ts';

export interface RunningThread {
  readonly client: Promise<ThreadClient>;
  readonly terminate: () => Promise<unknown>;
}

export interface ThreadEars {
  readonly onPush: (push: Push) => void;
  /** For threads that ask the engine something. */
  readonly onAsk?: OnAsk;
}

/** Starts `<folder>/<file>` on a thread of its own. */
export function startThread(
  folder: string,
  file: string,
  start: ThreadStart,
  { onPush, onAsk }: ThreadEars,
): RunningThread {
  const worker = new Worker(join(folder, file), { name: file, workerData: start });
  return {
    client: connectWorker(worker as unknown as WorkerLike, onPush, onAsk),
    terminate: () => worker.terminate(),
  };
}
