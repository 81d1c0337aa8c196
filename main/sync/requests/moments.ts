/** Something that happens again and again, and that several wait for. */
export class Moments {
  readonly #listeners = new Set<() => void>();

  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Resolves once it is so: looks now, and whenever something happened. Rejects with the signal's reason. */
  until(isSo: () => boolean, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        this.#listeners.delete(look);
        signal.removeEventListener('abort', abort);
        settle();
      };
      const abort = (): void => end(() => reject(asError(signal.reason)));
      const look = (): void => {
        try {
          if (isSo()) end(resolve);
        } catch (error) {
          end(() => reject(asError(error)));
        }
      };
      this.#listeners.add(look);
      signal.addEventListener('abort', abort);
      if (signal.aborted) abort();
      else look();
    });
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
