import type { Statement } from 'better-sqlite3';
import { derivedId } from '../../../domain/kernel/derived-id.ts';
import type { CommitMessage } from '../../../domain/sync/commit-message.ts';
import { PENDING } from './commit-status.ts';
import type { CommitWriter } from './commit-writer.ts';
import type { WritableDb } from './open-database.ts';
import { toBlob } from './uuid-blob.ts';

const SQL = {
  holder: `SELECT e.position, c.status, c.broker_sequence, s.name FROM events e
    CROSS JOIN commits c ON c.number = e.commit_number CROSS JOIN streams s ON s.id = e.stream
    WHERE e.event_id = ?`,
  rename: 'UPDATE events SET event_id = ? WHERE position = ?',
} as const;

type Row = readonly [position: number, status: number, sequence: number | null, streamId: string];

/** An event that is here already, under an id of one in a message. */
export interface IdHolder {
  readonly eventId: string;
  readonly position: number;
  /** Of its commit, as `commit-status.ts` has it. */
  readonly status: number;
  readonly sequence: number | null;
  readonly streamId: string;
}

/**
 * Ids are made so that no two are the same, but what comes from the installation can have been written by anybody: an id
 * that is there already must not keep all that comes after it away.
 */
export class EventIds {
  readonly #writer: CommitWriter;
  readonly #holder: Statement<[Buffer], Row>;
  readonly #rename: Statement<[Buffer, number]>;

  constructor(db: WritableDb, writer: CommitWriter) {
    this.#writer = writer;
    this.#holder = db.prepare<[Buffer], Row>(SQL.holder).raw();
    this.#rename = db.prepare<[Buffer, number]>(SQL.rename);
  }

  /** Most messages have none. */
  holders({ events }: CommitMessage): readonly IdHolder[] {
    const found: IdHolder[] = [];
    for (const { eventId } of events) {
      if (this.#writer.holdsEvent(eventId)) this.#writer.write();
      const row = this.#holder.get(toBlob(eventId));
      if (row === undefined) continue;
      const [position, status, sequence, streamId] = row;
      found.push({ eventId, position, status, sequence, streamId });
    }
    return found;
  }

  /** Other streams in which one of them waits. */
  waitingElsewhere(commit: CommitMessage): readonly string[] {
    return this.holders(commit)
      .filter(({ status, streamId }) => status === PENDING && streamId !== commit.streamId)
      .map(({ streamId }) => streamId);
  }

  /** All that has these ids was put aside. */
  giveUp(commit: CommitMessage): void {
    for (const { eventId, position } of this.holders(commit))
      this.#rename.run(toBlob(derivedId('put-aside', eventId, String(position))), position);
  }
}
