import type { Statement } from 'better-sqlite3';
import type { CommitMessage } from '../../../domain/sync/commit-message.ts';
import { CONFIRMED, PENDING } from './commit-status.ts';
import type { WritableDb } from './open-database.ts';
import { damaged } from './sqlite-errors.ts';
import { toBlob } from './uuid-blob.ts';

const SQL = {
  // One table at a time: event-reader.ts says why.
  event: 'SELECT commit_number FROM events WHERE event_id = ?',
  commit: 'SELECT status, stream, predecessor FROM commits WHERE number = ?',
  confirm: `UPDATE commits SET status = ${CONFIRMED}, broker_sequence = ? WHERE number = ?`,
  sent: `INSERT OR IGNORE INTO sent_commands
    SELECT commit_number, command FROM outbox WHERE commit_number = ? AND command IS NOT NULL`,
  left: 'DELETE FROM outbox WHERE commit_number = ?',
  confirmedIn:
    'UPDATE streams SET pending = pending - 1, subject_sequence = max(subject_sequence, ?) WHERE id = ?',
} as const;

type CommitRow = readonly [status: number, stream: number, predecessor: Buffer | null];

interface Kept {
  readonly number: number;
  readonly status: number;
  readonly stream: number;
  readonly predecessor: Buffer | null;
}

/** Commits of ours that come back: recognised with one look, whatever else is pending in their stream. */
export class OwnCommits {
  readonly #db: WritableDb;
  readonly #event: Statement<[Buffer], number>;
  readonly #commit: Statement<[number], CommitRow>;
  readonly #confirm: Statement<[number, number]>;
  readonly #leaving: readonly Statement<[number]>[];
  readonly #confirmedIn: Statement<[number, number]>;

  constructor(db: WritableDb) {
    this.#db = db;
    this.#event = db.prepare<[Buffer], number>(SQL.event).pluck();
    this.#commit = db.prepare<[number], CommitRow>(SQL.commit).raw();
    this.#confirm = db.prepare<[number, number]>(SQL.confirm);
    this.#leaving = [SQL.sent, SQL.left].map((sql) => db.prepare<[number]>(sql));
    this.#confirmedIn = db.prepare<[number, number]>(SQL.confirmedIn);
  }

  /** Of the commit of this id where it is ours, and the next of its stream; else null. */
  nextNumber(commit: CommitMessage): number | null {
    return this.#find(commit)?.number ?? null;
  }

  confirm(commit: CommitMessage, sequence: number): void {
    const found = this.#find(commit);
    if (found === null) throw damaged(this.#db.name, `${commit.commitId} is not pending`);
    this.#confirmKept(found, sequence);
  }

  /** The same by its number. False where it is not the next of its stream, or does not wait any more. */
  confirmNumber(number: number, sequence: number): boolean {
    const commit = this.#commit.get(number);
    if (commit === undefined) return false;
    const [status, stream, predecessor] = commit;
    if (status !== PENDING || !this.#isConfirmed(predecessor)) return false;
    this.#confirmKept({ number, stream }, sequence);
    return true;
  }

  #confirmKept({ number, stream }: Pick<Kept, 'number' | 'stream'>, sequence: number): void {
    this.#confirm.run(sequence, number);
    for (const step of this.#leaving) step.run(number);
    this.#confirmedIn.run(sequence, stream);
  }

  /**
   * A pending commit whose predecessor is confirmed is the next of its stream: had anything else come there, it would have been
   * put aside.
   */
  #find({ commitId, predecessor }: CommitMessage): Kept | null {
    const kept = this.#kept(toBlob(commitId));
    return kept?.status === PENDING && this.#follows(kept.predecessor, predecessor) ? kept : null;
  }

  #follows(before: Buffer | null, predecessor: string | null): boolean {
    if (before === null || predecessor === null) return before === predecessor;
    return before.equals(toBlob(predecessor)) && this.#isConfirmed(before);
  }

  /** Nothing stands before the first one of a stream. */
  #isConfirmed(before: Buffer | null): boolean {
    return before === null || this.#kept(before)?.status === CONFIRMED;
  }

  #kept(eventId: Buffer): Kept | null {
    const number = this.#event.get(eventId);
    const commit = number === undefined ? undefined : this.#commit.get(number);
    if (number === undefined || commit === undefined) return null;
    const [status, stream, predecessor] = commit;
    return { number, status, stream, predecessor };
  }
}
