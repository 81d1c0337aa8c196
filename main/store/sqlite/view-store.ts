import type {
  ShadowView,
  SkippedPosition,
  StoredViewStatus,
  ViewInput,
  ViewStore,
} from '../../../domain/ports/view-store.ts';
import { type CrashHook, noCrash } from '../crash-points.ts';
import type { WritableDb } from './open-database.ts';
import { isPassing, translating } from './sqlite-errors.ts';
import { createShadow, personIn } from './shadow-view.ts';
import { CLEAR_ERROR, codeOf, failureIn, type ViewRow } from './view-rows.ts';
import { dropGeneration } from './view-tables.ts';
import type { PersonView, PutPerson } from './views/view.ts';

/** One view in the generation that is in use. */
interface LiveView {
  readonly view: PersonView;
  generation: number;
  put: PutPerson;
  writes: number;
  /** Under way. */
  tidy: (() => boolean) | null;
}

/** Writes after which a view is tidied: fewer cannot be felt. */
const TIDY_AFTER = 10_000;

class SqliteViewStore implements ViewStore {
  readonly #db: WritableDb;
  readonly #file: string;
  readonly #crashPoint: CrashHook;
  readonly #live = new Map<string, LiveView>();

  constructor(db: WritableDb, file: string, views: readonly PersonView[], crashPoint: CrashHook) {
    this.#db = db;
    this.#file = file;
    this.#crashPoint = crashPoint;
    for (const view of views) this.#live.set(view.name, this.#open(view));
  }

