import type { EventFilter } from './event-filter.ts';
import type { QueryContext } from './query-context.ts';

/** Positions in the order looked for; `next` is where to go on from, null at the end. */
export interface Found {
  readonly positions: readonly number[];
  readonly next: number | null;
  /** Looked at last. */
  readonly reached: number;
}

export interface Search {
  readonly upwards: boolean;
  readonly limit: number;
  /** Events to look at, at most. */
  readonly scan: number;
  readonly head: number;
}

/** Rows per statement: short enough that the clock is looked at often. */
const CHUNK = 2000;
/** Other questions wait meanwhile: an answer that takes longer ends early, and says how far it came. */
const BUDGET_MS = 25;

/** Says whether an answer may go on: so many events at most, and so many milliseconds. */
export function budget(scan: number): {
  readonly spend: (events: number) => void;
  readonly left: () => number;
} {
  const started = performance.now();
  let left = scan;
  return {
    spend: (events) => {
      left -= events;
    },
    left: () => (performance.now() - started > BUDGET_MS ? 0 : left),
  };
}

interface Range {
  readonly first: number;
  readonly last: number;
}

function chunkOf({ first, last }: Range, upwards: boolean, size: number): Range {
  return upwards
    ? { first, last: Math.min(last, first + size - 1) }
    : { first: Math.max(first, last - size + 1), last };
}

function rest({ first, last }: Range, upwards: boolean, done: Range): Range {
  return upwards ? { first: done.last + 1, last } : { first, last: done.first - 1 };
}

/** As many as were asked for: there is more unless the last of them is the last that can be. */
function full(positions: readonly number[], { first, last }: Range, upwards: boolean): Found {
  const reached = positions.at(-1) ?? 0;
  const over = upwards ? reached >= last : reached <= first;
  return { positions, next: over ? null : reached, reached };
}

/** Fewer than were asked for: `left` is what has not been looked at. */
function ended(positions: readonly number[], left: Range, { upwards, head }: Search): Found {
  if (left.first > left.last) return { positions, next: null, reached: upwards ? head : left.first };
  const reached = upwards ? left.first - 1 : left.last + 1;
  return { positions, next: reached, reached };
}

/** Looks through the log from one end of the filter's span, in its own order: by position, without an index. */
export function scanEvents(context: QueryContext, filter: EventFilter, search: Search): Found {
  const { upwards, limit, scan, head } = search;
  const sql = `SELECT e.position FROM events e WHERE e.position BETWEEN ? AND ?
    ${filter.sql === '' ? '' : `AND ${filter.sql}`} ORDER BY e.position ${upwards ? 'ASC' : 'DESC'} LIMIT ?`;
  const look = context.statement<{ position: number }>('log', sql);
  const { spend, left } = budget(scan);
  const whole: Range = { first: filter.low + 1, last: Math.min(filter.high - 1, head) };
  const positions: number[] = [];
  let range = whole;
  // The first chunk is always looked at: however slow the disk, each answer gets further.
  for (let size = Math.min(CHUNK, scan); size > 0 && range.first <= range.last; ) {
    const chunk = chunkOf(range, upwards, size);
    const rows = look.all(chunk.first, chunk.last, ...filter.parameters, limit - positions.length);
    positions.push(...rows.map(({ position }) => position));
    if (positions.length >= limit) return full(positions, whole, upwards);
    range = rest(range, upwards, chunk);
    spend(size);
    size = Math.min(CHUNK, left());
  }
  return ended(positions, range, search);
}
