import type { Statement } from 'better-sqlite3';
import { SUPERSEDED } from './commit-status.ts';
import type { WritableDb } from './open-database.ts';
import type { CutStream } from './pending-chain.ts';

const SQL = {
  commit: `UPDATE commits SET status = ${SUPERSEDED} WHERE number = ?`,
  events: 'UPDATE events SET superseded = 1 WHERE commit_number = ? AND position >= ? AND position < ?',
  outbox: 'DELETE FROM outbox WHERE commit_number = ?',
  sent: 'DELETE FROM sent_commands WHERE commit_number = ?',
  command: 'DELETE FROM commands WHERE commit_number = ? AND command_id = ?',
  head: 'UPDATE streams SET version = ?, head_event = ?, head_commit = ?, pending = 0 WHERE id = ?',
} as const;

/** Takes what is pending off the end of a stream: its events stay, and no longer count. */
export class PutAside {
  readonly #commit: Statement<[number]>;
  readonly #events: Statement<[number, number, number]>;
  readonly #waits: readonly Statement<[number]>[];
  readonly #command: Statement<[number, Buffer]>;
  readonly #head: Statement<[number, number, number, number]>;

  constructor(db: WritableDb) {
    this.#commit = db.prepare<[number]>(SQL.commit);
    this.#events = db.prepare<[number, number, number]>(SQL.events);
    this.#waits = [SQL.outbox, SQL.sent].map((sql) => db.prepare<[number]>(sql));
    this.#command = db.prepare<[number, Buffer]>(SQL.command);
    this.#head = db.prepare<[number, number, number, number]>(SQL.head);
  }

  /** Answers how many commits it were. */
  all({ key, head, headCommit, pending }: CutStream): number {
    for (const { number, firstEvent, eventCount, commandId } of pending) {
      this.#commit.run(number);
      this.#events.run(number, firstEvent, firstEvent + eventCount);
      for (const wait of this.#waits) wait.run(number);
      this.#command.run(number, commandId);
    }
    this.#head.run(head?.version ?? 0, head?.position ?? 0, headCommit, key);
    return pending.length;
  }
}
