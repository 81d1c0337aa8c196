import type { z } from 'zod';
import type { ProcedureOutput, procedures } from '../../../../domain/contract/procedures.ts';
import { failure } from '../../../../domain/contract/errors.ts';
import type { EventRow } from '../../../../domain/contract/views.ts';
import type { EventMetadata } from '../../../../domain/kernel/event.ts';
import { streamIdOf } from '../../../../domain/kernel/ids.ts';
import type { Registry } from '../../../../domain/kernel/registry.ts';
import { parseStored } from '../sqlite-errors.ts';
import { fromBlob } from '../uuid-blob.ts';
import { missing } from './person-detail.ts';
import type { QueryContext } from './query-context.ts';

export type TimelineInput = z.output<(typeof procedures)['persons.timeline']['input']>;
export type LogPageInput = z.output<(typeof procedures)['log.page']['input']>;

interface Columns {
  readonly position: number;
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly eventId: Buffer;
  readonly commitId: Buffer;
  readonly commandId: Buffer;
  readonly actor: string | null;
  readonly timestamp: string;
  readonly recordedAt: number;
  readonly status: number;
  readonly superseded: number;
  readonly redacted: number;
  readonly metadata: string | null;
  readonly data: string | null;
}

const COLUMNS = `e.position, s.name AS streamId, e.version, t.name AS type, e.schema_version AS schemaVersion,
  e.event_id AS eventId, f.event_id AS commitId, c.command_id AS commandId, a.name AS actor, e.timestamp,
  c.recorded_at AS recordedAt, c.status, e.superseded, e.redacted, e.metadata, e.data`;

const JOINS = `JOIN streams s ON s.id = e.stream JOIN names t ON t.id = e.type LEFT JOIN names a ON a.id = e.actor
  JOIN commits c ON c.number = e.commit_number JOIN events f ON f.position = c.first_event`;

const STATUS = ['pending', 'confirmed', 'superseded'] as const;

interface Rest {
  readonly correlationId?: string;
  readonly causationId?: string;
}

/** What an event of an older version means today; not known where it cannot be lifted, or is newer than this program. */
function liftedFrom(
  registry: Registry,
  columns: Columns,
  envelope: EventMetadata,
  file: string,
): Pick<EventRow, 'known' | 'reading'> {
  const { streamId, version, type, schemaVersion } = columns;
  if (registry.events.get(type)?.schemaVersion === schemaVersion) return { known: true, reading: null };
  const data = columns.data === null ? {} : parseStored(columns.data, file);
  const { known, event } = registry.upcast({
    streamId,
    version,
    type,
    schemaVersion,
    data,
    metadata: envelope,
  });
  return { known, reading: known ? { type: event.type, data: JSON.stringify(event.data) } : null };
}

function statusOf({ superseded, status }: Columns): EventRow['status'] {
  return superseded === 1 ? 'superseded' : (STATUS[status] ?? 'pending');
}

/** The row as the contract has it; `data` stays text. */
function toRow(registry: Registry, columns: Columns, file: string): EventRow {
  const commandId = fromBlob(columns.commandId);
  const rest = (columns.metadata === null ? {} : parseStored(columns.metadata, file)) as Rest;
  const { actor, timestamp } = columns;
  const ids = { eventId: fromBlob(columns.eventId), commandId, origin: '' };
  const causes = { correlationId: rest.correlationId ?? commandId, causationId: rest.causationId ?? null };
  return {
    position: columns.position,
    streamId: columns.streamId,
    version: columns.version,
    type: columns.type,
    schemaVersion: columns.schemaVersion,
    ...liftedFrom(registry, columns, { ...ids, ...causes, actor, timestamp }, file),
    eventId: ids.eventId,
    commitId: fromBlob(columns.commitId),
    commandId,
    ...causes,
    actor,
    timestamp,
    recordedAt: new Date(columns.recordedAt).toISOString(),
    status: statusOf(columns),
    redacted: columns.redacted === 1,
    data: columns.data ?? '{}',
  };
}

function headOf(context: QueryContext): number {
  return (
    context.statement<{ head: number | null }>('log', 'SELECT max(position) AS head FROM events').get()
      ?.head ?? 0
  );
}

/** A stream backwards from its head, or from a position handed out before, along `previous`. */
function chainPage(
  context: QueryContext,
  streamId: string,
  before: number | undefined,
  limit: number,
): Columns[] {
  const head = context.events.streamHead(streamId);
  if (head === null) return [];
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

/** What happened to a stream, newest first. `next` is the position of the event that the following page begins with. */
export function streamPage(
  context: QueryContext,
  registry: Registry,
  streamId: string,
  page: { readonly before?: number | undefined; readonly limit: number },
): ProcedureOutput<'persons.timeline'> {
  const rows = chainPage(context, streamId, page.before, page.limit).filter(
    (row) => row.streamId === streamId,
  );
  const oldest = rows.at(-1);
  return {
    rows: rows.map((row) => toRow(registry, row, context.log.name)),
    next: oldest === undefined ? null : previousOf(context, oldest.position),
    head: headOf(context),
  };
}

export function timeline(context: QueryContext, registry: Registry, input: TimelineInput) {
  const { personId, before, limit } = input;
  const streamId = streamIdOf('person', personId);
  if (context.events.streamHead(streamId) === null) throw missing(personId);
  return streamPage(context, registry, streamId, { before, limit });
}

/** Events know the one before them in their stream, and not the one behind. */
function refuseUpwards(after: number | undefined): void {
  if (after === undefined) return;
  const message = 'A stream is read from its newest event back: leave `after` out, or leave `streamId` out.';
  throw failure('wrong-use', 'input-invalid', message);
}

/**
 * A page of the whole log: upwards from `after` (as far as `before`, where that is given too), or downwards from
 * `before` (from the end, where neither is given).
 */
export function logPage(
  context: QueryContext,
  registry: Registry,
  input: LogPageInput,
): ProcedureOutput<'log.page'> {
  const { after, before, limit, streamId } = input;
  if (streamId !== undefined) {
    refuseUpwards(after);
    return streamPage(context, registry, streamId, { before, limit });
  }
  const sql = `SELECT ${COLUMNS} FROM events e ${JOINS} WHERE e.position > ? AND e.position < ?
    ORDER BY e.position ${after === undefined ? 'DESC' : 'ASC'} LIMIT ?`;
  const rows = context
    .statement<Columns>('log', sql)
    .all(after ?? 0, before ?? Number.MAX_SAFE_INTEGER, limit);
  const last = rows.at(-1);
  const next = rows.length < limit || last === undefined ? null : last.position;
  return { rows: rows.map((row) => toRow(registry, row, context.log.name)), next, head: headOf(context) };
}
