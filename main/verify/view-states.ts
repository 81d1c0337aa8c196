import type { ReadableDb } from '../store/sqlite/open-database.ts';
import type { Note } from './findings.ts';
import type { Pacer } from './pacer.ts';

/** A view's checkpoint as the views' own database has it. */
export interface ViewState {
  readonly view: string;
  readonly generation: number;
  readonly position: number;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly errorPosition: number | null;
  readonly skipped: ReadonlySet<number>;
}

const SQL = `SELECT name AS view, generation, position, error_code AS errorCode, error_message AS errorMessage,
  error_position AS errorPosition FROM views ORDER BY name`;

export function readStates(db: ReadableDb): ReadonlyMap<string, ViewState> {
  const skipped = db.prepare<[string], number>('SELECT position FROM skipped WHERE view = ?').pluck();
  const rows = db.prepare<[], Omit<ViewState, 'skipped'>>(SQL).all();
  return new Map(rows.map((row) => [row.view, { ...row, skipped: new Set(skipped.all(row.view)) }]));
}

export function isRunning(state: ViewState): boolean {
  return state.errorPosition === null;
}

const WAIT_MS = 20;
const PATIENCE_MS = 2000;

function slowest(db: ReadableDb): number {
  const running = [...readStates(db).values()].filter(isRunning);
  return Math.min(Number.POSITIVE_INFINITY, ...running.map(({ position }) => position));
}

/** Waits until the running views have seen a position, for as long as they get on. */
export async function awaitViews(db: ReadableDb, position: number, pacer: Pacer): Promise<void> {
  let reached = slowest(db);
  for (let idle = 0; reached < position && idle < PATIENCE_MS; idle += WAIT_MS) {
    await pacer.rest(WAIT_MS);
    const now = slowest(db);
    if (now !== reached) idle = 0;
    reached = now;
  }
}

/** Says what can be said of a view without looking at its rows. True where its rows are worth comparing. */
export function checkState(view: string, state: ViewState | undefined, head: number, note: Note): boolean {
  if (state === undefined) {
    note('view-missing', `The view ${view} is not there. Restart the console: it is built from the log.`, {
      view,
    });
    return false;
  }
  if (!isRunning(state)) {
    const message = `The view ${view} stopped at position ${String(state.errorPosition)} (${String(state.errorMessage)}). Retry it, skip the event or rebuild the view.`;
    note('view-stopped', message, { view, position: state.errorPosition, code: state.errorCode });
    return false;
  }
  if (state.position < head) {
    const message = `The view ${view} is at position ${state.position} of ${head} and does not get on. Restart the console, or rebuild the view.`;
    note('view-behind', message, { view, position: state.position, head });
  }
  return true;
}
