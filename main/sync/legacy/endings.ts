import { type ConsoleFailure, failure } from '../../../domain/contract/errors.ts';

type End = (error: ConsoleFailure | null) => void;

/** Those who wait for a reading to come to its end, or to what keeps it from that. */
export class Endings {
  readonly #ends = new Set<End>();

  next(): Promise<void> {
    const ended = new Promise<void>((resolve, reject) => {
      this.#ends.add((error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
    ended.catch(() => undefined);
    return ended;
  }

  tell(error: ConsoleFailure | null): void {
    const ends = [...this.#ends];
    this.#ends.clear();
    for (const end of ends) end(error);
  }
}

export function switchedOff(): ConsoleFailure {
  return failure(
    'retryable',
    'legacy-off',
    'The bridge was switched off meanwhile. Read again to go on where it was.',
  );
}
