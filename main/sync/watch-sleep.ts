const LOOK_MS = 1000;
/** A look that comes so much later than it should: the machine has slept. */
const LATE_MS = 5000;

/** Milliseconds since any beginning. */
export interface Clocks {
  readonly wall: () => number;
  /** Goes only forward; on some systems it stands still while the machine sleeps. */
  readonly monotonic: () => number;
}

export const systemClocks: Clocks = { wall: () => Date.now(), monotonic: () => performance.now() };

/** Says when the machine has slept, also where nobody else does. Answers how to end it. */
export function watchSleep(onAwake: () => void, clocks = systemClocks): () => void {
  const read = (): readonly [number, number] => [clocks.wall(), clocks.monotonic()];
  let before = read();
  const timer = setInterval(() => {
    const now = read();
    const elapsed = Math.max(now[0] - before[0], now[1] - before[1]);
    before = now;
    if (elapsed > LOOK_MS + LATE_MS) onAwake();
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
