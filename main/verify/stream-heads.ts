import type { ReadableDb } from '../store/sqlite/open-database.ts';
import type { StreamTail } from './event-structure.ts';
import type { Note } from './findings.ts';
import type { Pacer } from './pacer.ts';

interface StreamRow {
  readonly id: number;
  readonly name: string;
  readonly version: number;
  readonly headEvent: number;
  readonly headCommit: number;
  readonly pending: number;
}

/** What the walks over events and commits have found, by stream. */
export interface StreamsFound {
  readonly tails: ReadonlyMap<number, StreamTail>;
  readonly pending: ReadonlyMap<number, number>;
}

const SQL = `SELECT id, name, version, head_event AS headEvent, head_commit AS headCommit, pending FROM streams
  WHERE id > ? ORDER BY id LIMIT 1000`;

function checkHead(row: StreamRow, tail: StreamTail | undefined, note: Note): void {
  if (tail === undefined) {
    return note('stream-empty', `${row.name} has no events.`, { stream: row.name });
  }
  const same =
    row.version === tail.version && row.headEvent === tail.position && row.headCommit === tail.commit;
  if (same) return;
  const message = `The head of ${row.name} says version ${row.version} at position ${row.headEvent}; its last event is version ${tail.version} at position ${tail.position}.`;
  note('head-wrong', message, { stream: row.name });
}

function checkPending({ id, name, pending }: StreamRow, found: StreamsFound, note: Note): void {
  const counted = found.pending.get(id) ?? 0;
  if (pending === counted) return;
  const message = `${name} counts ${pending} commits that wait to go out; there are ${counted}.`;
  note('pending-count-wrong', message, { stream: name });
}

/** Every stream's head against where its events end. Answers how many streams there are. */
export async function checkHeads(
  db: ReadableDb,
  found: StreamsFound,
  note: Note,
  pacer: Pacer,
): Promise<number> {
  const page = db.prepare<[number], StreamRow>(SQL);
  const seen = new Set<number>();
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = page.all(after);
    for (const row of rows) {
      seen.add(row.id);
      checkHead(row, found.tails.get(row.id), note);
      checkPending(row, found, note);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
    await pacer.breathe();
  }
  for (const [id, { position }] of found.tails) {
    if (!seen.has(id))
      note('stream-missing', `The stream of the event at position ${position} is not known.`, { position });
  }
  return seen.size;
}
