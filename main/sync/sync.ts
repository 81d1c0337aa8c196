import type { ConsoleError } from '../../domain/contract/errors.ts';
import { type LinkState, type LinkStatus, NO_COUNTS, type Permission } from '../../domain/contract/link.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { SyncLog } from '../../domain/ports/sync-log.ts';
import type { ArrivedMessage, TakenIn } from '../../domain/ports/take-in.ts';
import { retryDelay } from './backoff.ts';
import type { Broker } from './broker.ts';
import { asLinkFailure } from './link-failures.ts';
import { NO_PACE, Rate } from './rate.ts';
import type { Requests } from './requests/requests.ts';
import { Session } from './session.ts';

export interface SyncOptions {
  readonly sync: SyncLog;
  readonly broker: Broker;
  /** Durable once it returns. */
  readonly takeIn: (messages: readonly ArrivedMessage[], more: boolean) => TakenIn;
  readonly newId: () => string;
  readonly clock: Clock;
  /** The broker has lost what came after this sequence. Answers how many commits wait to go out again. */
  readonly stepBack: (sequence: number) => number;
  readonly requests: Requests;
  /** Something about the link is not as it was. */
  readonly onChange: () => void;
  /** What an operator has allowed: to begin an installation, to join one with what is here, to fill a log that was lost. */
  readonly allow?: readonly Permission[];
  readonly random?: () => number;
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** Keeps this log and the installation's the same, for as long as it is wanted. */
export class Sync {
  readonly #counts = { ...NO_COUNTS };
  readonly #options: SyncOptions;
  readonly #rate = new Rate();
  #allowed: ReadonlySet<Permission>;
  #state: LinkState = 'offline';
  #since: number;
  #error: ConsoleError | null = null;
  #behind: number | null = null;
  #nextAttemptAt: number | null = null;
  #session: Session | null = null;
  #wanted = false;
  #failures = 0;
  #timer: NodeJS.Timeout | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(options: SyncOptions) {
    this.#options = options;
    this.#allowed = new Set(options.allow);
    this.#since = options.clock.now();
  }

  /** Of `status`, without asking the log for the rest. */
  get state(): LinkState {
    return this.#state;
  }

  get status(): Omit<LinkStatus, 'servers' | 'connection'> {
    const { sync } = this.#options;
    const { commits, oldest } = sync.waiting();
    return {
      state: this.#state,
      since: instant(this.#since),
      error: this.#trouble(),
      behind: this.#behind,
      ...(this.#state === 'catching-up' ? this.#rate.pace(this.#behind ?? 0, performance.now()) : NO_PACE),
      position: sync.position(),
      installation: sync.installation(),
      waiting: { commits, oldest: oldest === null ? null : instant(oldest) },
      refused: [...(this.#session?.refused ?? [])],
      counts: { ...this.#counts },
      requests: this.#options.requests.status,
      nextAttemptAt: this.#nextAttemptAt === null ? null : instant(this.#nextAttemptAt),
    };
  }

  /** Wants the link, from now on; `allow` is what an operator has agreed to. */
  start(allow: readonly Permission[] = []): void {
    this.#allowed = new Set([...this.#allowed, ...allow]);
    if (this.#wanted && this.#state !== 'refused') return;
    this.#wanted = true;
    this.#failures = 0;
    this.#attempt();
  }

  /** Something waits to go out. */
  wake(): void {
    this.#session?.wake();
  }

  /** The machine has slept: the connection may be gone without a word, and the network may be back before a pause is over. */
  awoke(): void {
    void this.#session?.askWhetherThere();
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#failures = 0;
    this.#attempt();
  }

  /** Holds the link down. */
  async stop(): Promise<void> {
    this.#wanted = false;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#nextAttemptAt = null;
    await this.#session?.close();
    await this.#work;
    this.#become('offline', null);
  }

  #attempt(): void {
    this.#timer = null;
    this.#nextAttemptAt = null;
    this.#become('connecting', this.#error);
    this.#work = this.#connect().catch((error: unknown) => this.#failed(error));
  }

  async #connect(): Promise<void> {
    const connection = await this.#options.broker.connect();
    if (!this.#wanted) return connection.close();
    const session = new Session(connection, {
      ...this.#options,
      allowed: this.#allowed,
      onTaken: (taken, messages) => this.#took(taken, messages),
      onBehind: (behind) => this.#moved(behind),
      onRefused: () => this.#options.onChange(),
      onSteppedBack: (sequence) => {
        this.#counts.steppedBack += this.#options.stepBack(sequence);
      },
    });
    this.#session = session;
    try {
      await session.run();
    } finally {
      this.#session = null;
      this.#behind = null;
      await connection.close();
    }
  }

  #failed(thrown: unknown): void {
    const { error } = asLinkFailure(thrown);
    if (!this.#wanted) return;
    if (error.kind !== 'retryable') return this.#become('refused', error);
    const delay = retryDelay(this.#failures, this.#options.random ?? Math.random);
    this.#failures += 1;
    this.#nextAttemptAt = this.#options.clock.now() + delay;
    this.#timer = setTimeout(() => this.#attempt(), delay);
    this.#become('connecting', error);
  }

  #trouble(): ConsoleError | null {
    return this.#error ?? this.#session?.denied ?? null;
  }

  #took(taken: TakenIn, messages: number): void {
    const counts = this.#counts;
    counts.pushed += taken.confirmed;
    counts.pulled += taken.applied;
    counts.rebased += taken.rebased;
    counts.dropped += taken.dropped;
    counts.conflicts += taken.conflicts;
    counts.voids += taken.voids;
    counts.unreadable += taken.unreadable;
    this.#rate.add(messages, performance.now());
  }

  #moved(behind: number): void {
    this.#failures = 0;
    this.#behind = behind;
    this.#become(behind === 0 ? 'live' : 'catching-up', null);
  }

  #become(state: LinkState, error: ConsoleError | null): void {
    if (state !== this.#state) this.#since = this.#options.clock.now();
    this.#state = state;
    this.#error = error;
    this.#options.onChange();
  }
}
