import { type ConsoleFailure, failure } from '../../../domain/contract/errors.ts';
import type { LegacyMode } from '../../../domain/contract/legacy.ts';
import type { SharedProgress } from '../../../domain/legacy/shared-progress.ts';
import type { LegacyLog } from '../../../domain/ports/legacy-log.ts';
import type { SyncLog } from '../../../domain/ports/sync-log.ts';
import { linkLost } from '../link-failures.ts';
import { whereToBegin } from './begin.ts';
import { turn } from './turn.ts';
import { DualWriter, type DualWriterOptions } from './dual-writer.ts';
import { Intake, type IntakeOptions } from './intake.ts';
import { type Lease, LEASE_MS, type OldConnection, type OldMessage } from './old-connection.ts';

/** Messages that are taken in with one transaction. */
const BATCH = 100;
/** How often the other consoles of the installation are told how far it came. */
const SHARE_MS = 1000;

export interface LegacySessionOptions
  extends Pick<IntakeOptions, 'takeIn' | 'submit'>,
    Pick<DualWriterOptions, 'personAt'> {
  readonly mode: Exclude<LegacyMode, 'off'>;
  readonly log: LegacyLog;
  readonly sync: SyncLog;
  readonly installation: string;
  /** Id of this data folder. */
  readonly origin: string;
  /** Messages that were read just now, and how many there are after them. */
  readonly onRead: (messages: number, behind: number) => void;
  readonly onPublished: (messages: number) => void;
  /** It is over because something could not be published. */
  readonly onUnpublished: () => void;
}

/** The bridge runs on another console: it is tried again. */
export const ON_ANOTHER = 'legacy-on-another';

function onAnother(): ConsoleFailure {
  const message =
    'The bridge runs on another console of this installation. This one takes over once that one has gone.';
  return failure('retryable', ON_ANOTHER, message);
}

function streamMissing(): ConsoleFailure {
  const message =
    'The server has no stream PERSON_EVENTS, which is the former system’s. Connect the two servers, or switch the bridge off. It is tried again.';
  return failure('retryable', 'legacy-stream-missing', message);
}

/** One connection of the bridge, from the first question to its end. */
export class LegacySession {
  readonly #connection: OldConnection;
  readonly #options: LegacySessionOptions;
  #writer: DualWriter | null = null;
  #shared: SharedProgress | null = null;
  /** What the others were told last, as JSON. */
  #told = '';
  #timers: NodeJS.Timeout[] = [];
  #fail: (error: Error) => void = () => undefined;

  constructor(connection: OldConnection, options: LegacySessionOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  wake(): void {
    this.#writer?.wake();
  }

  /** Leaves the bridge to others; `run` ends with it. */
  close(): void {
    this.#fail(linkLost(null));
  }

  /** Resolves at the end of what was to be read once; otherwise it rejects, with why it is over. Nothing goes on then. */
  async run(): Promise<void> {
    const over = new Promise<never>((_resolve, reject) => {
      this.#fail = reject;
    });
    over.catch(() => undefined);
    void this.#connection.closed.then((error) => this.#fail(linkLost(error)));
    let lease: Lease | null = null;
    let work: Promise<void> = Promise.resolve();
    try {
      lease = await Promise.race([over, this.#take()]);
      work = this.#bridge();
      await Promise.race([over, work]);
    } finally {
      this.#writer?.end();
      for (const timer of this.#timers) clearInterval(timer);
      await this.#leave(lease);
      await this.#connection.close();
      await Promise.allSettled([work]);
    }
  }

  async #take(): Promise<Lease> {
    const lease = await this.#connection.lease(this.#options.origin);
    if (lease === null) throw onAnother();
    this.#every(LEASE_MS / 3, () => lease.renew());
    return lease;
  }

  #every(milliseconds: number, work: () => Promise<void>): void {
    const timer = setInterval(() => {
      work().catch((error: unknown) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    }, milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }

  /** A server that is gone frees it by itself. */
  async #leave(lease: Lease | null): Promise<void> {
    try {
      if (lease === null) return;
      await this.#share();
      await lease.release();
    } catch {
      // Whoever goes on begins a little further back.
    }
  }

  async #bridge(): Promise<void> {
    const { mode, sync } = this.#options;
    const shared = await this.#begin();
    this.#every(SHARE_MS, () => this.#share());
    if (mode === 'read') return this.#read(shared);
    const from = Math.min(shared.written ?? sync.position(), sync.position());
    this.#options.log.wrote(from);
    await Promise.all([this.#read(shared), this.#write(from)]);
  }

  async #begin(): Promise<SharedProgress> {
    const { log, mode } = this.#options;
    const stream = await this.#connection.stream();
    if (stream === null) throw streamMissing();
    const own = log.progress();
    const shared = whereToBegin(stream, own, await this.#connection.shared(), mode === 'on');
    log.save({ ...own, stream: shared.stream, position: shared.read });
    this.#shared = shared;
    return shared;
  }

  /** What was read counts for others once everybody can have it. */
  async #share(): Promise<void> {
    const { log, sync } = this.#options;
    const before = this.#shared;
    if (before === null) return;
    const { position, written } = log.progress();
    const read = sync.waiting().commits === 0 ? position : before.read;
    const now = { ...before, read, written };
    const text = JSON.stringify(now);
    if (text === this.#told) return;
    await this.#connection.share(now);
    this.#shared = now;
    this.#told = text;
  }

  async #read({ stream, commandsFrom, read }: SharedProgress): Promise<void> {
    const { log, takeIn, submit, installation, mode, onRead } = this.#options;
    const intake = new Intake({ log, takeIn, submit, installation, stream, commandsFrom });
    const following = await this.#connection.follow(read);
    onRead(0, following.behind);
    if (mode === 'read' && following.behind === 0) return;
    let batch: OldMessage[] = [];
    for await (const { message, behind } of following.messages) {
      batch.push(message);
      if (behind > 0 && batch.length < BATCH) continue;
      await intake.take(batch);
      onRead(batch.length, behind);
      batch = [];
      if (mode === 'read' && behind === 0) return;
      await turn();
    }
    throw linkLost(null);
  }

  async #write(from: number): Promise<void> {
    const { log, installation, personAt, onPublished } = this.#options;
    this.#writer = new DualWriter({
      log,
      installation,
      personAt,
      publish: (message) => this.#connection.publish(message, installation),
      onPublished,
    });
    try {
      await this.#writer.run(from);
    } catch (error) {
      this.#options.onUnpublished();
      throw error;
    }
  }
}
