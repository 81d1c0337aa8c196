/** An event of the former system as it comes to stand on the log: in the version in which it was written. */
import { z } from 'zod';
import { derivedId } from '../kernel/derived-id.ts';
import type { StoredEvent } from '../kernel/event.ts';
import { idOf, uuidSchema } from '../kernel/ids.ts';
import { jsonObject } from '../person/fields/json.ts';
import { fromLegacyEnvelope } from '../person/upcasters/envelope.ts';
import { readLegacyEvent } from '../person/upcasters/legacy-event.ts';
import { registry } from '../registry.ts';
import { parsedJson } from './parsed-json.ts';

/** What is known of it, ready to be appended. */
export interface FormerEvent {
  /** Follows from the message alone: the same event under the same id, whoever reads it and however often. */
  readonly commandId: string;
  readonly streamId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** JSON text. */
  readonly data: string;
  readonly timestamp: string;
  readonly actor: string | null;
  readonly correlationId: string;
  readonly causationId: string | null;
}

/** Why a message was not taken: a code, and what exactly is wrong. */
export interface NotTaken {
  readonly ok: false;
  readonly reason: 'legacy-unreadable' | 'legacy-unknown' | 'legacy-too-large' | 'legacy-refused';
  readonly detail: string;
}

export type ReadEvent = { readonly ok: true; readonly event: FormerEvent } | NotTaken;

/** A commit must fit into a message with what is around it, however many bytes a character takes. */
const MAX_TEXT = 120 * 1024;
const MAX_TYPE = 300;
const MAX_ACTOR = 300;

const timestampSchema = z.iso.datetime({ precision: 3 });
const dataSchema = jsonObject();

export function notTaken(reason: NotTaken['reason'], detail: string): NotTaken {
  return { ok: false, reason, detail };
}

/** Never throws, whatever the text is. */
export function readEvent(text: string): ReadEvent {
  if (text.length > MAX_TEXT) return notTaken('legacy-too-large', 'It is larger than what can be shared');
  try {
    return read(parsedJson(text));
  } catch {
    return notTaken('legacy-unreadable', 'It is nested too deeply');
  }
}

function read(message: unknown): ReadEvent {
  const stored = fromLegacyEnvelope(message, { version: 1, origin: '' });
  if (stored === null) {
    return notTaken('legacy-unreadable', 'It is in none of the forms that the former system wrote');
  }
  const fault = faultIn(stored);
  if (fault !== null) return notTaken('legacy-unreadable', fault);
  if (!registry.upcast(stored).known) {
    const what = `${stored.type.slice(0, 100)} of version ${stored.schemaVersion}`;
    return notTaken('legacy-unknown', `${what} is not known here, or lacks what it must have`);
  }
  return { ok: true, event: { ...identified(stored), data: JSON.stringify(stored.data) } };
}

function faultIn({ streamId, type, data, metadata }: StoredEvent): string | null {
  if (!uuidSchema.safeParse(idOf(streamId)).success) return 'aggregate_id: Must be a UUID';
  if (type.length > MAX_TYPE) return 'event: The name of its type is too long';
  if (!timestampSchema.safeParse(metadata.timestamp).success)
    return 'timestamp: Is not within four digits of years';
  const checked = dataSchema.safeParse(data);
  return checked.success ? null : `event: ${checked.error.issues[0]?.message ?? 'Must be plain JSON data'}`;
}

/** Ids of the former system were free texts: those that are no UUIDs become some that follow from them. */
function identified(stored: StoredEvent): Omit<FormerEvent, 'data'> {
  const { streamId, type, schemaVersion } = stored;
  const metadata = readLegacyEvent(stored)?.event.metadata ?? stored.metadata;
  return {
    commandId: uuidFor('legacy-event', stored.metadata.eventId),
    streamId,
    type,
    schemaVersion,
    timestamp: stored.metadata.timestamp,
    actor: metadata.actor?.slice(0, MAX_ACTOR) ?? null,
    correlationId: uuidFor('legacy-correlation', metadata.correlationId),
    causationId: metadata.causationId === null ? null : uuidFor('legacy-cause', metadata.causationId),
  };
}

/** The id itself where it is one, otherwise one that follows from it. */
export function uuidFor(kind: string, id: string): string {
  return uuidSchema.safeParse(id).data ?? derivedId(kind, id);
}
