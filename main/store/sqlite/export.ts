import { type DataFolder, requireLog } from '../data-folder.ts';
import { refuseForeign } from './migrate.ts';
import { openReadable, type ReadableDb } from './open-database.ts';
import { opening } from './sqlite-errors.ts';
import { fromBlob } from './uuid-blob.ts';
import { COMMIT_STATUS } from './commit-status.ts';

/** One event as `toExported` takes it. */
export type ExportRow = readonly [
  position: number,
  streamId: string,
  version: number,
  type: string,
  schemaVersion: number,
  eventId: Buffer,
  commitId: Buffer,
  commandId: Buffer,
  predecessor: Buffer | null,
  origin: string,
  status: number,
  actor: string | null,
  timestamp: string,
  recordedAt: number,
  superseded: number,
  redacted: number,
  metadata: string | null,
  data: string | null,
];

const SQL = `SELECT e.position, s.name, e.version, t.name, e.schema_version, e.event_id, f.event_id, c.command_id,
    c.predecessor, o.name, c.status, a.name, e.timestamp, c.recorded_at, e.superseded, e.redacted, e.metadata, e.data
  FROM events e JOIN streams s ON s.id = e.stream JOIN names t ON t.id = e.type LEFT JOIN names a ON a.id = e.actor
  JOIN commits c ON c.number = e.commit_number JOIN events f ON f.position = c.first_event
  JOIN names o ON o.id = c.origin WHERE e.position > ? AND e.position <= ?`;

const PAGE_EVENTS = 1000;

/** One event of an export: everything the log knows of it. Times are ISO 8601 in UTC. */
export interface ExportedEvent {
  readonly position: number;
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly eventId: string;
  readonly commitId: string;
  readonly commandId: string;
  readonly predecessor: string | null;
  readonly origin: string;
  readonly status: (typeof COMMIT_STATUS)[number];
  readonly actor: string | null;
  readonly timestamp: string;
  readonly recordedAt: string;
  readonly superseded: boolean;
  readonly redacted: boolean;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent?: string;
  readonly data: unknown;
}

type Envelope = Omit<ExportedEvent, 'data'>;

function envelopeOf(row: ExportRow): Envelope {
  const commandId = fromBlob(row[7]);
  return {
    position: row[0],
    streamId: row[1],
    version: row[2],
    type: row[3],
    schemaVersion: row[4],
    eventId: fromBlob(row[5]),
    commitId: fromBlob(row[6]),
    commandId,
    predecessor: row[8] === null ? null : fromBlob(row[8]),
    origin: row[9],
    status: COMMIT_STATUS[row[10]] ?? 'pending',
    actor: row[11],
    timestamp: row[12],
    recordedAt: new Date(row[13]).toISOString(),
    superseded: row[14] === 1,
    redacted: row[15] === 1,
    correlationId: commandId,
    causationId: null,
  };
}

/** Throws where the event cannot be read. */
export function toExported(row: ExportRow): ExportedEvent {
  return {
    ...envelopeOf(row),
    ...(row[16] === null ? {} : (JSON.parse(row[16]) as object)),
    data: row[17] === null ? null : (JSON.parse(row[17]) as unknown),
  };
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** What can still be told of an event that cannot be read: one of them must not keep all others from being exported. */
function toUnreadable(row: ExportRow): object {
  const [position, streamId, version, type, schemaVersion] = row;
  const envelope = attempt(() => envelopeOf(row)) ?? { position, streamId, version, type, schemaVersion };
  return { ...envelope, data: null, unreadable: true };
}

function lineOf(row: ExportRow, onUnreadable: () => void): string {
  const event = attempt(() => toExported(row));
  if (event === null) onUnreadable();
  return JSON.stringify(event ?? toUnreadable(row));
}

/** Keys of the streams to read: all of a range, or those in a list. */
export type StreamChoice =
  | { readonly first: number; readonly last: number }
  | { readonly keys: readonly number[] };

/** Events that follow a position, and how far this page has looked. */
export interface ExportPage {
  readonly rows: readonly ExportRow[];
  readonly upTo: number;
}

/** Reads the log page by page, oldest first; null at its end. Pages look at the same number of events each. */
export function createExportPages(
  db: ReadableDb,
  choice?: StreamChoice,
): (after: number) => ExportPage | null {
  const { where, parameters } = streamsWhere(choice);
  const page = db.prepare<unknown[], ExportRow>(`${SQL} ${where} ORDER BY e.position`).raw();
  const end = db
    .prepare<[number], number | null>(
      `SELECT max(position) FROM (SELECT position FROM events WHERE position > ? ORDER BY position LIMIT ${PAGE_EVENTS})`,
    )
    .pluck();
  return (after) => {
    const upTo = end.get(after) ?? null;
    return upTo === null ? null : { rows: page.all(after, upTo, ...parameters), upTo };
  };
}

function streamsWhere(choice: StreamChoice | undefined): { where: string; parameters: readonly unknown[] } {
  if (choice === undefined) return { where: '', parameters: [] };
  if ('keys' in choice) {
    const where = 'AND e.stream IN (SELECT value FROM json_each(?))';
    return { where, parameters: [JSON.stringify(choice.keys)] };
  }
  return { where: 'AND e.stream BETWEEN ? AND ?', parameters: [choice.first, choice.last] };
}

export interface ExportWatch {
  readonly onUnreadable?: () => void;
  /** Position up to which the log was read, and where it ends; after every page. */
  readonly onProgress?: (position: number, head: number) => void;
}

/**
 * The whole log as lines of JSON, as of one moment, beside whoever writes to it. Throws a ConsoleFailure (`log-missing`,
 * `database-corrupt`, `database-newer`, …), also in the middle.
 */
export function* exportEvents(folder: DataFolder, watch: ExportWatch = {}): Generator<string> {
  const { onUnreadable = () => undefined, onProgress } = watch;
  requireLog(folder);
  const db = openReadable({ file: folder.log });
  const reading = <T>(work: () => T): T => opening(folder.log, work);
  try {
    const pages = reading(() => {
      db.exec('BEGIN');
      refuseForeign(db, folder.log);
      return createExportPages(db);
    });
    const head = reading(() => db.prepare<[], number>('SELECT max(position) FROM events').pluck().get() ?? 0);
    const next = (after: number): ExportPage | null => reading(() => pages(after));
    for (let page = next(0); page !== null; page = next(page.upTo)) {
      for (const row of page.rows) yield lineOf(row, onUnreadable);
      onProgress?.(page.upTo, head);
    }
  } finally {
    db.close();
  }
}
