import type { Outcome, Submission } from '../../domain/contract/commands.ts';
import { ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import type { Registry } from '../../domain/kernel/registry.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { EventLog } from '../../domain/ports/event-log.ts';
import type { FormerEvent } from '../../domain/legacy/read-event.ts';
import type { ArrivedMessage, TakenIn } from '../../domain/ports/take-in.ts';
import type { SyncLog } from '../../domain/ports/sync-log.ts';
import type { ViewStore } from '../../domain/ports/view-store.ts';
import { CommandBus } from './command-bus.ts';
import { Conflicts } from './conflicts.ts';
import { CommandProgress } from './command-progress.ts';
import { CommandHandler } from './handle-command.ts';
import { listed } from './listed-streams.ts';
import { takeInFormer } from './take-in-former.ts';
import { Projector } from './projector.ts';
import { createStreamStates, type StreamStates } from './stream-states.ts';
import { TakeIn } from './take-in.ts';
import { ViewWaiters } from './view-waiters.ts';
import { ViewControl } from './view-control.ts';

export interface EngineOptions {
  readonly log: EventLog;
  readonly sync: SyncLog;
  readonly views: ViewStore;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Id of this data folder. */
  readonly origin: string;
  readonly onPush: (push: Push) => void;
  /** Something waits to go out. */
  readonly onOutbox?: () => void;
}

/** The engine on its thread: commands in, events on the log, views behind them, and pushes about all of it. */
export class Engine {
  readonly control: ViewControl;
  readonly conflicts: Conflicts;
  readonly #options: EngineOptions;
  readonly #states: StreamStates;
  readonly #bus: CommandBus;
  readonly #projector: Projector;
  readonly #waiters: ViewWaiters;
  readonly #progress: CommandProgress;
  readonly #takeIn: TakeIn;
  #now = { ms: Number.NaN, text: '' };

  constructor(options: EngineOptions) {
    const { log, sync, views, registry, clock, newId, origin } = options;
    this.#options = options;
    this.#states = createStreamStates(log, registry);
    const handler = new CommandHandler({ log, states: this.#states, registry, newId });
    this.#takeIn = new TakeIn({ log, sync, states: this.#states, registry, clock, newId, origin });
    this.conflicts = new Conflicts({
      state: (streamId) => this.#states.load(streamId).state,
      submit: (submission, actor) => this.submit(submission, actor),
    });
    this.#bus = new CommandBus({
      log,
      states: this.#states,
      handler,
      onCommitted: (outcomes) => this.#committed(outcomes),
      onFailed: (commandId, error) => this.#progress.failed(commandId, inWords(error)),
    });
    this.#projector = this.#createProjector();
    this.#waiters = new ViewWaiters((position, views) => this.#findStopped(position, views));
    this.#progress = new CommandProgress({
      tell: (payload) => options.onPush({ name: 'command.update', payload }),
      reached: () => this.#projector.position,
      findStopped: (position) => this.#findStopped(position, null),
    });
    this.control = new ViewControl({
      log,
      views,
      registry,
      clock,
      projector: this.#projector,
      expectsMore: () => this.#takeIn.expectsMore(),
      onChanged: (view) => this.#viewChanged(view),
      onRebuilt: () => this.#advanced(this.#projector.position, new Set()),
    });
    this.control.fillFarBehind();
    this.#projector.start();
  }

  #createProjector(): Projector {
    const { log, views } = this.#options;
    return new Projector({
      log,
      states: this.#states,
      views,
      busy: () => this.#bus.waiting > 0 || this.#takeIn.expectsMore(),
      now: () => performance.now(),
      onAdvanced: (position, streams) => this.#advanced(position, streams),
      onStopped: (view) => this.#viewChanged(view),
      onFarBehind: () => this.control.fillFarBehind(),
      onError: (error) => this.#notAdvanced(error),
    });
  }

  /** Answers once the command is durable. With `follow`, pushes tell how it goes on: `committed`, `visible`, `waiting`. */
  submit({ follow, ...submission }: Submission, actor: string): Promise<Outcome> {
    const commandId = submission.commandId ?? this.#options.newId();
    if (follow === true) this.#progress.follow(commandId);
    return this.#bus.submit({ ...submission, commandId, actor, timestamp: this.#timestamp() });
  }

  /** The broker has lost what came after this sequence. Answers how many commits wait to go out again. */
  stepBack(sequence: number): number {
    const { log, sync } = this.#options;
    return log.group(() => sync.stepBack(sequence));
  }

  /** Takes in what came from the installation, in its order. Durable once it returns. `more`: others have arrived. */
  takeIn(messages: readonly ArrivedMessage[], more = false): TakenIn {
    const before = this.#options.log.head();
    const taken = this.#takeIn.take(messages, more);
    this.#progress.confirmed(taken.confirmedCommands);
    const position = this.#options.log.head();
    if (position > before) {
      this.#options.onPush({ name: 'log.appended', payload: { position, streams: listed(taken.changed) } });
      this.#projector.wake();
    }
    return taken;
  }

  /** Takes in what happened in the former system, with what `note` writes, in one durable transaction. Answers how much was new. */
  takeInFormer(events: readonly FormerEvent[], note: (taken: number) => void): number {
    const { log, newId } = this.#options;
    const states = this.#states;
    try {
      const { taken, streams } = log.group(() => {
        const all = takeInFormer(events, { log, states, newId });
        note(all.taken);
        return all;
      });
      if (taken > 0) this.#appended(log.head(), streams);
      return taken;
    } catch (error) {
      states.clear();
      throw error;
    }
  }

  /** Many commands come within a millisecond, and the text of it takes longer than its number. */
  #timestamp(): string {
    const now = this.#options.clock.now();
    if (now !== this.#now.ms) this.#now = { ms: now, text: new Date(now).toISOString() };
    return this.#now.text;
  }

  /** Resolves once the views have seen the position. Rejects at once where one of them is stopped before it. */
  viewsAtLeast(position: number, views: readonly string[] | null = null): Promise<void> {
    if (position > this.#options.log.head()) {
      const message = `Position ${position} is ahead of this log, which ends at ${this.#options.log.head()}. Ask for one that there is.`;
      return Promise.reject(failure('wrong-use', 'position-ahead', message));
    }
    return this.#waiters.wait(position, views, this.#projector.position);
  }

  /** Brings the views to the head of the log before it answers. */
  catchUp(): void {
    this.#projector.catchUp();
  }

  close(): void {
    this.#bus.close();
    this.#projector.close();
    this.control.close();
    const message = 'The engine is stopping. Ask again once a console is open.';
    this.#notAdvanced(failure('retryable', 'engine-stopped', message));
  }

  #committed(outcomes: readonly Outcome[]): void {
    const streams = new Set<string>();
    let position = 0;
    this.#progress.settled(outcomes);
    for (const outcome of outcomes) {
      const last = outcome.events.at(-1);
      if (last === undefined || outcome.duplicate === true) continue;
      if (outcome.streamId !== null) streams.add(outcome.streamId);
      position = Math.max(position, last.position);
    }
    if (position > 0) this.#appended(position, streams);
    this.#progress.look();
  }

  /** Something was appended here, and waits to go out. */
  #appended(position: number, streams: ReadonlySet<string>): void {
    this.#options.onPush({ name: 'log.appended', payload: { position, streams: listed(streams) } });
    this.#projector.wake();
    this.#options.onOutbox?.();
  }

  #advanced(position: number, streams: ReadonlySet<string>): void {
    this.#waiters.advance(position);
    this.#options.onPush({ name: 'views.advanced', payload: { position, streams: listed(streams) } });
    this.#progress.look();
  }

  #notAdvanced(error: unknown): void {
    this.#waiters.failAll(error);
    this.#progress.stall(inWords(error));
  }

  #viewChanged(view: string): void {
    this.#waiters.recheck();
    this.#options.onPush({ name: 'views.changed', payload: { view } });
    this.#progress.look();
  }

  #findStopped(position: number, views: readonly string[] | null): ConsoleFailure | null {
    const isAsked = (view: string): boolean => views === null || views.includes(view);
    const stopped = this.#projector.stopped.find(
      (status) => isAsked(status.view) && status.position < position,
    );
    if (stopped === undefined || stopped.error === null) return null;
    const { view, title, error } = stopped;
    const message = `${title} stopped at position ${error.position} (${error.message}). Retry it, skip the event or rebuild the view.`;
    return failure('terminal', 'view-stopped', message, { view, position: error.position });
  }
}

function inWords(error: unknown): ConsoleFailure | null {
  return error instanceof ConsoleFailure ? error : null;
}
