import { failure } from '../../../../domain/contract/errors.ts';
import type { ProcedureInput, ProcedureOutput } from '../../../../domain/contract/procedures.ts';
import type { EventRow, LogRow } from '../../../../domain/contract/views.ts';
import type { Registry } from '../../../../domain/kernel/registry.ts';
import { commandSpan, type EventFilter, eventSpan, filterOf } from './event-filter.ts';
import { headOf, rowsAt } from './event-rows.ts';
import { scanEvents } from './event-scan.ts';
import type { QueryContext } from './query-context.ts';
import { walkStream } from './stream-walk.ts';

/** Of a commit, of causes and of effects so many are shown; the log filtered by the id shows the rest. */
const MOST = 8;
/** Events behind it that are looked through for what it led to. */
const EFFECTS_SCAN = 10_000;

const EVERY: EventFilter = { low: 0, high: Number.MAX_SAFE_INTEGER, sql: '', parameters: [] };

function between({ low, high }: { readonly low: number; readonly high: number }): readonly number[] {
  return Array.from({ length: Math.min(MOST, high - low - 1) }, (_, index) => low + 1 + index);
}

function causesOf(context: QueryContext, { causationId }: EventRow): readonly number[] {
  if (causationId === null) return [];
  const span = eventSpan(context, causationId) ?? commandSpan(context, causationId);
  return span === undefined || span === null ? [] : between(span);
}

function effectsOf(context: QueryContext, { position, eventId, commandId }: EventRow, head: number) {
  const filter = filterOf(context, { after: position, causationIds: [eventId, commandId] }) ?? EVERY;
  return scanEvents(context, filter, { upwards: true, limit: MOST, scan: EFFECTS_SCAN, head });
}

function neighbour(
  context: QueryContext,
  { streamId, position }: EventRow,
  side: 'previous' | 'following',
  head: number,
): readonly number[] {
  const stream = context.events.streamHead(streamId);
  if (stream === null) return [];
  const upwards = side === 'following';
  const filter = upwards ? { ...EVERY, low: position } : { ...EVERY, high: position };
  return walkStream(context, filter, stream, { upwards, limit: 1, scan: EFFECTS_SCAN, head }).positions;
}

/** One event, and the ways on from it. */
export function logEvent(
  context: QueryContext,
  registry: Registry,
  { position }: ProcedureInput<'log.event'>,
): ProcedureOutput<'log.event'> {
  const at = (positions: readonly number[]): LogRow[] => [...rowsAt(context, registry, positions)];
  const [event] = at([position]);
  if (event === undefined) {
    const message = `There is no event at position ${position}. The event log shows which there are.`;
    throw failure('rejected', 'event-missing', message, { position });
  }
  const head = headOf(context);
  const commit = commandSpan(context, event.commandId);
  const effects = effectsOf(context, event, head);
  const others = commit === undefined || commit === null ? [] : between(commit);
  return {
    event,
    previous: at(neighbour(context, event, 'previous', head))[0] ?? null,
    following: at(neighbour(context, event, 'following', head))[0] ?? null,
    streamVersion: context.events.streamHead(event.streamId)?.version ?? event.version,
    commit: at(others.filter((other) => other !== position)),
    causes: at(causesOf(context, event)),
    effects: at(effects.positions),
    searchedTo: effects.reached,
    head,
  };
}
