import { Worker } from 'node:worker_threads';
import type { Push } from '../../../domain/contract/pushes.ts';
import { connectWorker, type ThreadClient, type WorkerLike } from '../worker-client.ts';
import type { ToyMode } from './toy.worker.ts';

export function startToy(
  mode: ToyMode,
  onPush: (push: Push) => void = () => undefined,
  env: NodeJS.ProcessEnv = {},
): Promise<ThreadClient> {
  const worker = new Worker(new URL('./toy.worker.ts', import.meta.url), { workerData: { mode }, env });
  return connectWorker(worker as unknown as WorkerLike, onPush);
}
