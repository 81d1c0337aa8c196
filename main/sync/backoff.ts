const FIRST_MS = 500;
const MOST_MS = 30_000;

/** Milliseconds until the next attempt: twice as long each time, and never the same for two consoles. */
export function retryDelay(failures: number, random: () => number): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  return Math.round(most / 2 + (most / 2) * random());
}
