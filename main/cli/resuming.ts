import type { Reply } from '../../domain/contract/bridge.ts';
import { type Report, replyOf } from '../ipc/console-error.ts';
import type { Session } from './session-port.ts';
import { GONE } from './socket-client.ts';

/** Asked again, it would find its own file in the way. */
const ONCE = new Set(['log.backup']);
/** Of one call, with consoles that hang up on it one after the other. */
const ATTEMPTS = 5;

/**
 * A session that goes on where the console at its other end closes: what was not answered is asked again, in order,
 * of whoever has the folder then. Commands carry their ids, so one that had been carried out is not carried out
 * twice.
 */
class ResumingSession implements Session {
  readonly #reopen: () => Promise<Session>;
  readonly #report: Report;
  #current: Session;
  #reopening: Promise<Reply> | null = null;

  constructor(first: Session, reopen: () => Promise<Session>, report: Report) {
    this.#current = first;
    this.#reopen = reopen;
    this.#report = report;
  }

  get kind(): Session['kind'] {
    return this.#current.kind;
  }

  call = async (procedure: string, input: unknown): Promise<Reply> => {
    for (let attempt = 1; ; attempt += 1) {
      const asked = this.#current;
      const reply = await asked.call(procedure, input);
      if (reply !== GONE || ONCE.has(procedure) || attempt === ATTEMPTS) return reply;
      const resumed = await this.#resume(asked);
      if (!resumed.ok) return resumed;
    }
  };

  close = (): Promise<void> => this.#current.close();

  /** Once for all that wait: they go on in the order in which they had asked. */
  async #resume(gone: Session): Promise<Reply> {
    if (this.#current !== gone) return { ok: true, value: null };
    this.#reopening ??= replyOf(
      () => this.#replace(),
      (thrown) => this.#report('session', thrown),
    ).finally(() => {
      this.#reopening = null;
    });
    return this.#reopening;
  }

  async #replace(): Promise<void> {
    const gone = this.#current;
    this.#current = await this.#reopen();
    await gone.close();
  }
}

export function resuming(first: Session, reopen: () => Promise<Session>, report: Report): Session {
  return new ResumingSession(first, reopen, report);
}
