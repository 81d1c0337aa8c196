import { type LegacyMessage, legacyMessages } from '../../../domain/legacy/messages.ts';
import type { StoredEvent } from '../../../domain/kernel/event.ts';
import { categoryOf } from '../../../domain/kernel/ids.ts';
import type { ExistingPerson } from '../../../domain/person/index.ts';
import type { ConfirmedCommit, LegacyLog } from '../../../domain/ports/legacy-log.ts';
import { registry } from '../../../domain/registry.ts';

export interface DualWriterOptions {
  readonly log: LegacyLog;
  readonly installation: string;
  /** A person as an event left it. */
  readonly personAt: (streamId: string, version: number) => ExistingPerson | null;
  readonly publish: (message: LegacyMessage) => Promise<void>;
  /** So many messages are there; 0: nothing is left to be said. */
  readonly onPublished: (messages: number) => void;
}

/** Commits whose messages are under way at a time. */
const PAGE = 50;

/**
 * Tells the former system, in the order of the installation, what is confirmed and did not come from it. Published again
 * after an interruption, a message has the id that it had.
 */
export class DualWriter {
  readonly #options: DualWriterOptions;
  #wake: () => void = () => undefined;
  #isOver = false;

  constructor(options: DualWriterOptions) {
    this.#options = options;
  }

  /** There is more that is confirmed. */
  wake(): void {
    this.#wake();
  }

  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  async run(after: number): Promise<void> {
    const { log, publish, onPublished } = this.#options;
    let cursor = after;
    while (!this.#isOver) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const commits = log.confirmedAfter(cursor, PAGE);
      const last = commits.at(-1);
      if (last === undefined) {
        onPublished(0);
        await woken;
        continue;
      }
      const messages = commits.flatMap((commit) => this.#messagesOf(commit));
      await Promise.all(messages.map(publish));
      cursor = last.sequence;
      log.wrote(cursor);
      onPublished(messages.length);
    }
  }

  #messagesOf({ isFormer, events }: ConfirmedCommit): readonly LegacyMessage[] {
    return isFormer ? [] : events.flatMap((event) => this.#messagesOfEvent(event));
  }

  #messagesOfEvent(stored: StoredEvent): readonly LegacyMessage[] {
    const { known, event } = registry.upcast(stored);
    if (!known || categoryOf(event.streamId) !== 'person') return [];
    const { personAt, installation } = this.#options;
    const person = personAt(event.streamId, event.version);
    return person === null ? [] : legacyMessages({ event, person, installation });
  }
}
