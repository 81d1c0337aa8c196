import { setTimeout as wait } from 'node:timers/promises';
import { retryDelay } from '../backoff.ts';
import type { BrokerConnection } from '../broker.ts';
import { asRequestsFailure, roundOver } from './request-failures.ts';
import { Moments } from './moments.ts';
import type { Delivery, RequestSource } from './request-source.ts';
import type { RoundOptions } from './options.ts';
import { SeeTo } from './see-to.ts';

/** Commands that one console sees to at a time: what it does not have, others can. */
const AT_ONCE = 64;
/** So long what is in flight may take when the link is to end. */
const FINISH_MS = 5000;

/** Commands of other systems over one live connection. */
export class RequestRound {
  readonly #connection: BrokerConnection;
  readonly #options: RoundOptions;
  readonly #takenIn = new Moments();
  readonly #seeTo: SeeTo;
  readonly #inFlight = new Set<Promise<void>>();
  /** Nothing more is taken. */
  readonly #stopping = new AbortController();
  /** What is in flight is let go. */
  readonly #over = new AbortController();
  readonly #done: Promise<void>;
  #source: RequestSource | null = null;

  constructor(connection: BrokerConnection, options: RoundOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#seeTo = new SeeTo(connection, options, { takenIn: this.#takenIn, over: this.#over.signal });
    void connection.closed.then(() => this.letGo());
    this.#done = this.#run();
  }

  /** Messages of the log were taken in. */
  tookIn(): void {
    this.#takenIn.tell();
  }

  /** Takes nothing more, and finishes what is in flight. */
  async end(): Promise<void> {
    this.#stopping.abort();
    this.#source?.stop();
    const timer = setTimeout(() => void this.letGo(), FINISH_MS);
    await this.#done;
    clearTimeout(timer);
    // A connection that is lost meanwhile answers nothing any more.
    await Promise.race([this.#source?.flush(), this.#connection.closed]);
  }

  /** Finishes nothing. Once it resolves, nobody hears of this round any more. */
  async letGo(): Promise<void> {
    this.#stopping.abort();
    this.#over.abort(roundOver());
    // A question that nobody hears any more would keep the process from ending as long as it waits.
    this.#source?.stop();
    await this.#done;
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #run(): Promise<void> {
    const { counts, random = Math.random } = this.#options;
    const { signal } = this.#stopping;
    for (let failures = 0; !this.#isStopping(); failures += 1) {
      try {
        await this.#take();
      } catch (thrown) {
        if (this.#isStopping()) break;
        counts.taking(false, asRequestsFailure(thrown).error);
        await wait(retryDelay(failures, random), null, { signal, ref: false }).catch(() => undefined);
      }
    }
    await Promise.all(this.#inFlight);
    counts.taking(false, null);
  }

  async #take(): Promise<void> {
    const source = await this.#untilOver(this.#connection.requests());
    this.#source = source;
    if (this.#isStopping()) return;
    this.#options.counts.taking(true, null);
    while (!this.#isStopping()) {
      if (this.#inFlight.size >= AT_ONCE) await Promise.race(this.#inFlight);
      else await this.#untilOver(this.#fetch(source));
    }
  }

  #fetch(source: RequestSource): Promise<void> {
    return source.fetch(AT_ONCE - this.#inFlight.size, (delivery) => this.#arrived(delivery, source));
  }

  /** What was asked over a connection that is lost may be answered seconds later, or never. */
  #untilOver<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.#over;
    return new Promise((resolve, reject) => {
      const end = (): void => reject(roundOver());
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
      void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
    });
  }

  #arrived(delivery: Delivery, source: RequestSource): void {
    if (this.#isStopping()) return delivery.again(0);
    const { counts } = this.#options;
    const work = this.#seeTo.one(delivery, source).finally(() => {
      this.#inFlight.delete(work);
      counts.underWay(this.#inFlight.size);
    });
    this.#inFlight.add(work);
    counts.underWay(this.#inFlight.size);
  }
}
