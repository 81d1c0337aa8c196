import type { ConsoleError } from '../../../domain/contract/errors.ts';
import type { LegacyMode, LegacyState, LegacyStatus } from '../../../domain/contract/legacy.ts';
import type { LinkState } from '../../../domain/contract/link.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import { retryDelay } from '../backoff.ts';
import { asLinkFailure } from '../link-failures.ts';
import { NO_PACE, Rate } from '../rate.ts';
import { Telling } from '../telling.ts';
import { Endings, switchedOff } from './endings.ts';
import { LegacySession, type LegacySessionOptions, ON_ANOTHER } from './legacy-session.ts';
import type { OldConnection } from './old-connection.ts';

/** What the data folder keeps of the bridge. */
export interface LegacySettings {
  readonly read: () => LegacyMode;
  readonly write: (mode: LegacyMode) => void;
}

export interface LegacyBridgeOptions
  extends Omit<LegacySessionOptions, 'mode' | 'installation' | 'onRead' | 'onPublished' | 'onUnpublished'> {
  readonly settings: LegacySettings;
  readonly connect: () => Promise<OldConnection>;
  readonly clock: Clock;
  readonly onChange: (status: LegacyStatus) => void;
  readonly random?: () => number;
}

/** How often a console that stands by asks whether it is its turn. */
const STAND_BY_MS = 2000;

/**
 * The bridge to the former system, for the time of a migration. It runs while it is wanted, the link is live, and no other
 * console of the installation has it.
 */
export class LegacyBridge {
  readonly #options: LegacyBridgeOptions;
  readonly #rate = new Rate();
  readonly #endings = new Endings();
  readonly #telling = new Telling(() => this.#options.onChange(this.status));
  #mode: LegacyMode;
  #state: LegacyState;
  #since: number;
  #error: ConsoleError | null = null;
  #nextAttemptAt: number | null = null;
  #behind: number | null = null;
  #published = 0;
  /** Something could not be published: reading on mends nothing of that. */
  #isOwed = false;
  #isLinked = false;
  #isClosed = false;
  #failures = 0;
  #session: LegacySession | null = null;
  #timer: NodeJS.Timeout | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(options: LegacyBridgeOptions) {
    this.#options = options;
    this.#mode = options.settings.read();
    this.#state = this.#mode === 'off' ? 'off' : 'waiting';
    this.#since = options.clock.now();
  }

  get status(): LegacyStatus {
    const { position, counts } = this.#options.log.progress();
    const instant = (ms: number): string => new Date(ms).toISOString();
    return {
      mode: this.#mode,
      state: this.#state,
      since: instant(this.#since),
      error: this.#error,
      nextAttemptAt: this.#nextAttemptAt === null ? null : instant(this.#nextAttemptAt),
      position,
      behind: this.#behind,
      ...(this.#state === 'reading' ? this.#rate.pace(this.#behind ?? 0, performance.now()) : NO_PACE),
      counts,
      published: this.#published,
    };
  }

  /** Wanted like this from now on, also after the folder is opened again. */
  async turn(mode: LegacyMode): Promise<LegacyStatus> {
    this.#options.settings.write(mode);
    await this.#stop();
    this.#mode = mode;
    this.#failures = 0;
    this.#isOwed = false;
    this.#become(mode === 'off' ? 'off' : 'waiting', null);
    if (mode !== 'read') this.#endings.tell(switchedOff());
    this.#start();
    return this.status;
  }

  /** Resolves once the former system's stream was read to its end; rejects with what keeps it from that. */
  async readThrough(): Promise<void> {
    const before = this.#mode;
    const ended = this.#endings.next();
    await this.turn('read');
    try {
      await ended;
    } finally {
      await this.turn(before === 'on' ? 'on' : 'off');
    }
  }

  /** How the link to the installation is: without it, nothing that comes could go on to the others. */
  linkIs(state: LinkState): void {
    if (state === 'catching-up' || this.#isClosed) return;
    this.#isLinked = state === 'live';
    if (this.#isLinked) this.#start();
    else if (this.#state !== 'off' && this.#state !== 'waiting') void this.#stop().then(() => this.#wait());
  }

  /** Something was confirmed. */
  wake(): void {
    this.#session?.wake();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#isLinked = false;
    await this.#stop();
    this.#telling.stop();
  }

  #start(): void {
    if (!this.#isLinked || this.#mode === 'off' || this.#session !== null || this.#timer !== null) return;
    if (this.#state === 'connecting') return;
    this.#attempt();
  }

  #wait(): void {
    if (this.#mode !== 'off' && !this.#isLinked && !this.#isClosed) this.#become('waiting', null);
  }

  #attempt(): void {
    this.#timer = null;
    this.#nextAttemptAt = null;
    if (this.#state !== 'standby') this.#become('connecting', this.#error);
    this.#work = this.#run(this.#mode).catch((error: unknown) => this.#failed(error));
  }

  async #run(mode: LegacyMode): Promise<void> {
    const installation = this.#options.sync.installation();
    if (mode === 'off' || installation === null) return;
    const connection = await this.#options.connect();
    const isWanted = (): boolean => this.#isLinked && this.#mode === mode;
    if (!isWanted()) return connection.close();
    const session = new LegacySession(connection, {
      ...this.#options,
      mode,
      installation,
      onRead: (messages, behind) => this.#read(messages, behind),
      onPublished: (messages) => this.#wrote(messages),
      onUnpublished: () => {
        this.#isOwed = true;
      },
    });
    this.#session = session;
    try {
      await session.run();
    } finally {
      this.#session = null;
      this.#behind = null;
    }
    this.#finished();
  }

  #wrote(messages: number): void {
    this.#published += messages;
    this.#isOwed = false;
    if (this.#behind === null || this.#error === null) this.#telling.soon();
    else this.#read(0, this.#behind);
  }

  #read(messages: number, behind: number): void {
    this.#behind = behind;
    this.#rate.add(messages, performance.now());
    if (this.#isOwed) return this.#telling.soon();
    this.#failures = 0;
    const state = behind === 0 ? 'live' : 'reading';
    if (state !== this.#state || this.#error !== null) this.#become(state, null);
    else this.#telling.soon();
  }

  /** What was to be read once was. */
  #finished(): void {
    this.#options.settings.write('off');
    this.#mode = 'off';
    this.#become('off', null);
    this.#endings.tell(null);
  }

  #failed(thrown: unknown): void {
    if (!this.#isLinked || this.#mode === 'off') return;
    const failed = asLinkFailure(thrown);
    const { error } = failed;
    const isElsewhere = error.code === ON_ANOTHER;
    const delay = isElsewhere ? STAND_BY_MS : retryDelay(this.#failures, this.#options.random ?? Math.random);
    this.#failures += 1;
    this.#nextAttemptAt = isElsewhere ? null : this.#options.clock.now() + delay;
    this.#timer = setTimeout(() => this.#attempt(), delay);
    this.#timer.unref();
    this.#become(isElsewhere ? 'standby' : 'connecting', isElsewhere ? null : error);
    this.#endings.tell(failed);
  }

  /** Nothing of it goes on afterwards. */
  async #stop(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#nextAttemptAt = null;
    const before = this.#mode;
    this.#mode = 'off';
    this.#session?.close();
    await this.#work;
    this.#mode = before;
  }

  #become(state: LegacyState, error: ConsoleError | null): void {
    if (state !== this.#state) this.#since = this.#options.clock.now();
    this.#state = state;
    this.#error = error;
    this.#telling.now();
  }
}
