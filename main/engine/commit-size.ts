import type { CommitDraft } from '../../domain/ports/event-log.ts';

/** A commit above this would never leave for the installation: NATS takes 1 MiB, headers and encoding included. */
export const MAX_COMMIT_BYTES = 512 * 1024;

/** What a message says once: its own fields and headers. */
const COMMIT_BYTES = 1024;

const UUID = '00000000-0000-0000-0000-000000000000';
const TIME = '2000-01-01T00:00:00.000Z';

/** An event without its data and texts, as `export` writes it, with every field as long as it can be. */
const ENVELOPE_BYTES = JSON.stringify({
  position: Number.MAX_SAFE_INTEGER,
  streamId: '',
  version: Number.MAX_SAFE_INTEGER,
  type: '',
  schemaVersion: 1000,
  eventId: UUID,
  commitId: UUID,
  commandId: UUID,
  predecessor: UUID,
  origin: UUID,
  status: 'superseded',
  actor: '',
  timestamp: TIME,
  recordedAt: TIME,
  superseded: false,
  redacted: false,
  correlationId: UUID,
  causationId: UUID,
  traceparent: '',
  data: null,
}).length;

type Sized = Pick<CommitDraft, 'streamId' | 'events'> & {
  readonly actor: string;
  readonly traceparent?: string | undefined;
};

/** In JSON and UTF-8 a character takes six bytes at most, in JSON text that is written already three. */
function mostBytes({ streamId, actor, traceparent = '', events }: Sized): number {
  const shared = ENVELOPE_BYTES + 6 * (streamId.length + actor.length + traceparent.length);
  return events.reduce(
    (sum, { type, data }) => sum + shared + 6 * type.length + 3 * data.length,
    COMMIT_BYTES,
  );
}

function bytesIn(text: string): number {
  return Buffer.byteLength(JSON.stringify(text));
}

function exactBytes({ streamId, actor, traceparent = '', events }: Sized): number {
  const shared = ENVELOPE_BYTES + bytesIn(streamId) + bytesIn(actor) + bytesIn(traceparent);
  return events.reduce(
    (sum, { type, data }) => sum + shared + type.length + Buffer.byteLength(data),
    COMMIT_BYTES,
  );
}

/**
 * Bytes that a commit takes where it is sent, envelopes and all. Commands are many and mostly small: only what comes
 * near the limit is counted character by character.
 */
export function commitBytes(commit: Sized): number {
  const most = mostBytes(commit);
  return most <= MAX_COMMIT_BYTES ? most : exactBytes(commit);
}
