import type { OutboxEntry, SyncLog } from '../../domain/ports/sync-log.ts';
import { subjectOf } from '../../domain/sync/commit-message.ts';
import type { Acknowledgement, Publication } from './broker.ts';
import type { Refused, UnderWay } from './under-way.ts';

const WRONG_SEQUENCE = 10071;
/** Messages that are under way at a time, over all streams; in each of them one. */
const WINDOW = 1000;
/** Entries of the outbox that are read at a time. */
const PAGE = 256;
/** An acknowledgement that takes longer was lost; sent again, the broker recognises the message by its id. */
const RESEND_MS = 10_000;
/** So long a stream that was refused for any other reason is left alone. */
const PAUSE_MS = 5000;

export interface PublisherOptions {
  readonly sync: SyncLog;
  readonly publish: (publication: Publication) => void;
  /** Whether a message of this sequence is there and carries this commit. */
  readonly isThere: (sequence: number, commitId: string) => Promise<boolean>;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

/**
 * Sends what waits to go out, in order within each stream. A commit is done when it comes back in the order of the
 * installation, not when it is acknowledged: an acknowledgement only makes room for others.
 */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #byStream = new Map<string, UnderWay>();
  readonly #byToken = new Map<number, UnderWay>();
  /** Acknowledged, in about the order of their sequences, and perhaps back since. */
  #acknowledged: UnderWay[] = [];
  /** Streams that have more to send than what is under way, or that have to wait. */
  readonly #later = new Set<string>();
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
  readonly #refused = new Map<string, Refused & { readonly until: number }>();
  #cursor = 0;
  #token = 0;
  #unacknowledged = 0;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  get refused(): readonly Refused[] {
    return [...this.#refused.values()].map(({ streamId, code, description }) => ({
      streamId,
      code,
      description,
    }));
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
    while (!this.#isAtEnd && this.#unacknowledged <= WINDOW - PAGE) {
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
    for (const streamId of streams) this.#release(streamId);
    for (const [streamId, sequence] of this.#blocked) {
      if (sequence > position) continue;
      this.#blocked.delete(streamId);
      this.#ready.add(streamId);
    }
    for (const streamId of this.#held) this.#ready.add(streamId);
    this.#held.clear();
    this.#findVanished(position);
    this.wake();
  }

  acknowledge(ack: Acknowledgement): void {
    const underWay = this.#byToken.get(ack.token);
    if (underWay === undefined || underWay.acknowledged !== null) return;
    if (ack.ok) {
      underWay.acknowledged = ack.sequence;
      this.#unacknowledged -= 1;
      this.#refused.delete(underWay.entry.streamId);
      this.#acknowledged.push(underWay);
      if (ack.duplicate) void this.#readBack(underWay, ack.sequence);
      this.#isVanished(underWay, this.#options.sync.position());
    } else this.#refuse(underWay, ack.code, ack.description);
    this.pump();
  }

  /** Now and then: what was not acknowledged in time, and what was refused and may be taken by now. */
  look(): void {
    const now = this.#options.now();
    for (const underWay of this.#byToken.values()) {
      if (underWay.acknowledged === null && now - underWay.sentAt > RESEND_MS) this.#publish(underWay);
    }
    for (const [streamId, { until }] of this.#refused) {
      if (until > now) continue;
      this.#refused.delete(streamId);
      this.#ready.add(streamId);
    }
    this.wake();
  }

  #consider(entry: OutboxEntry): void {
    const { streamId } = entry;
    if (this.#byStream.has(streamId) || this.#later.has(streamId)) this.#later.add(streamId);
    else if (entry.isHeld) this.#hold(streamId);
    else this.#send(entry, 0);
  }

  #hold(streamId: string): void {
    this.#later.add(streamId);
    this.#held.add(streamId);
  }

  #send(entry: OutboxEntry, attempt: number): void {
    this.#token += 1;
    const underWay = { entry, token: this.#token, attempt, sentAt: 0, acknowledged: null };
    this.#byStream.set(entry.streamId, underWay);
    this.#byToken.set(underWay.token, underWay);
    this.#unacknowledged += 1;
    this.#publish(underWay);
  }

  #publish(underWay: UnderWay): void {
    const { entry, attempt, token } = underWay;
    const { streamId, commitId, text, subjectSequence } = entry;
    underWay.sentAt = this.#options.now();
    this.#options.publish({
      subject: subjectOf(streamId),
      body: text,
      // The broker takes an id for known for a while, also where it has lost the message since.
      messageId: attempt === 0 ? commitId : `${commitId}~${attempt}`,
      expected: this.#corrected.get(streamId) ?? subjectSequence,
      token,
    });
  }

  #drop(underWay: UnderWay): void {
    if (underWay.acknowledged === null) this.#unacknowledged -= 1;
    this.#byToken.delete(underWay.token);
    this.#byStream.delete(underWay.entry.streamId);
  }

  #release(streamId: string): void {
    const underWay = this.#byStream.get(streamId);
    if (underWay !== undefined) this.#drop(underWay);
    this.#corrected.delete(streamId);
    this.#refused.delete(streamId);
    if (this.#later.has(streamId)) this.#ready.add(streamId);
  }

  #refuse(underWay: UnderWay, code: number, description: string): void {
    const { streamId } = underWay.entry;
    this.#drop(underWay);
    this.#later.add(streamId);
    if (code === WRONG_SEQUENCE) return this.#othersWereFaster(streamId, description);
    this.#refused.set(streamId, { streamId, code, description, until: this.#options.now() + PAUSE_MS });
  }

  /** The subject's last message has to be taken in first. Where it was, ours has its sequence wrong. */
  #othersWereFaster(streamId: string, description: string): void {
    const last = Number(/wrong last sequence: (\d+)/u.exec(description)?.[1] ?? Number.NaN);
    if (!Number.isSafeInteger(last)) {
      const until = this.#options.now() + PAUSE_MS;
      this.#refused.set(streamId, { streamId, code: WRONG_SEQUENCE, description, until });
    } else if (last > this.#options.sync.position()) this.#blocked.set(streamId, last);
    else {
      this.#corrected.set(streamId, last);
      this.#ready.add(streamId);
    }
  }

  #findVanished(position: number): void {
    const kept: UnderWay[] = [];
    for (const underWay of this.#acknowledged) if (!this.#isVanished(underWay, position)) kept.push(underWay);
    this.#acknowledged = kept;
  }

  /**
   * Acknowledged, and not among what came back up to its sequence: the broker has lost it, or knew only its id. It is sent
   * anew. Answers whether there is nothing left to be seen to.
   */
  #isVanished(underWay: UnderWay, position: number): boolean {
    if (!this.#isUnderWay(underWay)) return true;
    if (underWay.acknowledged === null || underWay.acknowledged > position) return false;
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
    return this.#byStream.get(underWay.entry.streamId) === underWay;
  }

  #sendAnew(underWay: UnderWay): void {
    const { streamId, commitId } = underWay.entry;
    this.#drop(underWay);
    const entry = this.#options.sync.outboxOf(streamId);
    if (entry !== null) this.#send(entry, entry.commitId === commitId ? underWay.attempt + 1 : 0);
  }

  #sendReady(): void {
    for (const streamId of this.#ready) {
      if (this.#unacknowledged >= WINDOW) return;
      this.#ready.delete(streamId);
      if (this.#byStream.has(streamId) || this.#blocked.has(streamId) || this.#refused.has(streamId))
        continue;
      const entry = this.#options.sync.outboxOf(streamId);
      if (entry === null) this.#later.delete(streamId);
      else if (entry.isHeld) this.#hold(streamId);
      else {
        // There may be more behind it.
        this.#later.add(streamId);
        this.#send(entry, 0);
      }
    }
  }
}
