import { categoryOf } from '../../domain/kernel/ids.ts';
import type { EventLog } from '../../domain/ports/event-log.ts';
import type { StoredViewStatus, ViewInput, ViewStore } from '../../domain/ports/view-store.ts';
import { isFarBehind } from './far-behind.ts';
import { LOOK_MS, MAX_DELAY_MS } from './give-way.ts';
import type { StreamStates } from './stream-states.ts';

export interface ProjectorOptions {
  readonly log: EventLog;
  readonly states: StreamStates;
  readonly views: ViewStore;
  /** True while commands wait for the disk: views then give way, but never for longer than `MAX_DELAY_MS`. */
  readonly busy: () => boolean;
  readonly now: () => number;
  /** Every running view has seen `position`; `streams` are those that changed since the last call. */
  readonly onAdvanced: (position: number, streams: ReadonlySet<string>) => void;
  readonly onStopped: (view: string) => void;
  /** Views are so far behind that they are better built anew: who does so holds them. Commands do not wait meanwhile. */
  readonly onFarBehind: () => void;
  readonly onError: (error: unknown) => void;
}

/** Events in one step: some 5 ms of work, so that a command never waits long behind the views. */
const STEP_EVENTS = 128;
/** Events in a step that others wait behind all the same. */
const FORCED_EVENTS = 32;
const RETRY_MS = 1000;

/** The state is read where a view asks for it: one that cannot be read stops the view there, and shows why. */
class ProjectorInput implements ViewInput {
  readonly streamKey: number;
  readonly streamId: string;
  readonly position: number;
  readonly #states: StreamStates;

  constructor({ streamKey, streamId, position }: Omit<ViewInput, 'state'>, states: StreamStates) {
    this.streamKey = streamKey;
    this.streamId = streamId;
    this.position = position;
    this.#states = states;
  }

  get state(): unknown {
    return this.#states.load(this.streamId).state;
  }
}

/**
 * Keeps the views up to date. What a view shows is a function of a stream's state, so the projector only asks which
 * streams the new events belong to and writes the state at the head of each: reading an event twice, or seeing a
 * state that is already further, changes nothing.
 */
export class Projector {
  readonly #options: ProjectorOptions;
  /** View → checkpoint of each view that runs. */
  readonly #running = new Map<string, number>();
  /** View → checkpoint of each view that is being filled by a rebuild. */
  readonly #held = new Map<string, number>();
  #stopped: readonly StoredViewStatus[] = [];
  #changed = new Set<string>();
  #scheduled = false;
  #closed = false;
  #behindSince: number | null = null;

  constructor(options: ProjectorOptions) {
    this.#options = options;
    for (const { view, error, position } of options.views.status()) {
      if (error === null) this.#running.set(view, position);
    }
    this.#noteStopped();
  }

  /** Position that every view has seen, stopped ones apart. */
  get position(): number {
    return Math.min(this.#reached, ...this.#held.values());
  }

  /** Position that every view has seen that this projector keeps up to date. */
  get #reached(): number {
    return Math.min(this.#options.log.head(), ...this.#running.values());
  }

  /** Views that stopped at an error, as they were when they did. */
  get stopped(): readonly StoredViewStatus[] {
    return this.#stopped;
  }

  /** The log has grown, or a view was set going. */
  wake(): void {
    if (this.#closed || !this.#isBehind()) return;
    this.#behindSince ??= this.#options.now();
    this.#schedule();
  }

  /** The first turn: goes on where the process before this one ended. */
  start(): void {
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#turn());
  }

  /** Turning round and round meanwhile would take the processor from those that it waits for. */
  #giveWay(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => this.#turn(), LOOK_MS);
  }

  /** Leaves a view to a rebuild until it is resumed. */
  hold(view: string): void {
    const position = this.#running.get(view);
    if (position === undefined) return;
    this.#running.delete(view);
    this.#held.set(view, position);
  }

  /** Takes a view in again, at the checkpoint that the store has for it. */
  resume(view: string): void {
    const status = this.#options.views.status().find((candidate) => candidate.view === view);
    if (status !== undefined && status.error === null) this.#running.set(view, status.position);
    this.#noteStopped();
    // Whoever waits for a view that was held hears of it even where nothing is left to be done.
    if (this.#held.delete(view)) this.#announce();
    this.wake();
  }

  /** Brings all running views to the head of the log, at once. */
  catchUp(): void {
    while (!this.#closed && this.#isBehind()) this.#step(STEP_EVENTS);
  }

  close(): void {
    this.#closed = true;
  }

  #turn(): void {
    this.#scheduled = false;
    if (this.#closed) return;
    try {
      if (this.#isBehind() && !this.#options.busy()) this.#handOver();
      if (!this.#isBehind()) return this.#tidy();
      const events = this.#mayDo();
      if (events === 0) return this.#giveWay();
      this.#step(events);
      this.#schedule();
    } catch (error) {
      this.#options.onError(error);
      // A full disk, say. Commands may stay away, and the views must go on all the same once there is room.
      setTimeout(() => this.wake(), RETRY_MS).unref();
    }
  }

  #isBehind(): boolean {
    return this.#reached < this.#options.log.head();
  }

  #handOver(): void {
    const { log, onFarBehind } = this.#options;
    if (isFarBehind(this.#reached, log.head())) onFarBehind();
  }

  /** Nothing is behind: what is left to be done is what nobody waits for. */
  #tidy(): void {
    const { busy, views } = this.#options;
    if (busy()) this.#giveWay();
    else if (views.tidy()) this.#schedule();
  }

  #mayDo(): number {
    const { busy, now } = this.#options;
    if (!busy()) return STEP_EVENTS;
    return now() - (this.#behindSince ?? 0) >= MAX_DELAY_MS ? FORCED_EVENTS : 0;
  }

  #step(most: number): void {
    const { log, views } = this.#options;
    const from = this.#reached;
    const names = [...this.#running].filter(([, position]) => position === from).map(([name]) => name);
    const touched = log.touched(from, most);
    const inputs = this.#inputs(touched.streams);
    const failed = views.apply(names, inputs, touched.position);
    for (const name of names) this.#running.set(name, touched.position);
    if (failed.length > 0) this.#stop(failed);
    for (const input of inputs) this.#changed.add(input.streamId);
    this.#behindSince = this.#reached >= log.head() ? null : this.#options.now();
    this.#announce();
  }

  #inputs(streams: ReadonlyMap<number, number>): readonly ViewInput[] {
    const { log, states } = this.#options;
    return [...streams]
      .map(([streamKey, position]) => ({ streamKey, position, streamId: log.streamName(streamKey) }))
      .filter(({ streamId }) => categoryOf(streamId) === 'person')
      .map((input) => new ProjectorInput(input, states));
  }

  #stop(failed: readonly string[]): void {
    for (const view of failed) this.#running.delete(view);
    this.#noteStopped();
    for (const view of failed) this.#options.onStopped(view);
  }

  #noteStopped(): void {
    this.#stopped = this.#options.views.status().filter(({ error }) => error !== null);
  }

  #announce(): void {
    const changed = this.#changed;
    this.#changed = new Set();
    this.#options.onAdvanced(this.position, changed);
  }
}
