import { failure } from '../../domain/contract/errors.ts';
import type { ViewStatus } from '../../domain/contract/views.ts';
import { categoryOf } from '../../domain/kernel/ids.ts';
import type { Context, Registry } from '../../domain/kernel/registry.ts';
import type { EventLog, ScannedEvent } from '../../domain/ports/event-log.ts';
import type { ShadowView, ViewInput, ViewStore } from '../../domain/ports/view-store.ts';
import { foldEvent, type Folding, foldStream, initialFold } from './fold.ts';

export type RebuildProgress = Omit<NonNullable<ViewStatus['rebuild']>, 'needed'>;

export interface RebuildResult {
  /** Events read, and the time it took. */
  readonly events: number;
  readonly seconds: number;
}

export interface RebuildOptions {
  readonly log: EventLog;
  readonly registry: Registry;
  readonly views: ViewStore;
  readonly now: () => number;
  /** Lets commands go first between two steps. */
  readonly pause: () => Promise<void>;
  /** After every step; `progress` tells how far it is. */
  readonly onProgress: () => void;
  /** The engine closes: the database may be gone at any moment. */
  readonly isClosed: () => boolean;
}

interface Entry extends Folding {
  readonly streamId: string;
  readonly context: Context;
  position: number;
}

const SCAN_EVENTS = 1000;
const WRITE_PERSONS = 200;
/** Many callers at once commit fewer between two steps: what is caught up with must not grow faster. */
const CATCH_UP_PERSONS = 500;
/** So many may be left for the last step, which commands wait for. */
const LAST_EVENTS = 1000;
/** What writing a person's rows into one view takes, in events read. */
const WRITE_COST = 2;
const NAMES_AHEAD = 1000;
/** Folded streams held at once: above it they are written out and, if touched again, read from the log. */
const MAX_HELD = 200_000;

/**
 * Builds views again from the log, in short steps between commits, into shadows that are swapped in at the end. Several
 * of them share one reading of the log.
 */
export class Rebuild {
  readonly #options: RebuildOptions;
  readonly #views: readonly string[];
  #shadows: readonly ShadowView[] = [];
  readonly #started: number;
  #held = new Map<number, Entry>();
  /** Streams read ahead: most of them are met in the order of their keys. */
  #names: ReadonlyMap<number, string> = new Map();
  /** Streams of other kinds, by key: no view's business. */
  readonly #ignored = new Set<number>();
  /** Persons in the views, and those on their way there. */
  #written = 0;
  #writing = 0;
  #readSeconds: number | null = null;
  #flushed = false;
  #cancelled = false;
  #position = 0;

  constructor(views: readonly string[], options: RebuildOptions) {
    this.#options = options;
    this.#views = views;
    this.#started = options.now();
  }

