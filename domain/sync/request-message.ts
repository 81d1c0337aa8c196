import { z } from 'zod';
import type { Outcome } from '../contract/commands.ts';
import { uuidSchema } from '../kernel/ids.ts';
import { isHostileKey } from '../person/fields/json.ts';
import { line } from '../person/fields/text.ts';

/** Version of the messages by which other systems ask for commands, and of the answers. */
export const REQUEST_PROTOCOL = 1;

/** Where other systems put their commands: `person.commands.<system>`, and below. */
export const REQUEST_SUBJECTS = 'person.commands.>';

/** Header with the address that the outcome goes to. On a captured subject the message's own one gets the broker's answer. */
export const REPLY_HEADER = 'Person-Reply-To';

/** As large as what a command may write at once. */
export const MAX_REQUEST_BYTES = 512 * 1024;
export const MAX_REQUEST_DEPTH = 64;

/** A command that another system asks for. */
export interface Request {
  readonly commandId: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly expectedVersion?: number | undefined;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
  readonly traceparent?: string | undefined;
  /** `external:<system>:<who>`: the system is what the broker let it publish under, who is what it says. */
  readonly actor: string;
  readonly issuedAt: string;
}

export type ReadRequest =
  | { readonly ok: true; readonly request: Request }
  /** `commandId`: where at least that could be read. */
  | {
      readonly ok: false;
      readonly code: 'request-unreadable' | 'request-newer';
      readonly reason: string;
      readonly commandId: string | null;
    };

const requestSchema = z.strictObject({
  protocol: z.literal(REQUEST_PROTOCOL),
  id: uuidSchema,
  type: z.string().min(1).max(100),
  data: z.record(z.string(), z.unknown()),
  expectedVersion: z.number().int().min(0).optional(),
  actor: line(100),
  correlationId: uuidSchema.optional(),
  causationId: uuidSchema.optional(),
  traceparent: line(100).optional(),
  issuedAt: z.iso.datetime(),
});

const MAX_REASON = 300;
const SYSTEM = /^[\w-]{1,64}$/u;
const PREFIX = 'person.commands.';

/** The system that a subject names; null for one that names none. */
export function systemOfSubject(subject: string): string | null {
  if (!subject.startsWith(PREFIX)) return null;
  const [system = ''] = subject.slice(PREFIX.length).split('.');
  return SYSTEM.test(system) ? system : null;
}

/** Only where whoever asks can listen for an answer, so that nobody has us write to the log or to the broker itself. */
const REPLY_ADDRESS = /^(?:_INBOX|person\.replies)(?:\.[\w:~-]{1,100}){1,8}$/u;

export function isReplyAddress(address: string): boolean {
  return REPLY_ADDRESS.test(address);
}

/** What is wrong with its form as plain data; null where nothing is. Goes no deeper than it allows. */
function flawOf(value: unknown, left: number): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (left === 0) return `It is nested more than ${MAX_REQUEST_DEPTH} levels deep`;
  for (const [key, inner] of Object.entries(value)) {
    if (isHostileKey(key)) return `It uses the reserved key ${key}`;
    const flaw = flawOf(inner, left - 1);
    if (flaw !== null) return flaw;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, name: 'id' | 'protocol'): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function firstOf({ issues: [issue] }: z.ZodError): string {
  return issue === undefined ? 'It is no command' : `${issue.path.join('.')}: ${issue.message}`;
}

function checked(value: unknown, system: string): ReadRequest {
  const commandId = uuidSchema.safeParse(fieldOf(value, 'id')).data ?? null;
  const unreadable = (reason: string): ReadRequest => ({
    ok: false,
    code: 'request-unreadable',
    reason: reason.slice(0, MAX_REASON),
    commandId,
  });
  const protocol = fieldOf(value, 'protocol');
  const flaw = flawOf(value, MAX_REQUEST_DEPTH);
  if (flaw !== null) return unreadable(flaw);
  if (typeof protocol === 'number' && protocol > REQUEST_PROTOCOL) {
    const reason = `It is of protocol ${protocol}; this program knows ${REQUEST_PROTOCOL}`;
    return { ok: false, code: 'request-newer', reason, commandId };
  }
  const read = requestSchema.safeParse(value);
  if (!read.success) return unreadable(firstOf(read.error));
  const { protocol: _protocol, id, actor, ...rest } = read.data;
  return { ok: true, request: { ...rest, commandId: id, actor: `external:${system}:${actor}` } };
}

/** Reads what came on a subject for commands, which anybody with access may have put there. `bytes`: its size. */
export function readRequest(text: string, bytes: number, subject: string): ReadRequest {
  const unreadable = (reason: string): ReadRequest => ({
    ok: false,
    code: 'request-unreadable',
    reason,
    commandId: null,
  });
  if (bytes > MAX_REQUEST_BYTES) {
    return unreadable(`It is larger than ${MAX_REQUEST_BYTES / 1024} KiB`);
  }
  const system = systemOfSubject(subject);
  if (system === null) return unreadable('Its subject names no system: person.commands.<system>');
  const value = parsed(text);
  return value === undefined ? unreadable('It is no JSON') : checked(value, system);
}

/** More than this goes without its details: what is answered must fit into a message. */
const MAX_REPLY = 256 * 1024;

/**
 * The outcome as it is answered. Positions are left out: each console has its own. `commandId` is null where not even
 * that could be read.
 */
export function writeReply(
  outcome: Omit<Outcome, 'commandId'> & { readonly commandId: string | null },
): string {
  const { commandId, events, details, ...rest } = outcome;
  const reply = {
    protocol: REQUEST_PROTOCOL,
    id: commandId,
    ...rest,
    events: events.map(({ eventId, type, version }) => ({ eventId, type, version })),
  };
  const full = JSON.stringify({ ...reply, details });
  return full.length <= MAX_REPLY ? full : JSON.stringify(reply);
}
