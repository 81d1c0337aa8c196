import { z } from 'zod';
import { isHostileKey } from '../person/fields/json.ts';
import { uuidSchema } from '../kernel/ids.ts';

/** Version of the messages that carry commits between consoles. */
export const PROTOCOL_VERSION = 1;

/** Subjects of the log's messages: one a stream. */
export const LOG_SUBJECTS = 'person.log.>';

export function subjectOf(streamId: string): string {
  return `person.log.${streamId}`;
}

/** Null for a subject that is none of the log. */
export function streamOfSubject(subject: string): string | null {
  const prefix = subjectOf('');
  return subject.startsWith(prefix) ? subject.slice(prefix.length) : null;
}

export interface MessageEvent {
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** JSON text, as the origin wrote it. */
  readonly data: string;
}

/** A commit as it travels: everything that all holders agree on, nothing that belongs to one of them. */
export interface CommitMessage {
  readonly commitId: string;
  readonly commandId: string;
  readonly streamId: string;
  /** Id of the commit before it in its stream; null for the first one. */
  readonly predecessor: string | null;
  /** The data folder that made it. */
  readonly origin: string;
  /** ISO 8601 in UTC, of all its events. */
  readonly timestamp: string;
  readonly actor: string | null;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
  /** Tells a repeated command from another one under the same id; hexadecimal. */
  readonly fingerprint: string;
  readonly events: readonly MessageEvent[];
}

export type ReadMessage =
  | { readonly ok: true; readonly commit: CommitMessage }
  /** `newer`: a program that knows a later protocol wrote it. All else can never be read. */
  | { readonly ok: false; readonly newer: boolean; readonly reason: string };

function eventText({ eventId, type, schemaVersion, data }: MessageEvent): string {
  return `{"eventId":"${eventId}","type":${JSON.stringify(type)},"schemaVersion":${schemaVersion},"data":${data}}`;
}

/** The one way to write a commit: the same commit is the same bytes, whoever publishes it and however often. */
export function writeMessage(commit: CommitMessage): string {
  const quoted = (text: string | null) => (text === null ? 'null' : JSON.stringify(text));
  return (
    `{"protocol":${PROTOCOL_VERSION},"commitId":"${commit.commitId}","commandId":"${commit.commandId}",` +
    `"streamId":"${commit.streamId}","predecessor":${quoted(commit.predecessor)},"origin":"${commit.origin}",` +
    `"timestamp":"${commit.timestamp}","actor":${quoted(commit.actor)},` +
    `"correlationId":"${commit.correlationId}","causationId":${quoted(commit.causationId)},` +
    `"traceparent":${quoted(commit.traceparent)},"fingerprint":"${commit.fingerprint}",` +
    `"events":[${commit.events.map(eventText).join(',')}]}`
  );
}

const COMMIT_ID_AT = `{"protocol":${PROTOCOL_VERSION},"commitId":"`.length;
const ID_LENGTH = 36;

/** Where the id of the commit stands in a text that `writeMessage` has written; in any other text it is anything. */
export function commitIdIn(text: string): string {
  return text.slice(COMMIT_ID_AT, COMMIT_ID_AT + ID_LENGTH);
}

const MAX_EVENTS = 1000;
const id = uuidSchema;
const line = z.string().min(1).max(300);

const eventSchema = z.strictObject({
  eventId: id,
  type: line,
  schemaVersion: z.number().int().min(1).max(1_000_000),
  data: z.record(z.string(), z.unknown()),
});

const messageSchema = z.strictObject({
  protocol: z.literal(PROTOCOL_VERSION),
  commitId: id,
  commandId: id,
  streamId: z.string().regex(/^[a-z]+-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, 'Must be a stream id'),
  predecessor: id.nullable(),
  origin: id,
  timestamp: z.iso.datetime({ precision: 3 }),
  actor: line.nullable(),
  correlationId: id,
  causationId: id.nullable(),
  traceparent: z.string().max(100).nullable(),
  fingerprint: z.string().regex(/^(?:[0-9a-f]{2}){1,32}$/u, 'Must be a fingerprint'),
  events: z.array(eventSchema).min(1).max(MAX_EVENTS),
});

/** Null for what is no JSON, or too deep to be read. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function protocolOf(value: unknown): number {
  const protocol =
    typeof value === 'object' && value !== null ? (value as { protocol?: unknown }).protocol : 0;
  return typeof protocol === 'number' ? protocol : 0;
}

function unreadable(reason: string): ReadMessage {
  return { ok: false, newer: false, reason };
}

/** Such keys would not survive being read, and so not the bytes. */
function isHostile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => isHostileKey(key) || isHostile(inner));
}

type Checked = z.output<typeof messageSchema>;

function commitOf({ protocol: _protocol, events, ...rest }: Checked): CommitMessage {
  return { ...rest, events: events.map((event) => ({ ...event, data: JSON.stringify(event.data) })) };
}

/** What is wrong with a message that has the form of a commit; null where nothing is. */
function faultOf(checked: Checked, commit: CommitMessage, text: string, subject: string): string | null {
  if (checked.events.some(({ data }) => isHostile(data))) return 'events: a key that no record may have';
  if (commit.events[0]?.eventId !== commit.commitId) return 'commitId: is not that of the first event';
  if (new Set(commit.events.map(({ eventId }) => eventId)).size < commit.events.length)
    return 'events: two have the same id';
  if (subject !== subjectOf(commit.streamId)) return `streamId: is not that of the subject ${subject}`;
  return writeMessage(commit) === text ? null : 'It is not written in the one way that commits are written';
}

function checkedMessage(value: unknown, text: string, subject: string): ReadMessage {
  const checked = messageSchema.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return unreadable(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'no commit'}`);
  }
  const commit = commitOf(checked.data);
  const fault = faultOf(checked.data, commit, text, subject);
  return fault === null ? { ok: true, commit } : unreadable(fault);
}

/**
 * Reads what came on a subject of the log, which anybody with access may have put there. Only what is written exactly as
 * `writeMessage` would is a commit: two holders could otherwise keep two texts of one.
 */
export function readMessage(text: string, subject: string): ReadMessage {
  const value = parsed(text);
  const protocol = protocolOf(value);
  if (protocol > PROTOCOL_VERSION) {
    const reason = `It is of protocol ${protocol}; this program knows ${PROTOCOL_VERSION}`;
    return { ok: false, newer: true, reason };
  }
  try {
    return checkedMessage(value, text, subject);
  } catch {
    return unreadable('It is nested too deeply');
  }
}
