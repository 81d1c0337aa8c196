import type { ProcedureOutput } from '../../../../domain/contract/procedures.ts';
import type { Registry } from '../../../../domain/kernel/registry.ts';
import { type EventFilter, filterOf, type LogPageInput } from './event-filter.ts';
import { headOf, rowsAt } from './event-rows.ts';
import { type Found, scanEvents, type Search } from './event-scan.ts';
import type { QueryContext } from './query-context.ts';
import { recordedAtOf } from './recorded-times.ts';
import { walkStream } from './stream-walk.ts';

function find(
  context: QueryContext,
  filter: EventFilter,
  streamId: string | undefined,
  search: Search,
): Found | null {
  if (streamId === undefined) return scanEvents(context, filter, search);
  const stream = context.events.streamHead(streamId);
  return stream === null ? null : walkStream(context, filter, stream, search);
}

/**
 * A page of the log, filtered or whole: upwards from `after` (as far as `before`, where that is given too), or downwards
 * from `before` (from the end, where neither is given). It looks at a limited number of events: a page that is not full
 * says in `next` where to go on, and in `reached` how far it came.
 */
export function logPage(
  context: QueryContext,
  registry: Registry,
  input: LogPageInput,
): ProcedureOutput<'log.page'> {
  const { streamId, causationId, limit, scan } = input;
  const head = headOf(context);
  const search: Search = { upwards: input.after !== undefined, limit, scan, head };
  const causationIds = causationId === undefined ? {} : { causationIds: [causationId] };
  const filter = filterOf(context, { ...input, ...causationIds });
  const nothing: Found = { positions: [], next: null, reached: search.upwards ? head : 1 };
  const found = (filter === null ? null : find(context, filter, streamId, search)) ?? nothing;
  return {
    rows: [...rowsAt(context, registry, found.positions)],
    next: found.next,
    head,
    reached: found.reached,
    reachedAt: recordedAtOf(context, found.reached),
  };
}
