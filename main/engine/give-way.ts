import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

/** For no longer than this at a time. */
export const MAX_DELAY_MS = 250;
/** Between two looks at whether it is still asked for. */
export const LOOK_MS = 10;

/** Between two steps of long work: commands go first, and messages that come in numbers, but never for long. */
export async function giveWay(expectsMore: () => boolean): Promise<void> {
  await turn();
  const until = performance.now() + MAX_DELAY_MS;
  while (expectsMore() && performance.now() < until) await wait(LOOK_MS);
}
