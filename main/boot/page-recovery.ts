import { restartDelay } from './restart-policy.ts';

export interface PageRecoveryOptions {
  readonly reload: () => void;
  /** It broke too often to be loaded again unasked. */
  readonly giveUp: () => void;
  readonly now: () => number;
  readonly later: (work: () => void, ms: number) => void;
}

/**
 * Loads the page again when its process broke; drafts are in the profile and survive. A page that breaks again and
 * again is left to the operator after a while, so that the machine is not kept busy with it.
 */
export function createPageRecovery({ reload, giveUp, now, later }: PageRecoveryOptions): () => void {
  const ends: number[] = [];
  return () => {
    ends.push(now());
    const delay = restartDelay(ends, now());
    if (delay === null) giveUp();
    else later(reload, delay);
  };
}
