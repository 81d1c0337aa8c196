import type { RunningThread } from './threads.ts';

export interface RunningThreads {
  engine?: RunningThread;
  reader?: RunningThread;
  jobs?: RunningThread;
}

/**
 * For the end-to-end tests, and only where the caller has made sure that this is no packaged console: threads that
 * can be ended as a crash would, and a window that waits until the test runner is attached (it calls
 * `__playwright_run` then; a window that opens at that moment can be missed). Settles when it is.
 */
export function installTestHooks(scope: object, threads: RunningThreads): Promise<void> {
  return new Promise((resolve) => {
    Object.assign(scope, { personConsoleThreads: threads, __playwright_run: () => resolve() });
  });
}
