import type { QueryContext } from './query-context.ts';

interface Commit {
  readonly number: number;
  readonly first: number;
  readonly recordedAt: number;
}

/**
 * The first position whose event was recorded at the time or later; null where all are older.
 *
 * The time is `recordedAt`, when this log took the event in, and not the event's own `timestamp`: the former never goes
 * back from one commit to the next, so that halving finds it in some twenty steps and no index is needed.
 */
export function positionAt(context: QueryContext, time: number): number | null {
  const at = context.statement<Commit>(
    'log',
    `SELECT number, first_event AS first, recorded_at AS recordedAt FROM commits WHERE number >= ?
    ORDER BY number LIMIT 1`,
  );
  const last = context.statement<{ number: number | null }>(
    'log',
    'SELECT max(number) AS number FROM commits',
  );
  let [low, high] = [1, (last.get()?.number ?? 0) + 1];
  let found: Commit | undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const commit = at.get(middle);
    if (commit === undefined || commit.recordedAt >= time) {
      high = middle;
      found = commit ?? found;
    } else {
      low = commit.number + 1;
    }
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
