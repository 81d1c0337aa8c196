import { failure } from '../../domain/contract/errors.ts';
import { categoryOf } from '../../domain/kernel/ids.ts';
import type { Context, Registry } from '../../domain/kernel/registry.ts';
import type { EventLog, ScannedEvent } from '../../domain/ports/event-log.ts';
import type { ShadowView, ViewInput, ViewStore } from '../../domain/ports/view-store.ts';
import { type Folded, foldEvent, foldStream, initialFold } from './fold.ts';

export interface RebuildProgress {
  readonly position: number;
  readonly total: number;
  readonly eventsPerSecond: number;
  readonly secondsLeft: number | null;
}

export interface RebuildOptions {
  readonly log: EventLog;
  readonly registry: Registry;
  readonly views: ViewStore;
  readonly now: () => number;
  /** Lets commands go first between two steps. */
  readonly pause: () => Promise<void>;
  readonly onProgress: (progress: RebuildProgress) => void;
  readonly isCancelled: () => boolean;
}

interface Entry {
  readonly streamId: string;
  readonly context: Context;
  folded: Folded;
  position: number;
}

const SCAN_EVENTS = 1000;
const WRITE_PERSONS = 200;
/** Folded streams held at once: above it they are written out and, if touched again, read from the log. */
const MAX_HELD = 200_000;

/** Builds one view again from the log, in short steps between commits, into a shadow that is swapped in at the end. */
export class Rebuild {
  readonly #options: RebuildOptions;
  readonly #view: string;
  readonly #shadow: ShadowView;
  readonly #started: number;
  #held = new Map<number, Entry>();
  /** Streams of other kinds, by key: not this view's business. */
  readonly #ignored = new Set<number>();
  #flushed = false;
  #position = 0;

  constructor(view: string, options: RebuildOptions) {
    this.#options = options;
    this.#view = view;
    this.#started = options.now();
    this.#shadow = options.views.shadow(view);
  }

  get view(): string {
    return this.#view;
  }

  progress(): RebuildProgress {
    const total = this.#options.log.head();
    const seconds = Math.max(0.001, (this.#options.now() - this.#started) / 1000);
    const rate = this.#position / seconds;
    const left = rate > 0 ? Math.round((total - this.#position) / rate) : null;
    return { position: this.#position, total, eventsPerSecond: Math.round(rate), secondsLeft: left };
  }

  /** Answers how many events were read and how long it took. Throws `rebuild-cancelled`. */
  async run(): Promise<{ readonly events: number; readonly seconds: number }> {
    try {
      await this.#scanToHead();
      await this.#writeHeld();
      await this.#buildIndexes();
      this.#finish();
    } catch (error) {
      // Cancelled is what closes: the database may be gone, and what is left over is dropped when it is next opened.
      if (!this.#options.isCancelled()) this.#shadow.discard();
      throw error;
    }
    return { events: this.#position, seconds: (this.#options.now() - this.#started) / 1000 };
  }

  async #scanToHead(): Promise<void> {
    for (;;) {
      const events = this.#options.log.scan(this.#position, SCAN_EVENTS);
      if (events.length === 0) return;
      for (const event of events) this.#take(event);
      this.#position = events.at(-1)?.position ?? this.#position;
      if (this.#held.size > MAX_HELD) await this.#writeHeld();
      await this.#breathe();
    }
  }

  async #breathe(): Promise<void> {
    this.#options.onProgress(this.progress());
    await this.#options.pause();
    if (this.#options.isCancelled()) {
      throw failure(
        'rejected',
        'rebuild-cancelled',
        `The rebuild of ${this.#view} was cancelled. The view in use is as it was.`,
      );
    }
  }

  #take({ streamKey, position, event }: ScannedEvent): void {
    if (this.#ignored.has(streamKey)) return;
    const entry = this.#held.get(streamKey) ?? this.#hold(streamKey, event.version);
    if (entry === null) return;
    entry.position = position;
    // A stream that was read from the log is at its head already.
    if (event.version <= entry.folded.version) return;
    entry.folded = foldEvent(this.#options.registry, entry.context, entry.folded, event);
  }

  #hold(streamKey: number, version: number): Entry | null {
    const { log, registry } = this.#options;
    const streamId = log.streamName(streamKey);
    const context = registry.contexts.get(categoryOf(streamId));
    if (context === undefined || context.category !== 'person') {
      this.#ignored.add(streamKey);
      return null;
    }
    const head = this.#flushed && version > 1 ? log.streamHead(streamId) : null;
    const folded =
      head === null ? initialFold(context) : foldStream(registry, context, log.readStream(streamId, head));
    const entry = { streamId, context, folded, position: 0 };
    this.#held.set(streamKey, entry);
    return entry;
  }

  async #writeHeld(): Promise<void> {
    const inputs = this.#inputs();
    this.#held = new Map();
    this.#flushed = true;
    for (let from = 0; from < inputs.length; from += WRITE_PERSONS) {
      this.#shadow.write(inputs.slice(from, from + WRITE_PERSONS));
      await this.#breathe();
    }
  }

  async #buildIndexes(): Promise<void> {
    for (const build of this.#shadow.indexes) {
      build();
      await this.#breathe();
    }
  }

  #inputs(): ViewInput[] {
    return [...this.#held].map(([streamKey, { streamId, position, folded }]) => ({
      streamKey,
      streamId,
      position,
      state: folded.state,
    }));
  }

  /** What was committed while the rows were written, and the swap: one transaction, no commit in between. */
  #finish(): void {
    for (;;) {
      const events = this.#options.log.scan(this.#position, SCAN_EVENTS);
      if (events.length === 0) break;
      for (const event of events) this.#take(event);
      this.#position = events.at(-1)?.position ?? this.#position;
    }
    this.#shadow.swap(this.#inputs(), this.#position);
  }
}
