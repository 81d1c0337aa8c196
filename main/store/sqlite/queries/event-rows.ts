import type { EventRow, LogRow } from '../../../../domain/contract/views.ts';
import type { EventMetadata } from '../../../../domain/kernel/event.ts';
import { idOf } from '../../../../domain/kernel/ids.ts';
import type { Registry } from '../../../../domain/kernel/registry.ts';
import { parseStored } from '../sqlite-errors.ts';
import { fromBlob } from '../uuid-blob.ts';
import type { QueryContext } from './query-context.ts';
import { COMMIT_STATUS } from '../commit-status.ts';

export interface Columns {
  readonly position: number;
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly eventId: Buffer;
  readonly commitId: Buffer;
  readonly commandId: Buffer;
  readonly actor: string | null;
  readonly origin: string;
  readonly timestamp: string;
  readonly recordedAt: number;
  readonly status: number;
  readonly superseded: number;
  readonly redacted: number;
  readonly metadata: string | null;
  readonly data: string | null;
}

export const COLUMNS = `e.position, s.name AS streamId, e.version, t.name AS type, e.schema_version AS schemaVersion,
  e.event_id AS eventId, f.event_id AS commitId, c.command_id AS commandId, a.name AS actor, o.name AS origin,
  e.timestamp, c.recorded_at AS recordedAt, c.status, e.superseded, e.redacted, e.metadata, e.data`;

export const JOINS = `JOIN streams s ON s.id = e.stream JOIN names t ON t.id = e.type LEFT JOIN names a ON a.id = e.actor
  JOIN commits c ON c.number = e.commit_number JOIN events f ON f.position = c.first_event
  JOIN names o ON o.id = c.origin`;

const PERSON = 'person-';

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
  return superseded === 1 ? 'superseded' : (COMMIT_STATUS[status] ?? 'pending');
}

/** The row as the contract has it; `data` stays text. */
export function toRow(registry: Registry, columns: Columns, file: string): EventRow {
  const commandId = fromBlob(columns.commandId);
  const rest = (columns.metadata === null ? {} : parseStored(columns.metadata, file)) as Rest;
  const { actor, timestamp, origin } = columns;
  const ids = { eventId: fromBlob(columns.eventId), commandId };
  const causes = { correlationId: rest.correlationId ?? commandId, causationId: rest.causationId ?? null };
  return {
    position: columns.position,
    streamId: columns.streamId,
    version: columns.version,
    type: columns.type,
    schemaVersion: columns.schemaVersion,
    ...liftedFrom(registry, columns, { ...ids, ...causes, origin, actor, timestamp }, file),
    ...ids,
    commitId: fromBlob(columns.commitId),
    ...causes,
    actor,
    timestamp,
    recordedAt: new Date(columns.recordedAt).toISOString(),
    status: statusOf(columns),
    redacted: columns.redacted === 1,
    data: columns.data ?? '{}',
  };
}

export function headOf(context: QueryContext): number {
  return (
    context.statement<{ head: number | null }>('log', 'SELECT max(position) AS head FROM events').get()
      ?.head ?? 0
  );
}

/** A person's name by their stream; null for other streams, and for whom the views do not know. */
export type NameOf = (streamId: string) => string | null;

export function personNames(context: QueryContext): NameOf {
  const sql = `SELECT display_name AS name FROM ${context.table('summary', 'persons')} WHERE person_id = ?`;
  const find = context.statement<{ name: string }>('views', sql);
  const known = new Map<string, string | null>();
  return (streamId) => {
    if (!streamId.startsWith(PERSON)) return null;
    const name = known.get(streamId) ?? find.get(idOf(streamId))?.name ?? null;
    known.set(streamId, name);
    return name;
  };
}

/**
 * The events at these positions, in this order. Joined in the order written: left to itself, SQLite plans anew for every
 * list that is bound.
 */
export function rowsAt(
  context: QueryContext,
  registry: Registry,
  positions: readonly number[],
): readonly LogRow[] {
  if (positions.length === 0) return [];
  const sql = `SELECT ${COLUMNS} FROM json_each(?) j CROSS JOIN events e ON e.position = j.value
    ${JOINS.replaceAll(/(?<!LEFT )JOIN/g, 'CROSS JOIN')}`;
  const found = context.statement<Columns>('log', sql).all(JSON.stringify(positions));
  const byPosition = new Map(found.map((columns) => [columns.position, columns]));
  const nameOf = personNames(context);
  return positions.flatMap((position) => {
    const columns = byPosition.get(position);
    if (columns === undefined) return [];
    const row = toRow(registry, columns, context.log.name);
    return [{ ...row, origin: columns.origin, personName: nameOf(row.streamId) }];
  });
}
