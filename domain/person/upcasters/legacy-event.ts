import type { EventMetadata, StoredEvent } from '../../kernel/event.ts';
import { isJsonObject, type JsonObject } from '../fields/json.ts';
import { asText, idOf, instantOf, textOf, without } from './legacy-json.ts';

/** Each old event named the time it happened in its own way. */
const TIME_FIELDS = [
  'timestamp',
  'created_at',
  'updated_at',
  'set_at',
  'recorded_at',
  'registered_at',
  'unregistered_at',
  'deactivated_at',
  'reactivated_at',
  'merged_at',
  'added_at',
  'removed_at',
  'verified_at',
  'ended_at',
  'invalidated_at',
] as const;
const ABOUT_THE_EVENT: ReadonlySet<string> = new Set(['metadata', ...TIME_FIELDS]);

/** An old event whose metadata stands where today's stands; the payload keeps only what happened. */
export interface LegacyEvent {
  readonly event: StoredEvent;
  readonly payload: JsonObject;
}

/** Null where the data is no object. Doing it twice changes nothing. */
export function readLegacyEvent(event: StoredEvent): LegacyEvent | null {
  if (!isJsonObject(event.data)) return null;
  const metadata = metadataOf(event.metadata, event.data);
  return { event: { ...event, metadata }, payload: without(event.data, ABOUT_THE_EVENT) };
}

function metadataOf(known: EventMetadata, data: JsonObject): EventMetadata {
  const inner = isJsonObject(data['metadata']) ? data['metadata'] : {};
  const context = contextOf(known, inner);
  return {
    ...known,
    timestamp: timeOf(inner, data) ?? known.timestamp,
    correlationId: correlationOf(known, inner),
    causationId: idOf(inner['causation_id']) ?? known.causationId,
    actor: textOf(inner['actor']) ?? known.actor,
    ...(context === undefined ? {} : { context }),
  };
}

// Drawn at random on each read, as it once was, it would differ from reader to reader.
function correlationOf(known: EventMetadata, inner: JsonObject): string {
  return idOf(inner['correlation_id']) ?? textOf(known.correlationId) ?? known.eventId;
}

function timeOf(inner: JsonObject, data: JsonObject): string | undefined {
  const times = [...TIME_FIELDS.map((field) => data[field]), inner['timestamp']];
  return times.map(instantOf).find((time) => time !== undefined);
}

function contextOf(known: EventMetadata, inner: JsonObject): EventMetadata['context'] {
  if (!isJsonObject(inner['context'])) return known.context;
  const entries = Object.entries(inner['context']).map(([key, value]) => [key, asText(value)] as const);
  return entries.length === 0 ? known.context : { ...known.context, ...Object.fromEntries(entries) };
}

export function lifted(
  event: StoredEvent,
  type: string,
  schemaVersion: number,
  data: JsonObject,
): StoredEvent {
  return { ...event, type, schemaVersion, data };
}

export type Lift = (legacy: LegacyEvent) => StoredEvent | null;

/** An upcaster that reads the payload with the metadata already in its place. */
export function upcaster(lift: Lift): (event: StoredEvent) => StoredEvent | null {
  return (event) => {
    const legacy = readLegacyEvent(event);
    return legacy === null ? null : lift(legacy);
  };
}