  get names(): readonly string[] {
    return [...this.#live.keys()];
  }

  status = (): readonly StoredViewStatus[] =>
    translating(this.#file, () => [...this.#live.values()].map((live) => this.#statusOf(live)));

  rows = (name: string): number => {
    const { view, generation } = this.#view(name);
    const sql = `SELECT count(*) FROM ${view.tables[0]}_${generation}`;
    return translating(this.#file, () => Number(this.#db.prepare(sql).pluck().get()));
  };

  apply = (views: readonly string[], inputs: readonly ViewInput[], position: number): readonly string[] =>
    translating(this.#file, () => {
      const failed: string[] = [];
      this.#db
        .transaction(() => {
          for (const name of views) {
            if (!this.#applyOne(this.#view(name), inputs, position)) failed.push(name);
          }
          this.#crashPoint('before-view-commit');
        })
        .immediate();
      this.#crashPoint('after-view-commit');
      return failed;
    });

  clearError = (view: string): void => {
    translating(this.#file, () => this.#db.prepare(CLEAR_ERROR).run(view));
    this.#crashPoint('after-error-cleared');
  };

  skip = (view: string, skipped: SkippedPosition): void => {
    translating(this.#file, () =>
      this.#db
        .transaction(() => {
          this.clearError(view);
          this.#db.prepare('UPDATE views SET position = ? WHERE name = ?').run(skipped.position, view);
          this.#db
            .prepare('INSERT OR REPLACE INTO skipped(view, position, at, actor) VALUES(?, ?, ?, ?)')
            .run(view, skipped.position, skipped.at, skipped.actor);
          this.#crashPoint('before-skip-commit');
        })
        .immediate(),
    );
    this.#crashPoint('after-skip-commit');
  };

  shadow = (name: string): ShadowView => {
    const live = this.#view(name);
    const { view } = live;
    const generation = live.generation + 1;
    return createShadow({
      db: this.#db,
      file: this.#file,
      view,
      generation,
      crashPoint: this.#crashPoint,
      checkpoint: (position) => this.#checkpoint(name, generation, position),
      swapped: () => {
        dropGeneration(this.#db, view, live.generation);
        this.#crashPoint('after-former-dropped');
        Object.assign(live, this.#open(view));
      },
    });
  };

  tidy = (): boolean =>
    translating(this.#file, () => {
      const live = [...this.#live.values()].find(({ view, writes }) => view.tidy && writes >= TIDY_AFTER);
      if (live === undefined) return false;
      live.tidy ??= live.view.tidy?.(this.#db, live.generation) ?? null;
      const isUntidy = live.tidy?.() === true;
      this.#crashPoint('after-tidy-step');
      if (!isUntidy) this.#tidied(live);
      return true;
    });

  #tidied(live: LiveView): void {
    live.tidy = null;
    live.writes = 0;
    this.#db.prepare('UPDATE views SET writes = 0 WHERE name = ?').run(live.view.name);
    this.#crashPoint('after-tidied');
  }

  #open(view: PersonView): LiveView {
    const { generation, writes } = this.#row(view.name);
    return { view, generation, put: view.prepare(this.#db, generation, false), writes, tidy: null };
  }

  #view(name: string): LiveView {
    const live = this.#live.get(name);
    if (live === undefined) throw new Error(`There is no view ${name}`);
    return live;
  }

  #row(name: string): ViewRow {
    const row = this.#db.prepare<[string], ViewRow>('SELECT * FROM views WHERE name = ?').get(name);
    if (row === undefined) throw new Error(`The view ${name} has no checkpoint`);
    return row;
  }

  #statusOf({ view }: LiveView): StoredViewStatus {
    const row = this.#row(view.name);
    return {
      view: view.name,
      title: view.title,
      position: row.position,
      error: failureIn(row),
      skipped: this.#db
        .prepare<[string], SkippedPosition>(
          'SELECT position, at, actor FROM skipped WHERE view = ? ORDER BY position',
        )
        .all(view.name),
    };
  }

  #checkpoint(name: string, generation: number, position: number): void {
    this.#db
      .prepare(
        `UPDATE views SET generation = ?, position = ?, writes = 0, error_code = NULL, error_message = NULL,
         error_position = NULL WHERE name = ?`,
      )
      .run(generation, position, name);
    this.#db.prepare('DELETE FROM skipped WHERE view = ?').run(name);
  }

  /** True where the view took all inputs; otherwise it is stopped at the one it failed on. */
  #applyOne(live: LiveView, inputs: readonly ViewInput[], position: number): boolean {
    try {
      this.#db.transaction(() => {
        for (const input of inputs) this.#put(live, input);
        this.#moved(live, position, inputs.length);
      })();
      return true;
    } catch (error) {
      if (!this.#db.inTransaction || isPassing(error)) throw error;
      return this.#applySingly(live, inputs, position);
    }
  }

  #put(live: LiveView, input: ViewInput): void {
    const person = personIn(input);
    if (person !== null) live.put(input.streamKey, person);
  }

  /** One input at a time in the order of the log, to find the one that fails and stop there. */
  #applySingly(live: LiveView, inputs: readonly ViewInput[], position: number): boolean {
    for (const input of inputs.toSorted((a, b) => a.position - b.position)) {
      try {
        this.#db.transaction(() => this.#put(live, input))();
      } catch (error) {
        this.#stop(live, input, error);
        return false;
      }
    }
    // It failed once and not again: nothing is wrong with the view.
    this.#moved(live, position, inputs.length);
    return true;
  }

  #moved(live: LiveView, position: number, writes: number): void {
    live.writes += writes;
    this.#db
      .prepare('UPDATE views SET position = ?, writes = ? WHERE name = ?')
      .run(position, live.writes, live.view.name);
  }

  #stop({ view }: LiveView, { position }: ViewInput, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#db
      .prepare(
        'UPDATE views SET position = ?, error_code = ?, error_message = ?, error_position = ? WHERE name = ?',
      )
      .run(position - 1, codeOf(error), message, position, view.name);
  }
}

/** The writer's side of the views. The tables must be there: `prepareViewTables`. */
export function createViewStore(
  db: WritableDb,
  file: string,
  views: readonly PersonView[],
  crashPoint: CrashHook = noCrash,
): ViewStore {
  return new SqliteViewStore(db, file, views, crashPoint);
}
