import { setImmediate as pause } from 'node:timers/promises';

/** A list in pieces, with a pause after each: whoever waits on this thread goes first. */
export async function* inPieces<T>(list: readonly T[], size: number): AsyncGenerator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) {
    yield list.slice(from, from + size);
    await pause();
  }
}
