import type { ArrivedMessage, TakenIn } from '../../domain/ports/take-in.ts';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import type { Permission } from '../../domain/contract/link.ts';
import type { SyncLog } from '../../domain/ports/sync-log.ts';
import { agreeOnInstallation } from './agree.ts';
import type { BrokerConnection } from './broker.ts';
import { findCommonGround, isOnBroker } from './common-ground.ts';
import { asLinkFailure, linkForbidden, linkLost, updateRequired } from './link-failures.ts';
import { Publisher } from './publisher.ts';
import type { RequestRound } from './requests/request-round.ts';
import type { Requests } from './requests/requests.ts';

/** Messages that are taken in with one transaction. */
const BATCH = 500;
/** Where so many come at a time, more follow at once: those of a moment share one transaction. */
const MANY = 64;
const GATHER_MS = 5;
const LOOK_MS = 1000;
/** So long the broker has for an answer where it may be gone. */
const ANSWER_MS = 2000;

export interface SessionOptions {
  readonly sync: SyncLog;
  readonly allowed: ReadonlySet<Permission>;
  readonly newId: () => string;
  /** Durable once it returns. `more`: others have arrived, and come next. */
  readonly takeIn: (messages: readonly ArrivedMessage[], more: boolean) => TakenIn;
  readonly onTaken: (taken: TakenIn, messages: number) => void;
  /** Messages that were not taken in yet; 0: all were. */
  readonly onBehind: (behind: number) => void;
  /** The broker does not take something that waits to go out. */
  readonly onRefused: () => void;
  /** Commands that other systems ask for. */
  readonly requests: Requests;
  /** The broker has lost what came after this sequence. */
  readonly onSteppedBack: (sequence: number) => void;
}

/** One connection, from the first question to its end. */
export class Session {
  readonly #connection: BrokerConnection;
  readonly #options: SessionOptions;
  #publisher: Publisher | null = null;
  #requests: RequestRound | null = null;
  #buffer: ArrivedMessage[] = [];
  #behind = 0;
  #hasArrived = false;
  #isScheduled = false;
  #wereMany = false;
  #isOver = false;
  #isClosing = false;
  #end: (error: Error) => void = () => undefined;

  constructor(connection: BrokerConnection, options: SessionOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  get refused() {
    return this.#publisher?.refused ?? [];
  }

  /** Keeps what is done here from going out, while what others do comes in. */
  get denied(): ConsoleError | null {
    const denied = this.#publisher?.denied ?? null;
    return denied === null ? null : linkForbidden(denied).error;
  }

  wake(): void {
    this.#publisher?.wake();
  }

  /** Ends where the broker does not answer at once. */
  async askWhetherThere(): Promise<void> {
    const limit = setTimeout(() => this.#end(linkLost(null)), ANSWER_MS);
    // One that is closed meanwhile says so itself.
    await this.#connection.isThere().catch(() => undefined);
    clearTimeout(limit);
  }

  /** What other systems asked for is finished first. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#requests?.end();
    await this.#connection.close();
  }

  /** Rejects once the connection is over, with why; a link that was closed from here is over as well. */
  async run(): Promise<void> {
    const over = new Promise<never>((_resolve, reject) => {
      this.#end = (error: Error) => {
        this.#isOver = true;
        reject(error);
      };
    });
    over.catch(() => undefined);
    void this.#connection.closed.then((error) => this.#end(linkLost(error)));
    const look = setInterval(() => this.#publisher?.look(), LOOK_MS);
    look.unref();
    try {
      await Promise.race([over, this.#begin()]);
      await over;
    } finally {
      clearInterval(look);
      await this.#requests?.letGo();
    }
  }

  async #begin(): Promise<void> {
    const { sync, allowed, newId, onSteppedBack } = this.#options;
    const log = await agreeOnInstallation({ connection: this.#connection, sync, allowed, newId });
    const ground = await findCommonGround(this.#connection, sync, log);
    if (ground < sync.position()) onSteppedBack(ground);
    const { behind } = await this.#connection.follow(sync.position(), {
      onMessage: (message, left) => this.#arrived(message, left),
      onLost: (error) => this.#end(linkLost(error)),
    });
    // What has come since knows better.
    if (this.#hasArrived) return;
    if (behind === 0) this.#caughtUp();
    else this.#options.onBehind(behind);
  }

  #arrived(message: ArrivedMessage, behind: number): void {
    this.#hasArrived = true;
    this.#buffer.push(message);
    this.#behind = behind;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const isStream = this.#wereMany && this.#behind + this.#buffer.length < BATCH;
    if (isStream) setTimeout(() => this.#flush(), GATHER_MS);
    else setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#isScheduled = false;
    if (this.#isOver) return;
    try {
      this.#takeIn(this.#buffer.splice(0, BATCH));
    } catch (error) {
      this.#end(asLinkFailure(error));
    }
    if (this.#buffer.length > 0) this.#schedule();
  }

  #takeIn(batch: readonly ArrivedMessage[]): void {
    const { sync, takeIn, onTaken, onBehind } = this.#options;
    this.#wereMany = batch.length >= MANY;
    const taken = takeIn(batch, this.#buffer.length > 0);
    onTaken(taken, batch.length);
    if (taken.updateRequired) return this.#end(updateRequired());
    const left = this.#behind + this.#buffer.length;
    if (left > 0) onBehind(left);
    this.#publisher?.tookIn(sync.position(), taken.settledStreams);
    if (left === 0) this.#caughtUp();
    this.#requests?.tookIn();
  }

  /** Nothing is sent before all that is there was taken in: it would be refused in any case. */
  #caughtUp(): void {
    if (this.#isOver) return;
    this.#options.onBehind(0);
    if (this.#publisher !== null || this.#isClosing) return;
    const publisher = new Publisher({
      sync: this.#options.sync,
      publish: (publication) => this.#connection.publish(publication),
      isThere: (sequence, commitId) => isOnBroker(this.#connection, sequence, commitId),
      now: () => performance.now(),
      onRefused: this.#options.onRefused,
    });
    this.#publisher = publisher;
    this.#connection.onAcknowledgement((ack) => publisher.acknowledge(ack));
    publisher.pump();
    this.#requests = this.#options.requests.begin(this.#connection);
  }
}
