import type { Statement } from 'better-sqlite3';
import type { ConfirmedMessage } from '../../../domain/ports/sync-log.ts';
import { GatheredRows } from './gathered-rows.ts';
import type { WritableDb } from './open-database.ts';
import { fromBlob } from './uuid-blob.ts';

const SQL = {
  position: "SELECT value FROM sync_state WHERE key = 'position'",
  move: `INSERT INTO sync_state(key, value) VALUES('position', ?)
    ON CONFLICT(key) DO UPDATE SET value = excluded.value`,
  // Nanoseconds have more digits than a number of JavaScript.
  atMost: `SELECT broker_sequence, (SELECT event_id FROM events WHERE position = first_event),
      (SELECT CAST(time AS TEXT) FROM broker_times WHERE sequence = broker_sequence)
    FROM commits WHERE broker_sequence <= ? ORDER BY broker_sequence DESC LIMIT 1`,
} as const;

/** How far the broker's log was taken in, and what shows whether it still has that. */
export class BrokerPlace {
  readonly #position: Statement<[], number>;
  readonly #move: Statement<[number]>;
  readonly #times: GatheredRows;
  readonly #atMost: Statement<[number], [number, Buffer, string | null]>;

  constructor(db: WritableDb) {
    this.#position = db.prepare<[], number>(SQL.position).pluck();
    this.#move = db.prepare(SQL.move);
    this.#times = new GatheredRows(db, 'broker_times', 'sequence, time', true);
    this.#atMost = db.prepare<[number], [number, Buffer, string | null]>(SQL.atMost).raw();
  }

  position = (): number => this.#position.get() ?? 0;

  moveTo = (sequence: number): void => {
    this.#move.run(sequence);
  };

  noteTime = (sequence: number, time: string): void => {
    this.#times.add([sequence, BigInt(time)]);
  };

  /** Inside the transaction, at its end. */
  write(): void {
    this.#times.write();
  }

  /** After a roll-back. */
  forget(): void {
    this.#times.forget();
  }

  confirmedAtMost = (sequence: number): ConfirmedMessage | null => {
    const row = this.#atMost.get(sequence);
    return row === undefined ? null : { sequence: row[0], commitId: fromBlob(row[1]), time: row[2] };
  };
}
