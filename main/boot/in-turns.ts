/** Tasks that are done at once before the process turns to whatever else waits. */
const PER_TURN = 48;

/**
 * Runs tasks in their order, at once as long as they are few. A thread that answers thousands of calls in a moment
 * must not keep the process, and with it the window, from everything else.
 */
export function createTurns(): (task: () => void) => void {
  let waiting: (() => void)[] = [];
  let left = PER_TURN;
  let isScheduled = false;
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(next);
  };
  const next = (): void => {
    isScheduled = false;
    const now = waiting.slice(0, PER_TURN);
    waiting = waiting.slice(PER_TURN);
    left = PER_TURN - now.length;
    if (now.length > 0) schedule();
    for (const task of now) task();
  };
  return (task) => {
    schedule();
    if (left === 0 || waiting.length > 0) {
      waiting.push(task);
      return;
    }
    left -= 1;
    task();
  };
}
