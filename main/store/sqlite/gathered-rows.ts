import type { Statement } from 'better-sqlite3';
import type { WritableDb } from './open-database.ts';

type Value = string | number | bigint | Buffer | Uint8Array | null;

/** Rows in one statement. Twice as many gain little more; a statement takes at most 32,766 values. */
const CHUNK = 16;

function insertOf(db: WritableDb, into: string, columns: string, rows: number): Statement {
  const row = `(${columns
    .split(',')
    .map(() => '?')
    .join(', ')})`;
  return db.prepare(`${into}(${columns}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`);
}

/** Rows of one table on their way: in one statement they cost half of what they cost one by one. */
export class GatheredRows {
  readonly #one: Statement;
  readonly #many: Statement;
  readonly #width: number;
  /** Of at most `CHUNK` rows; used again and again. */
  readonly #values: Value[];
  #count = 0;

  /** `isReplacing`: a row whose key is there already takes its place. */
  constructor(db: WritableDb, table: string, columns: string, isReplacing = false) {
    const into = `INSERT ${isReplacing ? 'OR REPLACE ' : ''}INTO ${table}`;
    this.#one = insertOf(db, into, columns, 1);
    this.#many = insertOf(db, into, columns, CHUNK);
    this.#width = columns.split(',').length;
    this.#values = Array.from({ length: CHUNK * this.#width }, () => null);
  }

  add(row: readonly Value[]): void {
    for (const value of row) {
      this.#values[this.#count] = value;
      this.#count += 1;
    }
    if (this.#count < this.#values.length) return;
    this.#many.run(...this.#values);
    this.#count = 0;
  }

  /** Inserts what is left. */
  write(): void {
    for (let from = 0; from < this.#count; from += this.#width) {
      this.#one.run(...this.#values.slice(from, from + this.#width));
    }
    this.#count = 0;
  }

  forget(): void {
    this.#count = 0;
  }
}
