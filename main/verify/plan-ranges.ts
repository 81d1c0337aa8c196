import type { ReadableDb } from '../store/sqlite/open-database.ts';

export interface StreamRange {
  readonly first: number;
  readonly last: number;
}

/** What one pass over the log may hold in memory: folded persons grow with their events. */
const MAX_EVENTS = 300_000;
const MAX_STREAMS = 30_000;

/** Ranges of stream keys that cover all keys there can be; each is folded in a pass of its own. */
export function planRanges(db: ReadableDb, maxEvents = MAX_EVENTS, maxStreams = MAX_STREAMS): StreamRange[] {
  const streams = db.prepare<[], [number, number]>('SELECT id, version FROM streams ORDER BY id').raw();
  const ends: number[] = [];
  let events = 0;
  let count = 0;
  for (const [id, version] of streams.iterate()) {
    if (count > 0 && (events + version > maxEvents || count >= maxStreams)) {
      ends.push(id - 1);
      events = 0;
      count = 0;
    }
    events += version;
    count += 1;
  }
  const firsts = [Number.MIN_SAFE_INTEGER, ...ends.map((end) => end + 1)];
  return firsts.map((first, index) => ({ first, last: ends[index] ?? Number.MAX_SAFE_INTEGER }));
}
