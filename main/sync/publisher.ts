import type { OutboxEntry, SyncLog } from '../../domain/ports/sync-log.ts';
import type { Acknowledgement, Publication } from './broker.ts';
import { InFlight } from './in-flight.ts';
import { RefusedStreams } from './refused-streams.ts';
import { publicationOf, type Refused, type UnderWay } from './under-way.ts';
import { WaitingEntries } from './waiting-entries.ts';

const WRONG_SEQUENCE = 10071;
/** Entries of the outbox that are read at a time. */
const PAGE = 256;
/** An acknowledgement that takes longer was lost; sent again, the broker recognises the message by its id. */
const RESEND_MS = 10_000;

export interface PublisherOptions {
  readonly sync: SyncLog;
  readonly publish: (publication: Publication) => void;
  /** Whether a message of this sequence is there and carries this commit. */
  readonly isThere: (sequence: number, commitId: string) => Promise<boolean>;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** `refused` is not as it was. */
  readonly onRefused: () => void;
}

/**
 * Sends what waits to go out, in order within each stream. A commit is done when it comes back in the order of the
 * installation, not when it is acknowledged: an acknowledgement only makes room for others.
 */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #inFlight = new InFlight();
  /** Acknowledged, in about the order of their sequences, and perhaps back since. */
  #acknowledged: UnderWay[] = [];
  /** What waits for what is under way in its stream, or for something else. */
  readonly #later = new WaitingEntries();
  /** Those of them that need not wait any more. */
  readonly #ready = new Set<string>();
  /** Those of them whose next commit waits for the one that caused it. */
  readonly #held = new Set<string>();
  /** The outbox was read to its end. */
  #isAtEnd = false;
  /** Stream → sequence that has to be taken in before anything is sent again. */
  readonly #blocked = new Map<string, number>();
  /** Stream → the sequence that the broker says is its last, where that is not the one that is known here. */
  readonly #corrected = new Map<string, number>();
  readonly #refused: RefusedStreams;
  #position: number;
  #cursor = 0;

  constructor(options: PublisherOptions) {
    this.#options = options;
    this.#refused = new RefusedStreams(options.now);
    this.#position = options.sync.position();
  }

  get refused(): readonly Refused[] {
    return this.#refused.shown;
  }

  /** What the server does not let us publish; null: nothing that was tried. */
  get denied(): string | null {
    return this.#refused.denied;
  }

  /** There is more in the outbox. */
  wake(): void {
    this.#isAtEnd = false;
    this.pump();
  }

  /** Sends as much as there is room for. */
  pump(): void {
    this.#sendReady();
    // A page at a time: one entry for one acknowledgement would be a question to the log for each.
    while (!this.#isAtEnd && this.#inFlight.room() >= PAGE) {
      const page = this.#options.sync.outbox(this.#cursor, PAGE);
      this.#isAtEnd = page.length === 0;
      for (const entry of page) {
        this.#cursor = entry.number;
        this.#consider(entry);
      }
    }
  }

  /** Messages up to this sequence were taken in; of these streams, commits were confirmed or replaced. */
  tookIn(position: number, streams: Iterable<string>): void {
    this.#position = position;
    for (const streamId of streams) this.#release(streamId);
    for (const [streamId, sequence] of this.#blocked) {
      if (sequence > position) continue;
      this.#blocked.delete(streamId);
      this.#ready.add(streamId);
    }
    for (const streamId of this.#held) this.#ready.add(streamId);
    this.#held.clear();
    this.#findVanished();
    this.wake();
  }

  acknowledge(ack: Acknowledgement): void {
    const underWay = this.#inFlight.ofToken(ack.token);
    if (underWay === undefined || underWay.acknowledged !== null) return;
    if (ack.ok) {
      this.#inFlight.acknowledge(underWay, ack.sequence);
      this.#refused.delete(underWay.entry.streamId);
      this.#acknowledged.push(underWay);
      if (ack.duplicate) void this.#readBack(underWay, ack.sequence);
      this.#isVanished(underWay);
    } else this.#refuse(underWay, ack.code, ack.description);
    this.pump();
  }

  /** Now and then: what was not acknowledged in time, and what was refused and may be taken by now. */
  look(): void {
    const now = this.#options.now();
    for (const underWay of this.#inFlight.all()) {
      if (underWay.acknowledged === null && now - underWay.sentAt > RESEND_MS) this.#publish(underWay);
    }
    for (const streamId of this.#refused.takeDue()) this.#ready.add(streamId);
    this.wake();
  }

  #consider(entry: OutboxEntry): void {
    const { streamId, number } = entry;
    if (this.#later.has(streamId) || this.#inFlight.has(streamId)) this.#later.add(streamId, number);
    else this.#sendOrWait(entry);
  }

  #sendOrWait(entry: OutboxEntry): void {
    const { streamId, number, isHeld } = entry;
    if (!isHeld && this.#inFlight.room() > 0) return this.#send(entry, 0);
    this.#later.putBack(streamId, number);
    (isHeld ? this.#held : this.#ready).add(streamId);
  }

  #send(entry: OutboxEntry, attempt: number): void {
    this.#publish(this.#inFlight.add(entry, attempt));
  }

  #publish(underWay: UnderWay): void {
    underWay.sentAt = this.#options.now();
    this.#options.publish(publicationOf(underWay, this.#corrected.get(underWay.entry.streamId)));
  }

  #release(streamId: string): void {
    const underWay = this.#inFlight.ofStream(streamId);
    if (underWay !== undefined) this.#inFlight.drop(underWay);
    this.#corrected.delete(streamId);
    this.#refused.delete(streamId);
    if (this.#later.has(streamId)) this.#ready.add(streamId);
  }

  #refuse(underWay: UnderWay, code: number, description: string): void {
    const { streamId, number } = underWay.entry;
    this.#inFlight.drop(underWay);
    this.#later.putBack(streamId, number);
    if (code === WRONG_SEQUENCE) return this.#othersWereFaster(streamId, description);
    this.#refused.add({ streamId, code, description });
    this.#options.onRefused();
  }

  /** The subject's last message has to be taken in first. Where it was, ours has its sequence wrong. */
  #othersWereFaster(streamId: string, description: string): void {
    const last = Number(/wrong last sequence: (\d+)/u.exec(description)?.[1] ?? Number.NaN);
    if (!Number.isSafeInteger(last)) this.#refused.add({ streamId, code: WRONG_SEQUENCE, description });
    else if (last > this.#position) this.#blocked.set(streamId, last);
    else {
      this.#corrected.set(streamId, last);
      this.#ready.add(streamId);
    }
  }

  #findVanished(): void {
    this.#acknowledged = this.#acknowledged.filter((underWay) => !this.#isVanished(underWay));
  }

  /**
   * Acknowledged, and not among what came back up to its sequence: the broker has lost it, or knew only its id. It is sent
   * anew. Answers whether there is nothing left to be seen to.
   */
  #isVanished(underWay: UnderWay): boolean {
    if (!this.#isUnderWay(underWay)) return true;
    if (underWay.acknowledged === null || underWay.acknowledged > this.#position) return false;
    this.#sendAnew(underWay);
    return true;
  }

  /** The broker knows the id of a message that it may have lost since: only what can be read is there. */
  async #readBack(underWay: UnderWay, sequence: number): Promise<void> {
    const { commitId } = underWay.entry;
    const isThere = await this.#options.isThere(sequence, commitId).catch(() => true);
    if (isThere || !this.#isUnderWay(underWay)) return;
    this.#sendAnew(underWay);
    this.pump();
  }

  #isUnderWay(underWay: UnderWay): boolean {
    return this.#inFlight.ofStream(underWay.entry.streamId) === underWay;
  }

  #sendAnew(underWay: UnderWay): void {
    const { streamId, number } = underWay.entry;
    this.#inFlight.drop(underWay);
    const [entry] = this.#options.sync.outboxEntries([number]);
    if (entry !== undefined) this.#send(entry, underWay.attempt + 1);
    else if (this.#later.has(streamId)) this.#ready.add(streamId);
  }

  #sendReady(): void {
    for (let next = this.#takeNext(); next.length > 0; next = this.#takeNext()) {
      for (const entry of this.#options.sync.outboxEntries(next)) {
        this.#ready.delete(entry.streamId);
        this.#sendOrWait(entry);
      }
    }
  }

  /** One number of each stream that may go on: what it stands for may have been replaced, and the one after it is next. */
  #takeNext(): readonly number[] {
    const most = Math.min(PAGE, this.#inFlight.room());
    const numbers: number[] = [];
    for (const streamId of this.#ready) {
      if (numbers.length >= most) break;
      const number = this.#isStopped(streamId) ? null : this.#later.take(streamId);
      if (number === null) this.#ready.delete(streamId);
      else numbers.push(number);
    }
    return numbers;
  }

  #isStopped(streamId: string): boolean {
    return this.#inFlight.has(streamId) || this.#blocked.has(streamId) || this.#refused.has(streamId);
  }
}
