import type { StreamHead } from '../../../domain/ports/event-log.ts';

/** They cost some hundred bytes each. */
const MOST = 20_000;

/** Heads of streams that others went on with of late, and in which nothing of ours waits: what comes next need not look. */
export class ConfirmedHeads {
  readonly #heads = new Map<string, StreamHead>();

  get(streamId: string): StreamHead | undefined {
    return this.#heads.get(streamId);
  }

  moved(streamId: string, head: StreamHead): void {
    if (this.#heads.size >= MOST) this.#heads.clear();
    this.#heads.set(streamId, head);
  }

  /** It may end otherwise, or something of ours waits behind it. */
  forget(streamId: string): void {
    this.#heads.delete(streamId);
  }

  clear(): void {
    this.#heads.clear();
  }
}
