import type { ConsoleFailure } from '../../domain/contract/errors.ts';

interface Waiter {
  readonly position: number;
  /** Null: all of them. */
  readonly views: readonly string[] | null;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Why a view will not get to a position by itself; null where it will. */
export type FindStopped = (position: number, views: readonly string[] | null) => ConsoleFailure | null;

/** Those who wait for the views to reach a position. A view that stopped before it fails them at once, in words. */
export class ViewWaiters {
  readonly #findStopped: FindStopped;
  #waiters: Waiter[] = [];

  constructor(findStopped: FindStopped) {
    this.#findStopped = findStopped;
  }

  /** `reached`: where the running views are now. */
  wait(position: number, views: readonly string[] | null, reached: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const stopped = this.#findStopped(position, views);
      if (stopped !== null) reject(stopped);
      else if (position <= reached) resolve();
      else this.#waiters.push({ position, views, resolve, reject });
    });
  }

  advance(reached: number): void {
    this.#settle(
      ({ position }) => position <= reached,
      ({ resolve }) => resolve(),
    );
  }

  /** A view stopped. */
  recheck(): void {
    for (const waiter of [...this.#waiters]) {
      const stopped = this.#findStopped(waiter.position, waiter.views);
      if (stopped !== null) {
        this.#settle(
          (candidate) => candidate === waiter,
          ({ reject }) => reject(stopped),
        );
      }
    }
  }

  failAll(error: unknown): void {
    this.#settle(
      () => true,
      ({ reject }) => reject(error),
    );
  }

  #settle(isDue: (waiter: Waiter) => boolean, settle: (waiter: Waiter) => void): void {
    const due = this.#waiters.filter(isDue);
    if (due.length === 0) return;
    this.#waiters = this.#waiters.filter((waiter) => !isDue(waiter));
    for (const waiter of due) settle(waiter);
  }
}
