import { setImmediate as turn } from 'node:timers/promises';
import type { SyncLog } from '../../../domain/ports/sync-log.ts';
import type { BrokerConnection } from '../broker.ts';
import type { Moments } from './moments.ts';

/** A log whose last messages were deleted by hand never gets there; what is decided is checked by its order in any case. */
const ENOUGH_MS = 2000;

/**
 * Whoever was answered by one console and asks another must meet what it was told of: before a command is decided,
 * everything is taken in that was on the broker when it came.
 */
export class UpToDate {
  readonly #connection: BrokerConnection;
  readonly #sync: Pick<SyncLog, 'position'>;
  readonly #takenIn: Moments;
  #asking: Promise<void> | null = null;

  constructor(connection: BrokerConnection, sync: Pick<SyncLog, 'position'>, takenIn: Moments) {
    this.#connection = connection;
    this.#sync = sync;
    this.#takenIn = takenIn;
  }

  /** All that came in one turn ask once. */
  once(over: AbortSignal): Promise<void> {
    this.#asking ??= turn().then(() => {
      this.#asking = null;
      return this.#ask(over);
    });
    return this.#asking;
  }

  async #ask(over: AbortSignal): Promise<void> {
    const log = await this.#connection.log();
    const last = log?.lastSequence ?? 0;
    const enough = new AbortController();
    const timer = setTimeout(() => enough.abort(), ENOUGH_MS);
    try {
      await this.#takenIn.until(() => this.#sync.position() >= last, AbortSignal.any([over, enough.signal]));
    } catch (error) {
      if (over.aborted) throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}
