import type { OutboxEntry } from '../../../domain/ports/sync-log.ts';
import { commitIdIn } from '../../../domain/sync/commit-message.ts';

/** More than can be under way at a time: what is forgotten too early is read as any other message is. */
const KEPT = 8192;

/** What was read out to be sent: what comes back byte for byte need not be read to be recognised. */
export class ReadOut {
  readonly #byCommit = new Map<string, OutboxEntry>();

  note(entries: readonly OutboxEntry[]): void {
    for (const entry of entries) this.#byCommit.set(entry.commitId, entry);
    for (const commitId of this.#byCommit.keys()) {
      if (this.#byCommit.size <= KEPT) return;
      this.#byCommit.delete(commitId);
    }
  }

  /** Hands it out once. */
  take(text: string): OutboxEntry | null {
    const entry = this.#byCommit.get(commitIdIn(text));
    if (entry?.text !== text) return null;
    this.#byCommit.delete(entry.commitId);
    return entry;
  }

  /** Numbers are given anew. */
  forget(): void {
    this.#byCommit.clear();
  }
}
