import type { z } from 'zod';
import type { ProcedureOutput, procedures } from '../../../../domain/contract/procedures.ts';
import { streamIdOf } from '../../../../domain/kernel/ids.ts';
import type { Registry } from '../../../../domain/kernel/registry.ts';
import type { StreamHead } from '../../../../domain/ports/event-log.ts';
import { type Columns, COLUMNS, headOf, JOINS, toRow } from './event-rows.ts';
import { missing } from './person-detail.ts';
import type { QueryContext } from './query-context.ts';
import { supersededEvents } from './superseded-events.ts';

export type TimelineInput = z.output<(typeof procedures)['persons.timeline']['input']>;

/** A stream backwards from its head, or from a position handed out before, along `previous`. */
function chainPage(
  context: QueryContext,
  head: StreamHead,
  before: number | undefined,
  limit: number,
): Columns[] {
  const sql = `WITH RECURSIVE chain(position, previous, n) AS (
      SELECT position, previous, 1 FROM events WHERE position = ?
      UNION ALL SELECT e.position, e.previous, chain.n + 1 FROM chain JOIN events e ON e.position = chain.previous
      WHERE chain.n < ?)
    SELECT ${COLUMNS} FROM chain JOIN events e ON e.position = chain.position ${JOINS} ORDER BY e.version DESC`;
  return context.statement<Columns>('log', sql).all(before ?? head.position, limit);
}

function previousOf(context: QueryContext, position: number): number | null {
  const sql = 'SELECT previous FROM events WHERE position = ?';
  const row = context.statement<{ previous: number }>('log', sql).get(position);
  return row === undefined || row.previous === 0 ? null : row.previous;
}

/**
 * What happened to a person, newest first. `next` is the position of the event that the following page begins with; what was
 * superseded belongs to the page of the events between which it was made.
 */
export function timeline(
  context: QueryContext,
  registry: Registry,
  input: TimelineInput,
): ProcedureOutput<'persons.timeline'> {
  const { personId, before, limit } = input;
  const streamId = streamIdOf('person', personId);
  const head = context.events.streamHead(streamId);
  if (head === null) throw missing(personId);
  const rows = chainPage(context, head, before, limit).filter((row) => row.streamId === streamId);
  const oldest = rows.at(-1);
  const next = oldest === undefined ? null : previousOf(context, oldest.position);
  const between = { low: next ?? 0, high: before ?? Number.MAX_SAFE_INTEGER };
  return {
    rows: rows.map((row) => toRow(registry, row, context.log.name)),
    next,
    head: headOf(context),
    superseded: supersededEvents(context, registry, head, between),
  };
}
