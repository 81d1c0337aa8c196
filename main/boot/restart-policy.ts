/** Ends of a thread within `windowMs` milliseconds, after which it is not started again. */
export const restartPolicy = { most: 5, windowMs: 60_000, firstDelayMs: 200, longestDelayMs: 5_000 } as const;

/**
 * How long to wait before the next start: doubling from the first delay with every end in the window. Null: it
 * ended too often, leave it.
 * @param ends times of all ends so far, milliseconds, the one just now included
 */
export function restartDelay(ends: readonly number[], now: number): number | null {
  const recent = ends.filter((end) => now - end < restartPolicy.windowMs).length;
  if (recent > restartPolicy.most) return null;
  return Math.min(restartPolicy.firstDelayMs * 2 ** Math.max(0, recent - 1), restartPolicy.longestDelayMs);
}
