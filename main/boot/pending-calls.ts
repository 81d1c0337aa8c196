import type { Reply } from '../../domain/contract/bridge.ts';
import { ConsoleFailure, failure } from '../../domain/contract/errors.ts';

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

/** Calls to the other side of a port that are not answered yet. */
export class PendingCalls {
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
