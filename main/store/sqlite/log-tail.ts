import type { WritableDb } from './open-database.ts';

/** Counters that must agree with the tables: read at the start, and again after anything was rolled back. */
export interface LogTail {
  position: number;
  commit: number;
  stream: number;
  recordedAt: number;
  pending: number;
}

export function readTail(db: WritableDb): LogTail {
  const numberOf = (sql: string): number => Number(db.prepare(sql).pluck().get() ?? 0);
  const last = db.prepare<[], [number, number]>(
    'SELECT number, recorded_at FROM commits ORDER BY number DESC LIMIT 1',
  );
  const [commit, recordedAt] = last.raw().get() ?? [0, 0];
  return {
    position: numberOf('SELECT max(position) FROM events'),
    commit,
    stream: numberOf('SELECT max(id) FROM streams'),
    recordedAt,
    pending: numberOf('SELECT count(*) FROM outbox'),
  };
}

/** Takes the next number. */
export function next(tail: LogTail, counter: 'position' | 'commit' | 'stream'): number {
  tail[counter] += 1;
  return tail[counter];
}
