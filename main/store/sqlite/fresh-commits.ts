import type { CommitDraft } from '../../../domain/ports/event-log.ts';

/** A commit that was appended a moment ago and waits to go out. */
export interface FreshCommit {
  readonly number: number;
  /** Key of its stream. */
  readonly stream: number;
  readonly draft: CommitDraft;
}

/** Where more wait, whoever sends them is behind, and reads them from the log. */
const MOST = 4096;
/** Characters of all their data. */
const MOST_CHARS = 8 * 1024 * 1024;

function charsOf({ draft }: FreshCommit): number {
  return draft.events.reduce((sum, { data }) => sum + data.length, 0);
}

/** What was appended since the outbox was read to its end: it goes out as it was made, without being read back. */
export class FreshCommits {
  /** By number, in its order. */
  readonly #commits = new Map<number, FreshCommit>();
  #chars = 0;
  /** Number behind which all that waits is here; null: nobody has read that far. */
  #from: number | null = null;

  /** Nothing waits behind this number. */
  begin(number: number): void {
    this.clear();
    this.#from = number;
  }

  note(commit: FreshCommit): void {
    if (this.#from === null) return;
    this.#commits.set(commit.number, commit);
    this.#chars += charsOf(commit);
    if (this.#commits.size > MOST || this.#chars > MOST_CHARS) this.clear();
  }

  /** Those behind a number, the first ones of them; null where they have to be read from the log. */
  after(number: number, limit: number): readonly FreshCommit[] | null {
    if (this.#from === null || number < this.#from) return null;
    this.#from = number;
    const found: FreshCommit[] = [];
    for (const commit of this.#commits.values()) {
      if (commit.number <= number) this.left(commit.number);
      else if (found.push(commit) >= limit) break;
    }
    return found;
  }

  /** It does not wait any more. */
  left(number: number): void {
    const commit = this.#commits.get(number);
    if (commit !== undefined) this.#chars -= charsOf(commit);
    this.#commits.delete(number);
  }

  /** Something in the outbox is not as it was appended. */
  clear(): void {
    this.#commits.clear();
    this.#chars = 0;
    this.#from = null;
  }
}
