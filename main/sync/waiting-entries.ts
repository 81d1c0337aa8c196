/** Numbers of outbox entries that wait, stream by stream, the oldest first. */
export class WaitingEntries {
  readonly #byStream = new Map<string, number[]>();

  has(streamId: string): boolean {
    return this.#byStream.has(streamId);
  }

  /** Behind all others of its stream. */
  add(streamId: string, number: number): void {
    const numbers = this.#byStream.get(streamId);
    if (numbers === undefined) this.#byStream.set(streamId, [number]);
    else numbers.push(number);
  }

  /** It is the next of its stream still. */
  putBack(streamId: string, number: number): void {
    this.#byStream.set(streamId, [number, ...(this.#byStream.get(streamId) ?? [])]);
  }

  /** The next of a stream, which does not wait any more then; null where none does. */
  take(streamId: string): number | null {
    const numbers = this.#byStream.get(streamId) ?? [];
    const number = numbers.shift() ?? null;
    if (numbers.length === 0) this.#byStream.delete(streamId);
    return number;
  }
}