  progress(): RebuildProgress {
    const seconds = this.#seconds();
    const cost = this.#views.length * WRITE_COST;
    const done = this.#position + this.#written * cost;
    const left = this.#left() + (this.#held.size + this.#writing) * cost;
    return {
      share: left === 0 ? 1 : done / (done + left),
      eventsPerSecond: Math.round(this.#position / (this.#readSeconds ?? seconds)),
      secondsLeft: done === 0 ? null : Math.round((seconds / done) * left),
    };
  }

  /** It ends after the step that is under way. */
  cancel(): void {
    this.#cancelled = true;
  }

  /** Throws `rebuild-cancelled`. */
  async run(): Promise<RebuildResult> {
    try {
      this.#shadows = this.#views.map((view) => this.#options.views.shadow(view));
      await this.#scanToHead();
      this.#readSeconds = this.#seconds();
      await this.#writeHeld(WRITE_PERSONS);
      await this.#buildIndexes();
      await this.#catchUp();
      this.#finish();
    } catch (error) {
      // What is left over by an engine that closes is dropped when the folder is next opened.
      if (!this.#options.isClosed()) for (const shadow of this.#shadows) shadow.discard();
      throw error;
    }
    return { events: this.#position, seconds: this.#seconds() };
  }

  #seconds(): number {
    return Math.max(0.001, (this.#options.now() - this.#started) / 1000);
  }

  async #scanToHead(): Promise<void> {
    while (this.#scan()) {
      if (this.#held.size > MAX_HELD) await this.#writeHeld(WRITE_PERSONS);
      await this.#breathe();
    }
  }

  /** Takes some events in; false at the head of the log, which moves on while one reads. */
  #scan(): boolean {
    const events = this.#options.log.scan(this.#position, SCAN_EVENTS);
    for (const event of events) this.#take(event);
    this.#position = events.at(-1)?.position ?? this.#position;
    return events.length === SCAN_EVENTS;
  }

  async #breathe(): Promise<void> {
    this.#options.onProgress();
    await this.#options.pause();
    if (this.#cancelled || this.#options.isClosed()) {
      throw failure(
        'rejected',
        'rebuild-cancelled',
        `The rebuild of ${this.#views.join(', ')} was cancelled. What is in use is as it was.`,
      );
    }
  }

  #take({ streamKey, position, event }: ScannedEvent): void {
    if (this.#ignored.has(streamKey)) return;
    const entry = this.#held.get(streamKey) ?? this.#hold(streamKey, event.version);
    if (entry === null) return;
    entry.position = position;
    // A stream that was read from the log is at its head already.
    if (event.version <= entry.version) return;
    foldEvent(this.#options.registry, entry.context, entry, event);
  }

  #hold(streamKey: number, version: number): Entry | null {
    const { log, registry } = this.#options;
    const streamId = this.#nameOf(streamKey);
    const context = registry.contexts.get(categoryOf(streamId));
    if (context === undefined || context.category !== 'person') {
      this.#ignored.add(streamKey);
      return null;
    }
    const head = this.#flushed && version > 1 ? log.streamHead(streamId) : null;
    const folded =
      head === null ? initialFold(context) : foldStream(registry, context, log.readStream(streamId, head));
    const entry: Entry = { ...folded, streamId, context, position: 0 };
    this.#held.set(streamKey, entry);
    return entry;
  }

  #nameOf(streamKey: number): string {
    const known = this.#names.get(streamKey);
    if (known !== undefined) return known;
    this.#names = this.#options.log.streamNames(streamKey, NAMES_AHEAD);
    return this.#names.get(streamKey) ?? this.#options.log.streamName(streamKey);
  }

  async #writeHeld(atOnce: number): Promise<void> {
    const inputs = this.#inputs();
    this.#held = new Map();
    this.#flushed = true;
    this.#writing = inputs.length;
    for (let from = 0; from < inputs.length; from += atOnce) {
      const some = inputs.slice(from, from + atOnce);
      for (const shadow of this.#shadows) shadow.write(some);
      this.#written += some.length;
      this.#writing -= some.length;
      await this.#breathe();
    }
  }

  async #buildIndexes(): Promise<void> {
    for (const build of this.#shadows.flatMap(({ indexes }) => indexes)) {
      build();
      await this.#breathe();
    }
  }

  /** Takes in what was committed meanwhile, until little is left, or there is no gaining on it. */
  async #catchUp(): Promise<void> {
    let before = Number.POSITIVE_INFINITY;
    for (let left = this.#left(); left > LAST_EVENTS && left < before; left = this.#left()) {
      before = left;
      await this.#scanToHead();
      await this.#writeHeld(CATCH_UP_PERSONS);
    }
  }

  #left(): number {
    return this.#options.log.head() - this.#position;
  }

  #inputs(): ViewInput[] {
    return [...this.#held].map(([streamKey, { streamId, position, state }]) => ({
      streamKey,
      streamId,
      position,
      state,
    }));
  }

  /** The last that was committed, and the swap of each view: no commit comes in between. */
  #finish(): void {
    while (this.#scan());
    const last = this.#inputs();
    for (const shadow of this.#shadows) shadow.swap(last, this.#position);
  }
}
