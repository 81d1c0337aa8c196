import { describe, expect, it } from 'vitest';
import { installTestHooks } from './test-hooks.ts';

describe('test hooks', () => {
  it('show the threads and hold the window back until the test runner is attached', async () => {
    const scope: { personConsoleThreads?: object; __playwright_run?: () => void } = {};
    const threads = {};
    let attached = false;
    const waiting = installTestHooks(scope, threads).then(() => {
      attached = true;
    });
    await Promise.resolve();
    expect([scope.personConsoleThreads, attached]).toEqual([threads, false]);
    scope.__playwright_run?.();
    await waiting;
    expect(attached).toBe(true);
  });
});
