import { damaged } from '../sqlite-errors.ts';
import type { QueryContext } from './query-context.ts';

interface Commit {
  readonly number: number;
  readonly first: number;
  readonly recordedAt: number;
}

/** The commit of a number, or the next that there is. */
function commitReader(context: QueryContext): (number: number) => Commit {
  const sql = `SELECT number, first_event AS first, recorded_at AS recordedAt FROM commits WHERE number >= ?
    ORDER BY number LIMIT 1`;
  const read = context.statement<Commit>('log', sql);
  return (number) => {
    const commit = read.get(number);
    if (commit === undefined) throw damaged(context.log.name, `there is no commit from number ${number} on`);
    return commit;
  };
}

/**
 * The first position whose event was recorded at the time or later; null where all are older.
 *
 * The time is `recordedAt`, when this log took the event in, and not the event's own `timestamp`: the former never goes
 * back from one commit to the next, so that halving finds it in some twenty steps and no index is needed.
 */
export function positionAt(context: QueryContext, time: number): number | null {
  const last = context.statement<{ number: number | null }>(
    'log',
    'SELECT max(number) AS number FROM commits',
  );
  const commitFrom = commitReader(context);
  let [low, high] = [1, (last.get()?.number ?? 0) + 1];
  let found: Commit | undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const commit = commitFrom(middle);
    if (commit.recordedAt < time) low = commit.number + 1;
    else [high, found] = [middle, commit];
  }
  return found?.first ?? null;
}

/** When the event at a position was recorded. */
export function recordedAtOf(context: QueryContext, position: number): string | null {
  const sql = `SELECT recorded_at AS at FROM commits
    WHERE number = (SELECT commit_number FROM events WHERE position = ?)`;
  const row = context.statement<{ at: number }>('log', sql).get(position);
  return row === undefined ? null : new Date(row.at).toISOString();
}
