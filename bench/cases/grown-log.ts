import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import type { CommitDraft, StreamHead } from '../../domain/ports/event-log.ts';
import { createEventLog } from '../../main/store/sqlite/event-log.ts';
import { openWritable } from '../../main/store/sqlite/open-database.ts';
import { benchRoot, freshFolder } from '../folders.ts';
import { type Figure, interleaved, perSecond, shown } from '../measure.ts';
import { sampleLog } from '../sample-logs.ts';

const EVENTS = 20_000;
const BATCH = 100;
const STREAMS = 50_000;

const DATA = JSON.stringify({
  oldName: null,
  newName: { givenNames: ['Ada'], familyNames: ['Lovelace'] },
  changeReason: null,
});

type NewId = () => string;

/**
 * The plan's natural table: text ids, unique (stream, version), unique event id, an index on the type. The plan's event
 * ids are random (UUIDv4); what time-ordered ones would have made of it is measured beside.
 */
function buildNatural(file: string, newId: NewId): void {
  if (existsSync(file) && statSync(file).size > 1e8) return;
  process.stderr.write('Building the natural table with 1M events …\n');
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.exec(`CREATE TABLE events(position INTEGER PRIMARY KEY AUTOINCREMENT, stream_id TEXT NOT NULL, version INTEGER NOT NULL,
    event_id TEXT NOT NULL, type TEXT NOT NULL, meta TEXT NOT NULL, data TEXT NOT NULL, UNIQUE(stream_id, version), UNIQUE(event_id));
    CREATE INDEX events_type ON events(type)`);
  const insert = db.prepare(
    'INSERT INTO events(stream_id, version, event_id, type, meta, data) VALUES(?, ?, ?, ?, ?, ?)',
  );
  const ids = Array.from({ length: STREAMS }, () => `person-${uuidv4()}`);
  const fill = db.transaction((from: number) => {
    for (let n = from; n < from + 1000; n += 1) {
      const version = 1 + Math.floor(n / STREAMS);
      insert.run(
        ids[n % STREAMS],
        version,
        newId(),
        version === 1 ? 'PersonCreated' : 'NameUpdated',
        META,
        DATA,
      );
    }
  });
  for (let n = 0; n < 1_000_000; n += 1000) fill(n);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

const META = JSON.stringify({
  correlation: uuidv7(),
  causation: uuidv7(),
  actor: 'user:bench',
  at: '2026-11-23T06:00:00.000Z',
});

function copyOf(source: string, name: string): string {
  const target = join(freshFolder(name), 'log.db');
  copyFileSync(source, target);
  // What is left of the copy to write would be written while appends wait for the disk.
  execFileSync('sync', [target]);
  return target;
}

function natural(source: string, newId: NewId): number {
  const db = new Database(copyOf(source, 'grown-natural'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const ids = db
    .prepare<[], string>('SELECT DISTINCT stream_id FROM events WHERE position <= 50000 ORDER BY random()')
    .pluck()
    .all();
  const insert = db.prepare(
    'INSERT INTO events(stream_id, version, event_id, type, meta, data) VALUES(?, ?, ?, ?, ?, ?)',
  );
  const eventIds = Array.from({ length: EVENTS }, () => newId());
  const append = db.transaction((from: number) => {
    for (let n = from; n < from + BATCH; n += 1)
      insert.run(ids[n % ids.length], 21, eventIds[n], 'NameUpdated', META, DATA);
  });
  const started = performance.now();
  for (let n = 0; n < EVENTS; n += BATCH) append(n);
  const ms = performance.now() - started;
  db.close();
  return perSecond(EVENTS, ms);
}

function draftOf(streamId: string, head: StreamHead | null): CommitDraft {
  const eventId = uuidv7();
  return {
    commitId: eventId,
    commandId: uuidv7(),
    fingerprint: Buffer.alloc(4, 7),
    streamId,
    head,
    events: [{ eventId, type: 'NameUpdated', schemaVersion: 3, data: DATA }],
    timestamp: '2026-11-23T06:00:00.000Z',
    actor: 'user:bench',
    correlationId: eventId,
    causationId: null,
  };
}

/** Nothing is found by command id any more. Bare rows stay: a trigger that dropped them would cost more than they do. */
const NO_DEDUPE =
  'ALTER TABLE commands RENAME TO set_aside; CREATE TABLE commands(command_id, commit_number, fingerprint)';

function ours(source: string, dedupe: boolean): number {
  const file = copyOf(source, 'grown-ours');
  const db = openWritable({ file, durable: true });
  db.pragma('wal_autocheckpoint = 8000');
  if (!dedupe) db.exec(NO_DEDUPE);
  const log = createEventLog({ db, file, clock: { now: () => Date.now() }, origin: uuidv7() });
  const names = db.prepare<[], string>('SELECT name FROM streams ORDER BY random()').pluck().all();
  const drafts = names.slice(0, EVENTS).map((name) => draftOf(name, log.streamHead(name)));
  const started = performance.now();
  for (let n = 0; n < EVENTS; n += BATCH) {
    log.group(() => {
      for (const draft of drafts.slice(n, n + BATCH)) log.append(draft);
    });
  }
  const ms = performance.now() - started;
  db.close();
  return perSecond(EVENTS, ms);
}

function figure(name: string, value: number, base: number, ids: string): Figure {
  return {
    name,
    value: value / base,
    unit: 'x',
    goal: null,
    compared: `${shown(value)} commits/s beside ${shown(base)} rows/s of the natural table (${ids})`,
    dominates:
      'Copying dirtied pages: the natural table scatters every insert over its indexes, ours every commit over the heads.',
  };
}

/** Appending to a log that holds 1M events of 50k streams, scattered over the streams, in batches of 100. */
export async function grownLogFigures(): Promise<Figure[]> {
  const source = join(await sampleLog(STREAMS, 20), 'log.db');
  const fileV4 = join(benchRoot, 'natural-1m-v4.db');
  const fileV7 = join(benchRoot, 'natural-1m-v7.db');
  buildNatural(fileV4, uuidv4);
  buildNatural(fileV7, uuidv7);
  const rates = await interleaved(5, {
    naturalV4: () => natural(fileV4, uuidv4),
    naturalV7: () => natural(fileV7, uuidv7),
    without: () => ours(source, false),
    with: () => ours(source, true),
  });
  const { naturalV4 = 0, naturalV7 = 0, without = 0, with: withDedupe = 0 } = rates;
  const name = 'Append at 1M events in 50k streams';
  return [
    { ...figure(`${name}, without dedupe rows`, without, naturalV4, 'UUIDv4'), goal: { least: 4 } },
    figure(`${name}, with dedupe rows`, withDedupe, naturalV4, 'UUIDv4'),
    figure(`${name}, without dedupe rows, beside time-ordered ids`, without, naturalV7, 'UUIDv7'),
  ];
}
