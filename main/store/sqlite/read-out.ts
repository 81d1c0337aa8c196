import type { OutboxEntry } from '../../../domain/ports/sync-log.ts';
import { commitIdIn } from '../../../domain/sync/commit-message.ts';

/** More than can be under way at a time: what is forgotten too early is read as any other message is. */
const MOST_ENTRIES = 8192;
/** Characters of all their texts. */
const MOST_CHARS = 32 * 1024 * 1024;

/** What was read out to be sent: what comes back byte for byte need not be read to be recognised. */
export class ReadOut {
  readonly #byCommit = new Map<string, OutboxEntry>();
  #chars = 0;

  note(entries: readonly OutboxEntry[]): void {
    for (const entry of entries) {
      this.#forget(entry.commitId);
      this.#byCommit.set(entry.commitId, entry);
      this.#chars += entry.text.length;
    }
    for (const commitId of this.#byCommit.keys()) {
      if (this.#byCommit.size <= MOST_ENTRIES && this.#chars <= MOST_CHARS) return;
      this.#forget(commitId);
    }
  }

  /** Hands it out once. */
  take(text: string): OutboxEntry | null {
    const entry = this.#byCommit.get(commitIdIn(text));
    if (entry?.text !== text) return null;
    this.#forget(entry.commitId);
    return entry;
  }

  /** Numbers are given anew. */
  clear(): void {
    this.#byCommit.clear();
    this.#chars = 0;
  }

  #forget(commitId: string): void {
    this.#chars -= this.#byCommit.get(commitId)?.text.length ?? 0;
    this.#byCommit.delete(commitId);
  }
}
