import type { Push } from '../../domain/contract/pushes.ts';
import { carriedError, internalError, type Report, replyOf } from '../ipc/console-error.ts';
import type { FromThread, ToThread } from './thread-messages.ts';

/** The thread's end of its message port: what `parentPort` has. */
export interface ThreadPort {
  readonly postMessage: (message: FromThread) => void;
  readonly on: (event: 'message', listener: (message: ToThread) => void) => unknown;
  readonly close: () => void;
}

export interface ThreadService {
  readonly call: (name: string, input: unknown) => unknown;
  readonly close: () => unknown;
}

export interface ServedThread {
  readonly open: (push: (push: Push) => void) => ThreadService | Promise<ThreadService>;
  readonly report: Report;
}

async function opened(port: ThreadPort, thread: ServedThread): Promise<ThreadService | null> {
  try {
    return await thread.open((push) => port.postMessage({ kind: 'push', push }));
  } catch (thrown) {
    const error = carriedError(thrown);
    if (error === null) thread.report('open', thrown);
    port.postMessage({ kind: 'failed', error: error ?? internalError });
    return null;
  }
}

/**
 * Opens the service, says `ready` or `failed`, then answers calls until `stop`. Closing the port is what lets the
 * thread end: nothing else holds it.
 */
export async function serveThread(port: ThreadPort, thread: ServedThread): Promise<void> {
  const service = await opened(port, thread);
  if (service === null) {
    port.close();
    return;
  }
  const answer = async (id: number, name: string, input: unknown): Promise<void> => {
    const reply = await replyOf(
      () => service.call(name, input),
      (thrown) => thread.report(name, thrown),
    );
    port.postMessage({ kind: 'reply', id, reply });
  };
  const stop = async (): Promise<void> => {
    await replyOf(
      () => service.close(),
      (thrown) => thread.report('close', thrown),
    );
    port.close();
  };
  port.on('message', (message) => {
    void (message.kind === 'stop' ? stop() : answer(message.id, message.name, message.input));
  });
  port.postMessage({ kind: 'ready' });
}
