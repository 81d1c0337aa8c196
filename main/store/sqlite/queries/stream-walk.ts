import type { StreamHead } from '../../../../domain/ports/event-log.ts';
import { damaged } from '../sqlite-errors.ts';
import { budget, type Found, scanEvents, type Search } from './event-scan.ts';
import type { EventFilter } from './event-filter.ts';
import type { QueryContext } from './query-context.ts';

interface Link {
  readonly stream: number;
  readonly previous: number;
  readonly hit: number;
}

type ReadLink = (position: number) => Link | undefined;

function linkReader(context: QueryContext, { sql, parameters }: EventFilter): ReadLink {
  const hit = sql === '' ? '1' : `ifnull((${sql}), 0)`;
  const read = context.statement<Link>(
    'log',
    `SELECT e.stream, e.previous, ${hit} AS hit FROM events e WHERE e.position = ?`,
  );
  return (position) => read.get(...parameters, position);
}

/** The newest event of the stream below `high`, or one above it on the way there. */
function entry(read: ReadLink, head: StreamHead, high: number): number {
  // A page goes on from an event of its own stream: that one knows the next.
  const link = high > head.position ? undefined : read(high);
  return link?.stream === head.key ? link.previous : head.position;
}

/** Back along the stream's own chain: what others do in between costs nothing. */
function walkDown(context: QueryContext, filter: EventFilter, head: StreamHead, search: Search): Found {
  const { low, high } = filter;
  const read = linkReader(context, filter);
  const { spend, left } = budget(search.scan);
  const positions: number[] = [];
  let at = entry(read, head, high);
  let reached = at;
  // The first event is always looked at: each answer gets further.
  for (let may = true; may && at > low; ) {
    const link = read(at);
    if (link === undefined) throw damaged(context.log.name, `no event has the position ${at}`);
    if (at < high && link.hit === 1) positions.push(at);
    reached = at;
    at = link.previous;
    spend(1);
    may = positions.length < search.limit && left() > 0;
  }
  return at > low ? { positions, next: reached, reached } : { positions, next: null, reached: low + 1 };
}

/** Longer streams are looked for in the log as it stands: events know the one before them, not the one behind. */
const MAX_WALK = 5000;

function walkUp(context: QueryContext, filter: EventFilter, head: StreamHead, search: Search): Found {
  const read = linkReader(context, filter);
  const found: number[] = [];
  for (let at = head.position; at > filter.low; ) {
    const link = read(at);
    if (link === undefined) throw damaged(context.log.name, `no event has the position ${at}`);
    if (at < filter.high && link.hit === 1) found.push(at);
    at = link.previous;
  }
  const positions = found.reverse().slice(0, search.limit);
  const next = found.length > positions.length ? (positions.at(-1) ?? null) : null;
  return { positions, next, reached: next ?? search.head };
}

/** The events of one stream that pass the filter. */
export function walkStream(
  context: QueryContext,
  filter: EventFilter,
  head: StreamHead,
  search: Search,
): Found {
  if (!search.upwards) return walkDown(context, filter, head, search);
  if (head.version <= MAX_WALK) return walkUp(context, filter, head, search);
  const sql = ['e.stream = ?', filter.sql].filter(Boolean).join(' AND ');
  const ofStream = { ...filter, sql, parameters: [head.key, ...filter.parameters] };
  return scanEvents(context, ofStream, search);
}
