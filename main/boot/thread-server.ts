import type { Push } from '../../domain/contract/pushes.ts';
import { carriedError, internalError, type Report, replyOf } from '../ipc/console-error.ts';
import { PendingCalls } from './pending-calls.ts';
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

export type Ask = (name: string, input: unknown) => Promise<unknown>;

export interface ServedThread {
  /** `ask`: calls the engine from a thread beside it. Rejects with a ConsoleFailure. */
  readonly open: (push: (push: Push) => void, ask: Ask) => ThreadService | Promise<ThreadService>;
  readonly report: Report;
}

async function opened(port: ThreadPort, thread: ServedThread, ask: Ask): Promise<ThreadService | null> {
  try {
    return await thread.open((push) => port.postMessage({ kind: 'push', push }), ask);
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
  const asked = new PendingCalls();
  const ask: Ask = (name, input) =>
    asked.add(name, (id) => port.postMessage({ kind: 'ask', id, name, input }));
  const service = await opened(port, thread, ask);
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
    asked.failAll();
    await replyOf(
      () => service.close(),
      (thrown) => thread.report('close', thrown),
    );
    port.close();
  };
  const handlers: {
    readonly [K in ToThread['kind']]: (message: Extract<ToThread, { kind: K }>) => void;
  } = {
    call: ({ id, name, input }) => void answer(id, name, input),
    answer: ({ id, reply }) => asked.settle(id, reply),
    stop: () => void stop(),
  };
  port.on('message', (message) => handlers[message.kind](message as never));
  port.postMessage({ kind: 'ready' });
}
