/**
 * Messages of the former system on `person.events.>`. Three forms of envelope were on the wire:
 * - `{aggregate_id, sequence, event: {PersonCreated: {…}}, timestamp, correlation_id, causation_id}` (version 1)
 * - `{event_id, aggregate_id, sequence, event: {event_type: "Created", data: {…}}, stream_position}` (version 2)
 * - `{event_type: "PersonCreated", version: "2.0", data: {…}, metadata: {…}}` (any version, also as `2` or `"v2.0"`)
 */
import type { StoredEvent } from '../../kernel/event.ts';
import { streamIdOf } from '../../kernel/ids.ts';
import { isJsonObject, type JsonObject } from '../fields/json.ts';
import { personUpcasters } from '../upcasters.ts';
import { derivedId } from '../../kernel/derived-id.ts';
import { readLegacyEvent } from './legacy-event.ts';
import { asText, idOf, instantOf, textOf } from './legacy-json.ts';

/** Where the event comes to stand on this log. */
export interface Place {
  /** 1-based, per stream. */
  readonly version: number;
  readonly origin: string;
}

interface Opened {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
}

/**
 * The event of a message as it is stored, in the version it was written in; null where the message is in none of
 * the forms. The same message gives the same event, event id included.
 */
export function fromLegacyEnvelope(message: unknown, place: Place): StoredEvent | null {
  if (!isJsonObject(message)) return null;
  const opened = open(message);
  if (opened === null) return null;
  const personId = personIdOf(message, opened.data);
  if (personId === undefined) return null;
  const eventId = idOf(message['event_id']) ?? eventIdOf(message, opened, personId);
  return readTimes(message, {
    streamId: streamIdOf('person', personId),
    version: place.version,
    ...opened,
    metadata: {
      eventId,
      correlationId: idOf(message['correlation_id']) ?? eventId,
      causationId: idOf(message['causation_id']) ?? null,
      timestamp: '',
      actor: null,
      origin: place.origin,
      // Several events of one command came as several messages: the command's own id would make them one.
      commandId: eventId,
    },
  });
}

function open(message: JsonObject): Opened | null {
  const event = isJsonObject(message['event']) ? message['event'] : message;
  return openTyped(message, event) ?? (event === message ? null : openTagged(event));
}

function openTyped(message: JsonObject, event: JsonObject): Opened | null {
  const type = textOf(event['event_type']);
  if (type === undefined || !isJsonObject(event['data'])) return null;
  return {
    type,
    schemaVersion: majorOf(message['version']) ?? usualVersion(type),
    data: withMetadata(message, event['data']),
  };
}

function openTagged(event: JsonObject): Opened | null {
  const [entry, ...more] = Object.entries(event);
  if (entry === undefined || more.length > 0 || !isJsonObject(entry[1])) return null;
  return { type: entry[0], schemaVersion: 1, data: entry[1] };
}

function majorOf(version: unknown): number | undefined {
  const text = typeof version === 'number' ? String(version) : textOf(version);
  const major = /^v?(\d{1,9})(?!\d)/i.exec(text ?? '')?.[1];
  return major === undefined ? undefined : Number(major);
}

/** Of messages that do not say it: the second, or whichever the type was ever written in. */
function usualVersion(type: string): number {
  return [2, 1, 3].find((version) => Object.hasOwn(personUpcasters, `${type}@${version}`)) ?? 2;
}

/** The third form carried the metadata beside the data. */
function withMetadata(message: JsonObject, data: JsonObject): JsonObject {
  const { metadata } = message;
  return isJsonObject(metadata) && data['metadata'] === undefined ? { ...data, metadata } : data;
}

function personIdOf(message: JsonObject, data: JsonObject): string | undefined {
  return idOf(message['aggregate_id']) ?? idOf(data['person_id']) ?? idOf(data['source_person_id']);
}

/** Version 1 had no event ids; it drew a correlation id for each event, which tells equal ones apart. */
function eventIdOf(message: JsonObject, opened: Opened, personId: string): string {
  const { sequence, correlation_id, timestamp } = message;
  const told = [personId, sequence, opened.type, correlation_id, timestamp, opened.data].map((part) =>
    asText(part),
  );
  return derivedId('legacy-event', ...told);
}

/** The event's own time comes first: envelopes were stamped again when they were stored again. */
function readTimes(message: JsonObject, event: StoredEvent): StoredEvent | null {
  const own = readLegacyEvent(event)?.event.metadata.timestamp;
  const timestamp = instantOf(own) ?? instantOf(message['timestamp']);
  return timestamp === undefined ? null : { ...event, metadata: { ...event.metadata, timestamp } };
}
