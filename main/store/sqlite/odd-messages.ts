import type { Statement } from 'better-sqlite3';
import type { OddMessage } from '../../../domain/ports/sync-log.ts';
import type { WritableDb } from './open-database.ts';
import { toBlob } from './uuid-blob.ts';

const SQL = {
  keep: `INSERT OR IGNORE INTO odd_messages(sequence, subject, commit_id, reason, detail, received_at, body)
    VALUES(?, ?, ?, ?, ?, ?, ?)`,
  count: 'SELECT count(*) FROM odd_messages',
  prune: `DELETE FROM odd_messages WHERE sequence IN
    (SELECT sequence FROM odd_messages ORDER BY sequence LIMIT ?)`,
} as const;

/** What is kept of a message that nobody can read: enough to see what it was. */
const MAX_BODY = 64 * 1024;
/** Anybody with access can send as many as they like; the newest say what is wrong. */
export const MAX_ODD_MESSAGES = 10_000;

/** Messages of the log without effect, kept to be shown. */
export class OddMessages {
  readonly #keep: Statement;
  readonly #countAll: Statement<[], number>;
  readonly #prune: Statement<[number]>;
  /** Null where it is not known any more. */
  #count: number | null = null;

  constructor(db: WritableDb) {
    this.#keep = db.prepare(SQL.keep);
    this.#countAll = db.prepare<[], number>(SQL.count).pluck();
    this.#prune = db.prepare<[number]>(SQL.prune);
  }

  keep({ sequence, subject, commitId, reason, detail, body }: OddMessage, receivedAt: number): void {
    this.#count ??= this.#countAll.get() ?? 0;
    const id = commitId === null ? null : toBlob(commitId);
    const kept = body.slice(0, MAX_BODY);
    this.#count += this.#keep.run(sequence, subject, id, reason, detail, receivedAt, kept).changes;
    if (this.#count > MAX_ODD_MESSAGES)
      this.#count -= this.#prune.run(this.#count - MAX_ODD_MESSAGES).changes;
  }

  /** After a roll-back, and where others have deleted some. */
  forget(): void {
    this.#count = null;
  }
}
