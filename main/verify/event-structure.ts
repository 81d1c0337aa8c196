import { CommitMembership } from './commit-membership.ts';
import { EVENTS_SQL, type EventRow, faultOf } from './event-rows.ts';
import type { ReadableDb } from '../store/sqlite/open-database.ts';
import type { Note } from './findings.ts';
import type { Pacer } from './pacer.ts';

/** Where a stream's live chain has got to in a walk over the log. */
export interface StreamTail {
  readonly version: number;
  readonly position: number;
  readonly commit: number;
}

const NO_TAIL: StreamTail = { version: 0, position: 0, commit: 0 };

/** Notes by check: which events there are, how streams chain, what events say. */
export interface StructureNotes {
  readonly positions: Note;
  readonly streams: Note;
  readonly commits: Note;
  readonly events: Note;
}

/** Walks over all events in their order and checks each against the one before it and against its commit. */
export class EventStructure {
  readonly tails = new Map<number, StreamTail>();
  count = 0;
  superseded = 0;
  redacted = 0;
  /** Position of the event that the walk saw last. */
  last = 0;
  readonly #db: ReadableDb;
  readonly #notes: StructureNotes;
  readonly #membership: CommitMembership;
  #names: ReadonlySet<number> = new Set();

  constructor(db: ReadableDb, notes: StructureNotes) {
    this.#db = db;
    this.#notes = notes;
    this.#membership = new CommitMembership(notes.commits);
  }

  async walk(pacer: Pacer): Promise<void> {
    this.#names = new Set(this.#db.prepare<[], number>('SELECT id FROM names').pluck().all());
    const page = this.#db.prepare<[number], EventRow>(EVENTS_SQL);
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const rows = page.all(after);
      for (const row of rows) this.#take(row);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.position;
      pacer.passed(rows.length);
      await pacer.breathe();
    }
  }

  #take(row: EventRow): void {
    this.count += 1;
    this.superseded += row.superseded;
    this.redacted += row.redacted;
    this.#checkPosition(row);
    this.#checkContent(row);
    this.#membership.take(row);
    if (row.superseded === 0) this.#checkLive(row);
    else this.#checkSuperseded(row);
  }

  #checkPosition({ position }: EventRow): void {
    if (position !== this.last + 1) {
      const message = `After position ${this.last} the log goes on at ${position}: events are missing.`;
      this.#notes.positions('position-gap', message, { after: this.last, position });
    }
    this.last = position;
  }

  #checkContent(row: EventRow): void {
    const { position, type, actor } = row;
    const fault = faultOf(row);
    if (fault !== null) {
      const [code, words] = fault;
      this.#notes.events(code, `The event at position ${position} ${words}.`, { position });
    }
    if (!this.#names.has(type) || (actor !== null && !this.#names.has(actor))) {
      const message = `The type or actor of the event at position ${position} has no name.`;
      this.#notes.events('name-missing', message, { position });
    }
  }

  #checkLive(row: EventRow): void {
    const tail = this.tails.get(row.stream) ?? NO_TAIL;
    this.#checkVersion(row, tail.version);
    if (row.previous !== tail.position) {
      const message = `The event at position ${row.position} points to ${row.previous} as the one before it, which is ${tail.position}.`;
      this.#notes.streams('previous-broken', message, { position: row.position, stream: row.stream });
    }
    const { version, position, commitNumber: commit } = row;
    this.tails.set(row.stream, { version, position, commit });
  }

  #checkVersion({ position, stream, version }: EventRow, before: number): void {
    if (version === before + 1) return;
    const message = `The event at position ${position} has version ${version}; the one before it in its stream has ${before}.`;
    this.#notes.streams('version-gap', message, { position, stream });
  }

  /** What a rebase has replaced hangs off the chain as it was then: at any event of its stream, or at its beginning. */
  #checkSuperseded(row: EventRow): void {
    const before = this.#db
      .prepare<[number], Pick<EventRow, 'stream' | 'version'>>(
        'SELECT stream, version FROM events WHERE position = ?',
      )
      .get(row.previous);
    if (row.previous !== 0 && (before?.stream !== row.stream || row.previous >= row.position)) {
      const message = `The superseded event at position ${row.position} follows ${row.previous}, which is not of its stream.`;
      return this.#notes.streams('previous-broken', message, { position: row.position, stream: row.stream });
    }
    this.#checkVersion(row, before?.version ?? 0);
  }
}
