import { z } from 'zod';
import { isHostileKey } from '../person/fields/json.ts';
import { uuidSchema } from '../kernel/ids.ts';
import { type CommitMessage, PROTOCOL_VERSION, subjectOf, writeMessage } from './commit-message.ts';

export type ReadMessage =
  | { readonly ok: true; readonly commit: CommitMessage }
  /** `newer`: a program that knows a later protocol wrote it. All else can never be read. */
  | { readonly ok: false; readonly newer: boolean; readonly reason: string };

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

/** Reads any message by its schema. */
export function readCheckedMessage(text: string, subject: string): ReadMessage {
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
