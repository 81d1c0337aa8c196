import type { Statement } from 'better-sqlite3';
import { type CommitMessage, writeMessage } from '../../../domain/sync/commit-message.ts';
import type { Known } from '../../../domain/sync/judge.ts';
import { CONFIRMED, PENDING } from './commit-status.ts';
import type { CommitWriter } from './commit-writer.ts';
import type { ConfirmedHeads } from './confirmed-heads.ts';
import type { EventIds } from './event-ids.ts';
import type { WritableDb } from './open-database.ts';
import type { OutboxReader } from './outbox-reader.ts';
import type { PendingChain, StreamFront } from './pending-chain.ts';
import { toBlob } from './uuid-blob.ts';

const SQL = {
  commitOfCommand: 'SELECT commit_number FROM commands WHERE command_id = ?',
  status: 'SELECT status FROM commits WHERE number = ?',
  pendingStream: `SELECT (SELECT name FROM streams WHERE id = stream) FROM commits WHERE number = ? AND status = ${PENDING}`,
} as const;

const OWN: Known = {
  isOwn: true,
  head: null,
  isWaiting: true,
  confirmedAt: null,
  isIdTaken: false,
  isIdHeld: false,
  isCommandDone: false,
};

export interface KnownCommitsOptions {
  readonly db: WritableDb;
  readonly chain: PendingChain;
  readonly heads: ConfirmedHeads;
  readonly outbox: OutboxReader;
  readonly ids: EventIds;
  readonly writer: CommitWriter;
  /** No command of this id was ever kept. */
  readonly isNewCommand: (commandId: string) => boolean;
}

/** What the log has of a message's stream and of the ids in it. */
export class KnownCommits {
  readonly #options: KnownCommitsOptions;
  readonly #commitOfCommand: Statement<[Buffer], number>;
  readonly #status: Statement<[number], number>;
  readonly #pendingStream: Statement<[number], string>;

  constructor(options: KnownCommitsOptions) {
    const { db } = options;
    this.#options = options;
    this.#commitOfCommand = db.prepare<[Buffer], number>(SQL.commitOfCommand).pluck();
    this.#status = db.prepare<[number], number>(SQL.status).pluck();
    this.#pendingStream = db.prepare<[number], string>(SQL.pendingStream).pluck();
  }

  of(commit: CommitMessage): Known {
    const front = this.#frontOf(commit);
    if (front === null) return OWN;
    const { ids } = this.#options;
    const holders = ids.holders(commit);
    const taken = holders.filter(({ status }) => status === CONFIRMED);
    return {
      isOwn: false,
      ...front,
      confirmedAt: taken.find(({ eventId }) => eventId === commit.commitId)?.sequence ?? null,
      isIdTaken: taken.length > 0,
      isIdHeld: holders.length > taken.length,
      isCommandDone: this.#isDone(commit.commandId),
    };
  }

  /** Null where it is the next of ours. */
  #frontOf(commit: CommitMessage): StreamFront | null {
    const { chain, heads, writer } = this.#options;
    const head = heads.get(commit.streamId);
    if (head !== undefined) return { head, isWaiting: false };
    // What the group under way has gathered of the stream is in no table yet.
    if (writer.headOf(commit.streamId) !== undefined) writer.write();
    return this.#isOwn(commit) ? null : chain.frontOf(commit.streamId);
  }

  /** Whoever only takes in what others did has nothing to recognise. */
  #isOwn(commit: CommitMessage): boolean {
    const { writer, chain, outbox } = this.#options;
    const next = writer.pending > 0 ? chain.nextOf(commit.streamId) : null;
    return next !== null && outbox.those([next.number])[0]?.text === writeMessage(commit);
  }

  /** Null where no commit of this command waits. */
  pendingStreamOf(commandId: string): string | null {
    const number = this.#options.writer.pending === 0 ? undefined : this.#commitOf(commandId);
    return number === undefined ? null : (this.#pendingStream.get(number) ?? null);
  }

  #isDone(commandId: string): boolean {
    const number = this.#commitOf(commandId);
    return number !== undefined && this.#status.get(number) === CONFIRMED;
  }

  #commitOf(commandId: string): number | undefined {
    const { isNewCommand, writer } = this.#options;
    if (isNewCommand(commandId)) return undefined;
    if (writer.holds(commandId)) writer.write();
    return this.#commitOfCommand.get(toBlob(commandId));
  }
}
