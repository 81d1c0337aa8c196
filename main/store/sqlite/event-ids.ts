import type { Statement } from 'better-sqlite3';
import { derivedId } from '../../../domain/kernel/derived-id.ts';
import type { CommitMessage } from '../../../domain/sync/commit-message.ts';
import { PENDING } from './commit-status.ts';
import type { CommitWriter } from './commit-writer.ts';
import type { GreatestIds } from './greatest-ids.ts';
import type { WritableDb } from './open-database.ts';
import { toBlob } from './uuid-blob.ts';

const SQL = {
  // Two questions: most ids are new, and one table is asked quicker than several (event-reader.ts says why).
  event: 'SELECT position, commit_number, stream FROM events WHERE event_id = ?',
  commit:
    'SELECT status, broker_sequence, (SELECT name FROM streams WHERE id = ?) FROM commits WHERE number = ?',
  rename: 'UPDATE events SET event_id = ? WHERE position = ?',
} as const;

type EventRow = readonly [position: number, commit: number, stream: number];
type CommitRow = readonly [status: number, sequence: number | null, streamId: string];

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
  readonly #greatest: GreatestIds;
  readonly #event: Statement<[Buffer], EventRow>;
  readonly #commit: Statement<[number, number], CommitRow>;
  readonly #rename: Statement<[Buffer, number]>;

  constructor(db: WritableDb, writer: CommitWriter, greatest: GreatestIds) {
    this.#writer = writer;
    this.#greatest = greatest;
    this.#event = db.prepare<[Buffer], EventRow>(SQL.event).raw();
    this.#commit = db.prepare<[number, number], CommitRow>(SQL.commit).raw();
    this.#rename = db.prepare<[Buffer, number]>(SQL.rename);
  }

  /** Most messages have none. */
  holders({ events }: CommitMessage): readonly IdHolder[] {
    const found: IdHolder[] = [];
    for (const { eventId } of events) {
      if (this.#greatest.isNewEvent(eventId)) continue;
      if (this.#writer.holdsEvent(eventId)) this.#writer.write();
      const row = this.#event.get(toBlob(eventId));
      const commit = row && this.#commit.get(row[2], row[1]);
      if (row === undefined || commit === undefined) continue;
      const [status, sequence, streamId] = commit;
      found.push({ eventId, position: row[0], status, sequence, streamId });
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
    for (const { eventId, position } of this.holders(commit)) {
      const other = derivedId('put-aside', eventId, String(position));
      this.#rename.run(toBlob(other), position);
      this.#greatest.tookEvents([{ eventId: other }]);
    }
  }
}
