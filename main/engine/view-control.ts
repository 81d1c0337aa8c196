import type { ViewStatus } from '../../domain/contract/views.ts';
import { ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { Registry } from '../../domain/kernel/registry.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { EventLog } from '../../domain/ports/event-log.ts';
import type { StoredViewStatus, ViewStore } from '../../domain/ports/view-store.ts';
import { isFarBehind } from './far-behind.ts';
import { giveWay } from './give-way.ts';
import type { Projector } from './projector.ts';
import { Rebuild, type RebuildResult } from './rebuild.ts';

export interface ViewControlOptions {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly projector: Projector;
  /** Messages of the link come in numbers. */
  readonly expectsMore: () => boolean;
  readonly onChanged: (view: string) => void;
  /** What views show may be other than before, of anybody. */
  readonly onRebuilt: () => void;
}

interface RunningRebuild {
  readonly rebuild: Rebuild;
  readonly result: Promise<RebuildResult>;
  /** Begun by the engine itself, for views that are far behind. */
  readonly isNeeded: boolean;
}

const PROGRESS_EVERY_MS = 200;

function rebuildFailure(view: string, error: unknown): unknown {
  if (error instanceof ConsoleFailure) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The rebuild of ${view} failed: ${reason}. The view in use is as it was. Run verify; where the log is in order, report it.`;
  const failed = failure('terminal', 'rebuild-failed', message, { view });
  failed.cause = error;
  return failed;
}

/** What an operator can do about views: see how they are, retry, skip past, rebuild. */
export class ViewControl {
  readonly #options: ViewControlOptions;
  readonly #rebuilds = new Map<string, RunningRebuild>();
  /** Views that could not be filled: the projector goes on with them, to where they fail. */
  readonly #unfillable = new Set<string>();
  #closed = false;

  constructor(options: ViewControlOptions) {
    this.#options = options;
  }

  /** `rows`: also count them, which is slow on a large log. */
  status(rows = false): { readonly head: number; readonly views: ViewStatus[] } {
    const { log, views } = this.#options;
    const counted = (view: string): number | null => (rows ? views.rows(view) : null);
    const all = views.status().map((stored) => ({ ...this.#statusOf(stored), rows: counted(stored.view) }));
    return { head: log.head(), views: all };
  }

  retry(view: string): ViewStatus {
    this.#known(view);
    this.#options.views.clearError(view);
    this.#options.projector.resume(view);
    this.#options.onChanged(view);
    return this.#one(view);
  }

  /** Goes past the event that the view stopped at. Other positions are refused: nothing else may be left out. */
  skip(view: string, position: number, actor: string): ViewStatus {
    const { error } = this.#known(view);
    if (error === null || error.position !== position) {
      const message =
        error === null
          ? `The view ${view} is not stopped. There is nothing to skip.`
          : `The view ${view} is stopped at position ${error.position}, not at ${position}. Look at its status again.`;
      throw failure('rejected', 'view-not-stopped-there', message);
    }
    const at = new Date(this.#options.clock.now()).toISOString();
    this.#options.views.skip(view, { position, at, actor });
    this.#options.projector.resume(view);
    this.#options.onChanged(view);
    return this.#one(view);
  }

  /** One view, or all of them in one reading (null). What is under way is not begun again: its end is waited for. */
  async rebuild(view: string | null): Promise<RebuildResult & { readonly view: string | null }> {
    if (view !== null) this.#known(view);
    const names = view === null ? this.#options.views.names : [view];
    const waiting = names.filter((name) => !this.#rebuilds.has(name));
    if (waiting.length > 0) void this.#rebuild(waiting, false);
    const running = new Set(names.flatMap((name) => this.#rebuilds.get(name)?.result ?? []));
    const results = await Promise.all(running);
    const most = (field: keyof RebuildResult): number => Math.max(...results.map((each) => each[field]));
    return { view, events: most('events'), seconds: most('seconds') };
  }

  /** Ends a rebuild that somebody asked for. One without which there would be nothing to look at goes on. */
  cancel(view: string): ViewStatus {
    this.#known(view);
    const running = this.#rebuilds.get(view);
    if (running === undefined) {
      throw failure(
        'rejected',
        'rebuild-not-running',
        `No rebuild of ${view} is under way. There is nothing to cancel.`,
      );
    }
    if (running.isNeeded) {
      const message = `${view} is being filled because it is far behind the log. Without it there is nothing to show: wait until it is done.`;
      throw failure('rejected', 'rebuild-needed', message);
    }
    running.rebuild.cancel();
    return this.#one(view);
  }

  /** Rebuilds the views that have much of the log before them, in one go. */
  fillFarBehind(): void {
    const { log, views } = this.#options;
    const far = views
      .status()
      .filter(({ error, position }) => error === null && isFarBehind(position, log.head()))
      .map(({ view }) => view)
      .filter((view) => !this.#rebuilds.has(view) && !this.#unfillable.has(view));
    if (far.length > 0) void this.#fill(far);
  }

  /** Rebuilds that are under way end; the views in use stay as they are. */
  close(): void {
    this.#closed = true;
  }

  /** A view that fails must not hold up the others; alone, it is left to the projector, which stops it where it fails. */
  async #fill(names: readonly string[]): Promise<void> {
    for (const name of names) this.#options.projector.hold(name);
    try {
      await this.#rebuild(names, true);
    } catch {
      if (this.#closed) return;
      if (names.length === 1) return void this.#unfillable.add(names.join());
      for (const name of names) this.#options.projector.hold(name);
      for (const name of names) await this.#fill([name]);
    }
  }

  #rebuild(names: readonly string[], isNeeded: boolean): Promise<RebuildResult> {
    let told = 0;
    const { log, registry, views, expectsMore, onChanged } = this.#options;
    const rebuild = new Rebuild(names, {
      log,
      registry,
      views,
      now: () => performance.now(),
      pause: () => giveWay(expectsMore),
      onProgress: () => {
        if (performance.now() - told < PROGRESS_EVERY_MS) return;
        told = performance.now();
        for (const name of names) onChanged(name);
      },
      isClosed: () => this.#closed,
    });
    const result = this.#run(names, rebuild);
    for (const name of names) this.#rebuilds.set(name, { rebuild, result, isNeeded });
    return result;
  }

  async #run(names: readonly string[], rebuild: Rebuild): Promise<RebuildResult> {
    try {
      const result = await rebuild.run();
      for (const name of names) this.#ended(name);
      if (!this.#closed) this.#options.onRebuilt();
      return result;
    } catch (error) {
      for (const name of names) this.#ended(name);
      throw rebuildFailure(names.join(', '), error);
    }
  }

  #ended(view: string): void {
    this.#rebuilds.delete(view);
    if (this.#closed) return;
    this.#options.projector.resume(view);
    this.#options.onChanged(view);
  }

  #known(view: string): StoredViewStatus {
    const found = this.#options.views.status().find((candidate) => candidate.view === view);
    if (found !== undefined) return found;
    const names = this.#options.views.names.join(', ');
    throw failure(
      'wrong-use',
      'view-unknown',
      `There is no view ${JSON.stringify(view)}. There are: ${names}.`,
    );
  }

  #one(view: string): ViewStatus {
    return this.#statusOf(this.#known(view));
  }

  #statusOf(stored: StoredViewStatus): ViewStatus {
    const head = this.#options.log.head();
    const running = this.#rebuilds.get(stored.view);
    const rebuild =
      running === undefined ? null : { ...running.rebuild.progress(), needed: running.isNeeded };
    const { view, title, position, error } = stored;
    const skipped = [...stored.skipped];
    return {
      view,
      title,
      state: this.#stateOf(stored, head),
      position,
      head,
      rows: null,
      error,
      skipped,
      rebuild,
    };
  }

  #stateOf(stored: StoredViewStatus, head: number): ViewStatus['state'] {
    if (this.#rebuilds.has(stored.view)) return 'rebuilding';
    if (stored.error !== null) return 'stopped';
    return stored.position >= head ? 'current' : 'catching-up';
  }
}
