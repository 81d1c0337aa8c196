import Database from 'better-sqlite3';
import { connect } from 'nats.ws';

/**
 * What the broker says, read without any of the product's code: which messages are commits, by the predecessors alone, and
 * what they hold.
 */
export interface BrokerCommit {
  readonly stream: string;
  readonly commitId: string;
  readonly commandId: string;
  /** Each event as `id type version data`. */
  readonly events: readonly string[];
}

interface Body {
  readonly commitId: string;
  readonly commandId: string;
  readonly streamId: string;
  readonly predecessor: string | null;
  readonly events: readonly { eventId: string; type: string; schemaVersion: number; data: unknown }[];
}

export interface BrokerRead {
  readonly commits: readonly BrokerCommit[];
  readonly voids: number;
  readonly last: number;
}

function bodyOf(text: string): Body | null {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return null;
  }
}

/** Which of the messages are commits, in their order. */
export function chainOf(messages: readonly string[]): Omit<BrokerRead, 'last'> {
  const heads = new Map<string, string>();
  const done = new Set<string>();
  const commits: BrokerCommit[] = [];
  let voids = 0;
  for (const message of messages) {
    const body = bodyOf(message);
    const isNext = body?.commitId !== undefined && (heads.get(body.streamId) ?? null) === body.predecessor;
    if (body === null || !isNext || done.has(body.commandId)) {
      voids += 1;
      continue;
    }
    heads.set(body.streamId, body.commitId);
    done.add(body.commandId);
    const events = body.events.map(
      ({ eventId, type, schemaVersion, data }) =>
        `${eventId} ${type} ${schemaVersion} ${JSON.stringify(data)}`,
    );
    commits.push({ stream: body.streamId, commitId: body.commitId, commandId: body.commandId, events });
  }
  return { commits, voids };
}

export async function readBroker(url: string): Promise<BrokerRead> {
  const connection = await connect({ servers: url });
  const manager = await connection.jetstreamManager();
  const { state } = await manager.streams.info('PERSON_LOG');
  const messages: string[] = [];
  for (let seq = state.first_seq; seq <= state.last_seq; seq += 1)
    messages.push((await manager.streams.getMessage('PERSON_LOG', { seq })).string());
  await connection.close();
  return { ...chainOf(messages), last: state.last_seq };
}

interface EventRow {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
}

const LIVE = `SELECT s.name AS stream, lower(hex(e.event_id)) AS id, n.name AS type, e.schema_version AS schemaVersion, e.data
  FROM events e JOIN streams s ON s.id = e.stream JOIN names n ON n.id = e.type
  WHERE e.superseded = 0 ORDER BY s.name, e.version`;

const hyphened = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** The events of a log, stream by stream in their order. */
export function liveEvents(db: Database.Database): Record<string, string[]> {
  const streams: Record<string, string[]> = {};
  for (const { stream, id, type, schemaVersion, data } of db.prepare<[], EventRow>(LIVE).all()) {
    (streams[stream] ??= []).push(`${hyphened(id)} ${type} ${schemaVersion} ${data}`);
  }
  return streams;
}

/** The same of the broker. */
export function eventsInBroker({ commits }: Pick<BrokerRead, 'commits'>): Record<string, string[]> {
  const streams: Record<string, string[]> = {};
  for (const { stream, events } of commits) (streams[stream] ??= []).push(...events);
  return streams;
}

/** Commands that are known and made no commit: they said what was so already, or are in a conflict. */
export function idleCommandsOf(db: Database.Database): ReadonlySet<string> {
  const ids = db.prepare<[], string>('SELECT lower(hex(command_id)) FROM idle_commands').pluck().all();
  return new Set(ids.map(hyphened));
}

function reading<T>(file: string, read: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

export function eventsInLog(file: string): Record<string, string[]> {
  return reading(file, liveEvents);
}

export function idleCommands(file: string): ReadonlySet<string> {
  return reading(file, idleCommandsOf);
}
