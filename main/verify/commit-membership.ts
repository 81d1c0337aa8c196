import type { EventRow } from './event-rows.ts';
import type { Note } from './findings.ts';

const SUPERSEDED = 2;

/** Sixteen characters instead of an object for each: there are as many as streams. */
function compact(id: Buffer | null): string {
  return id?.toString('latin1') ?? '';
}

/** Checks of each event that it is where its commit says, and of each commit that it follows the one before it. */
export class CommitMembership {
  readonly #note: Note;
  /** Stream → id of its last live commit, which is the id of that commit's first event. */
  readonly #heads = new Map<number, string>();

  constructor(note: Note) {
    this.#note = note;
  }

  /** Events in the order of the log. */
  take(row: EventRow): void {
    const { position, commitNumber: commit, commitStream, firstEvent, eventCount } = row;
    if (commitStream === null || firstEvent === null || eventCount === null) {
      const message = `The event at position ${position} belongs to no commit.`;
      return this.#note('commit-missing', message, { position, commit });
    }
    this.#checkRange(row, firstEvent, firstEvent + eventCount - 1);
    this.#checkStream(row, commitStream);
    this.#checkStatus(row);
    if (position === firstEvent && row.status !== SUPERSEDED) this.#checkPredecessor(row, commitStream);
  }

  #checkRange({ position, commitNumber: commit }: EventRow, first: number, last: number): void {
    if (position >= first && position <= last) return;
    const message = `The event at position ${position} names commit ${commit}, which reaches from ${first} to ${last}.`;
    this.#note('commit-range-wrong', message, { position, commit });
  }

  #checkStream({ position, commitNumber: commit, stream }: EventRow, commitStream: number): void {
    if (stream === commitStream) return;
    const message = `The event at position ${position} and its commit belong to different streams.`;
    this.#note('commit-stream-differs', message, { position, commit });
  }

  #checkStatus({ position, commitNumber: commit, status, superseded }: EventRow): void {
    if ((status === SUPERSEDED) === (superseded === 1)) return;
    const message = `The event at position ${position} and its commit disagree on whether a rebase has replaced them.`;
    this.#note('superseded-differs', message, { position, commit });
  }

  #checkPredecessor({ commitNumber: commit, predecessor, eventId }: EventRow, stream: number): void {
    if (compact(predecessor) !== (this.#heads.get(stream) ?? '')) {
      this.#note(
        'predecessor-broken',
        `Commit ${commit} does not follow the commit before it in its stream.`,
        {
          commit,
        },
      );
    }
    this.#heads.set(stream, compact(eventId));
  }
}
