import type { Statement } from 'better-sqlite3';
import type { WritableDb } from './open-database.ts';

const PRUNED = 'sent-pruned';

const SQL = {
  pruned: `SELECT value FROM sync_state WHERE key = '${PRUNED}'`,
  note: `INSERT INTO sync_state(key, value) VALUES('${PRUNED}', ?)
    ON CONFLICT(key) DO UPDATE SET value = excluded.value`,
  next: `SELECT broker_sequence FROM commits WHERE broker_sequence > ? AND broker_sequence <= ?
    ORDER BY broker_sequence LIMIT 1 OFFSET ?`,
  prune: `DELETE FROM sent_commands WHERE commit_number IN
    (SELECT number FROM commits WHERE broker_sequence > ? AND broker_sequence <= ?)`,
} as const;

/**
 * A server that loses power loses seconds, one that is restored from last night's copy a day: of the messages of so many the
 * commands are kept. What goes further back goes out again all the same, unchanged; only where others went on there meanwhile
 * it cannot be decided anew, and its conflict says that the command is not known any more.
 */
export const KEPT_MESSAGES = 100_000;
/** Messages between two times that are pruned, and commits that are looked at in one: some ten milliseconds. */
const STEP = 10_000;

/** What was asked by commits that were confirmed: a broker that loses its tail makes them pending again. */
export class SentCommands {
  readonly #readPruned: Statement<[], number>;
  readonly #note: Statement<[number]>;
  readonly #next: Statement<[number, number, number], number>;
  readonly #prune: Statement<[number, number]>;
  /** Up to this sequence there are none any more; null where that has to be read. */
  #pruned: number | null = null;

  constructor(db: WritableDb) {
    this.#readPruned = db.prepare<[], number>(SQL.pruned).pluck();
    this.#note = db.prepare<[number]>(SQL.note);
    this.#next = db.prepare<[number, number, number], number>(SQL.next).pluck();
    this.#prune = db.prepare<[number, number]>(SQL.prune);
  }

  /** Messages up to this sequence were taken in. */
  reached(sequence: number): void {
    this.#pruned ??= this.#readPruned.get() ?? 0;
    const limit = sequence - KEPT_MESSAGES;
    if (limit - this.#pruned < STEP) return;
    const to = this.#next.get(this.#pruned, limit, STEP - 1) ?? limit;
    this.#prune.run(this.#pruned, to);
    this.#noteAt(to);
  }

  /** Sequences after this one are given anew. */
  stepBack(sequence: number): void {
    this.#pruned ??= this.#readPruned.get() ?? 0;
    if (this.#pruned > sequence) this.#noteAt(sequence);
  }

  /** After a roll-back. */
  forget(): void {
    this.#pruned = null;
  }

  #noteAt(sequence: number): void {
    this.#note.run(sequence);
    this.#pruned = sequence;
  }
}
