/**
 * Reads of the log that writer and readers share.
 *
 * The hot ones look at one table at a time: this build of SQLite (STAT4) plans a statement that joins anew whenever a
 * value is bound to it, which costs more than the lookups themselves (16 us instead of 3 for the head of a stream).
 */
import type { EventMetadata, StoredEvent } from '../../../domain/kernel/event.ts';
import type {
  EventLog,
  KnownCommand,
  ScannedEvent,
  StreamHead,
  TouchedStreams,
} from '../../../domain/ports/event-log.ts';
import { EventEnvelope } from './event-envelope.ts';
import { createNameReader, type NameReader } from './names.ts';
import type { ReadableDb } from './open-database.ts';
import { damaged, parseStored } from './sqlite-errors.ts';
import { fromBlob, toBlob } from './uuid-blob.ts';

type EventColumns = readonly [
  position: number,
  stream: number,
  version: number,
  type: number,
  schemaVersion: number,
  actor: number | null,
  timestamp: string,
  data: string | null,
];

type ChainColumns = readonly [...EventColumns, previous: number];

const COLUMNS = 'position, stream, version, type, schema_version, actor, timestamp, data';

const SQL = {
  event: `SELECT ${COLUMNS}, previous FROM events WHERE position = ?`,
  scan: `SELECT ${COLUMNS} FROM events WHERE position > ? AND superseded = 0 ORDER BY position LIMIT ?`,
  touched: 'SELECT position, stream FROM events WHERE position > ? ORDER BY position LIMIT ?',
  head: `SELECT id, version, head_event, (SELECT event_id FROM events WHERE position =
    (SELECT first_event FROM commits WHERE number = head_commit)) FROM streams WHERE name = ?`,
  streamName: 'SELECT name FROM streams WHERE id = ?',
  streamNames: 'SELECT id, name FROM streams WHERE id >= ? ORDER BY id LIMIT ?',
  command: 'SELECT commit_number, fingerprint FROM commands WHERE command_id = ?',
  idle: 'SELECT stream, version, fingerprint FROM idle_commands WHERE command_id = ?',
  commit: 'SELECT stream, first_event, event_count FROM commits WHERE number = ?',
  committed: `SELECT event_id, type, version, position FROM events WHERE position >= ? AND position < ?
    ORDER BY position`,
} as const;

export type EventReader = Pick<
  EventLog,
  'streamHead' | 'streamName' | 'streamNames' | 'readStream' | 'scan' | 'touched' | 'findCommand'
>;

const EMPTY: Readonly<Record<string, unknown>> = {};

function parseData(text: string | null, file: string): unknown {
  return text === null ? EMPTY : parseStored(text, file);
}

function createHeads(db: ReadableDb) {
  const head = db.prepare<[string], [number, number, number, Buffer | null]>(SQL.head).raw();
  const name = db.prepare<[number], string>(SQL.streamName).pluck();
  const names = db.prepare<[number, number], [number, string]>(SQL.streamNames).raw();
  return {
    streamHead: (streamId: string): StreamHead | null => {
      const row = head.get(streamId);
      if (row === undefined) return null;
      const [key, version, position, commitId] = row;
      if (version === 0) return { key, version, position, commitId: '' };
      if (commitId === null) throw damaged(db.name, `the last commit of ${streamId} is not there`);
      return { key, version, position, commitId: fromBlob(commitId) };
    },
    streamName: (key: number): string => {
      const found = name.get(key);
      if (found === undefined) throw damaged(db.name, `no stream has the number ${key}`);
      return found;
    },
    streamNames: (from: number, limit: number): ReadonlyMap<number, string> =>
      new Map(names.all(from, limit)),
  };
}

function createFindCommand(db: ReadableDb, names: NameReader, streamName: (key: number) => string) {
  const command = db.prepare<[Buffer], [number, Buffer]>(SQL.command).raw();
  const idle = db.prepare<[Buffer], [number, number, Buffer]>(SQL.idle).raw();
  const findIdle = (id: Buffer): KnownCommand | null => {
    const row = idle.get(id);
    if (row === undefined) return null;
    const [stream, version, fingerprint] = row;
    return { fingerprint, streamId: streamName(stream), version, events: [] };
  };
  const commit = db.prepare<[number], [number, number, number]>(SQL.commit).raw();
  const events = db.prepare<[number, number], [Buffer, number, number, number]>(SQL.committed).raw();
  return (commandId: string): KnownCommand | null => {
    const id = toBlob(commandId);
    const known = command.get(id);
    const made = known && commit.get(known[0]);
    if (known === undefined || made === undefined) return findIdle(id);
    const [, fingerprint] = known;
    const [stream, first, count] = made;
    const committed = events.all(first, first + count).map(([eventId, type, version, position]) => ({
      eventId: fromBlob(eventId),
      type: names.nameOf(type),
      version,
      position,
    }));
    const version = committed.at(-1)?.version ?? 0;
    return { fingerprint, streamId: streamName(stream), version, events: committed };
  };
}

function createEvents(db: ReadableDb, names: NameReader) {
  const envelopes = EventEnvelope.reader(db, names);
  const event = db.prepare<[number], ChainColumns>(SQL.event).raw();
  const decode = (row: EventColumns | ChainColumns, streamId: string): StoredEvent => {
    const [position, , version, type, schemaVersion, actor, timestamp, data] = row;
    const metadata: EventMetadata = envelopes(
      position,
      timestamp,
      actor === null ? null : names.nameOf(actor),
    );
    return {
      streamId,
      version,
      type: names.nameOf(type),
      schemaVersion,
      data: parseData(data, db.name),
      metadata,
    };
  };
  const readStream = (streamId: string, head: StreamHead): StoredEvent[] => {
    const found: StoredEvent[] = [];
    for (let position = head.position; position > 0; ) {
      const row = event.get(position);
      if (row === undefined) throw damaged(db.name, `${streamId} has no event at position ${position}`);
      found.push(decode(row, streamId));
      position = row[8];
    }
    return found.reverse();
  };
  return { decode, readStream };
}

export function createEventReader(db: ReadableDb, names: NameReader = createNameReader(db)): EventReader {
  const heads = createHeads(db);
  const { decode, readStream } = createEvents(db, names);
  const scan = db.prepare<[number, number], EventColumns>(SQL.scan).raw();
  const touched = db.prepare<[number, number], [number, number]>(SQL.touched).raw();
  const scanned = (row: EventColumns): ScannedEvent => ({
    position: row[0],
    streamKey: row[1],
    event: decode(row, ''),
  });
  return {
    ...heads,
    readStream,
    scan: (after, limit) => scan.all(after, limit).map(scanned),
    touched: (after, limit): TouchedStreams => {
      const rows = touched.all(after, limit);
      const streams = new Map(rows.map(([position, key]) => [key, position]));
      return { position: rows.at(-1)?.[0] ?? after, streams };
    },
    findCommand: createFindCommand(db, names, heads.streamName),
  };
}
