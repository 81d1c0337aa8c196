import type { ReadableDb } from '../store/sqlite/open-database.ts';
import type { Note } from './findings.ts';
import type { Pacer } from './pacer.ts';

interface CommitRow {
  readonly number: number;
  readonly stream: number;
  readonly commandId: Buffer;
  readonly firstEvent: number;
  readonly eventCount: number;
  readonly status: number;
  readonly recordedAt: number;
  /** The commit that its command id leads to. */
  readonly commandCommit: number | null;
  /** Set where it waits to go out. */
  readonly waiting: number | null;
}

const SQL = `SELECT c.number, c.stream, c.command_id AS commandId, c.first_event AS firstEvent,
    c.event_count AS eventCount, c.status, c.recorded_at AS recordedAt, k.commit_number AS commandCommit, o.commit_number AS waiting
  FROM commits c LEFT JOIN commands k ON k.command_id = c.command_id LEFT JOIN outbox o ON o.commit_number = c.number
  WHERE c.number > ? ORDER BY c.number LIMIT 1000`;

const ORPHANS_SQL = `SELECT k.command_id AS commandId, k.commit_number AS number FROM commands k
  LEFT JOIN commits c ON c.number = k.commit_number
  WHERE k.command_id > ? AND c.command_id IS NOT k.command_id ORDER BY k.command_id LIMIT 1000`;

const PENDING = 0;
const SUPERSEDED = 2;

export interface CommitNotes {
  readonly commits: Note;
  readonly commands: Note;
}

/** Walks over all commits: their numbers, ranges and times, the command ids that lead to them, and whether they wait to go out. */
export class CommitStructure {
  count = 0;
  /** Stream → how many of its commits wait to go out. */
  readonly pending = new Map<number, number>();
  readonly #db: ReadableDb;
  readonly #notes: CommitNotes;
  #live = 0;
  #last = 0;
  #end = 0;
  #recordedAt = 0;

  constructor(db: ReadableDb, notes: CommitNotes) {
    this.#db = db;
    this.#notes = notes;
  }

  async walk(pacer: Pacer, lastPosition: number): Promise<void> {
    const page = this.#db.prepare<[number], CommitRow>(SQL);
    for (let after = Number.MIN_SAFE_INTEGER; ; ) {
      const rows = page.all(after);
      for (const row of rows) this.#take(row);
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.number;
      pacer.passed(rows.length);
      await pacer.breathe();
    }
    if (this.#end !== lastPosition) {
      const message = `The commits reach to position ${this.#end}, the events to ${lastPosition}.`;
      this.#notes.commits('commit-range-wrong', message, { position: lastPosition });
    }
    this.#checkOutboxOrphans();
    await this.#checkOrphans(pacer);
  }

  #take(row: CommitRow): void {
    this.count += 1;
    this.#checkPlace(row);
    this.#checkTime(row);
    this.#checkOutbox(row);
    if (row.status === SUPERSEDED) return;
    this.#live += 1;
    this.#checkCommand(row);
  }

  #checkPlace({ number, firstEvent, eventCount }: CommitRow): void {
    const note = this.#notes.commits;
    if (number !== this.#last + 1) {
      const message = `After commit ${this.#last} the log goes on with commit ${number}: commits are missing.`;
      note('commit-gap', message, { after: this.#last, commit: number });
    }
    if (firstEvent !== this.#end + 1 || eventCount < 1) {
      const message = `Commit ${number} says that it has ${eventCount} events from position ${firstEvent} on; it begins at ${this.#end + 1}.`;
      note('commit-range-wrong', message, { commit: number });
    }
    this.#last = number;
    this.#end = firstEvent + eventCount - 1;
  }

  #checkTime({ number, recordedAt }: CommitRow): void {
    if (recordedAt < this.#recordedAt) {
      const message = `Commit ${number} was recorded before the one ahead of it.`;
      this.#notes.commits('recorded-at-backwards', message, { commit: number });
    }
    this.#recordedAt = recordedAt;
  }

  #checkOutbox({ number, stream, status, waiting }: CommitRow): void {
    if (status === PENDING) this.pending.set(stream, (this.pending.get(stream) ?? 0) + 1);
    if ((status === PENDING) === (waiting !== null)) return;
    const [code, message] =
      waiting === null
        ? ['outbox-missing', `Commit ${number} is pending and not among those that wait to go out.`]
        : ['outbox-extra', `Commit ${number} waits to go out although it is not pending.`];
    this.#notes.commits(code, message, { commit: number });
  }

  #checkCommand({ number, commandCommit }: CommitRow): void {
    if (commandCommit === number) return;
    const [code, message] =
      commandCommit === null
        ? [
            'command-missing',
            `The command of commit ${number} is not noted: sent again, it would be carried out twice.`,
          ]
        : ['command-commit-differs', `The command of commit ${number} is noted for commit ${commandCommit}.`];
    this.#notes.commands(code, message, { commit: number });
  }

  #checkOutboxOrphans(): void {
    const orphans = this.#db
      .prepare<[], number>(
        'SELECT commit_number FROM outbox WHERE commit_number NOT IN (SELECT number FROM commits)',
      )
      .pluck();
    for (const number of orphans.iterate()) {
      this.#notes.commits('outbox-extra', `Commit ${number} waits to go out and does not exist.`, {
        commit: number,
      });
    }
  }

  /** Every live commit has its command; as many commands as live commits, and none can be without a commit. */
  async #checkOrphans(pacer: Pacer): Promise<void> {
    const commands = Number(this.#db.prepare('SELECT count(*) FROM commands').pluck().get());
    if (commands === this.#live) return;
    const page = this.#db.prepare<[Buffer], { commandId: Buffer; number: number }>(ORPHANS_SQL);
    for (let after: Buffer = Buffer.alloc(0); ; ) {
      const rows = page.all(after);
      for (const { commandId, number } of rows) {
        const message = `A command is noted for commit ${number}, which is not its own.`;
        this.#notes.commands('command-without-commit', message, {
          command: commandId.toString('hex'),
          commit: number,
        });
      }
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.commandId;
      await pacer.breathe();
    }
  }
}
