import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createShutdown } from './shutdown.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('shutdown', () => {
  it('ends cleanly once, however often it is begun', async () => {
    const stop = vi.fn(() => Promise.resolve());
    const done = vi.fn();
    const shutdown = createShutdown({ stop, limitMs: 1000, done });
    shutdown.begin();
    shutdown.begin();
    await vi.advanceTimersByTimeAsync(5000);
    expect([stop.mock.calls.length, done.mock.calls, shutdown.isDone()]).toEqual([1, [[true]], true]);
  });

  it('ends all the same when closing hangs', async () => {
    const done = vi.fn();
    const shutdown = createShutdown({ stop: () => new Promise<void>(() => undefined), limitMs: 1000, done });
    shutdown.begin();
    await vi.advanceTimersByTimeAsync(999);
    expect(shutdown.isDone()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(done.mock.calls).toEqual([[false]]);
  });

  it('ends all the same when closing fails', async () => {
    const done = vi.fn();
    createShutdown({ stop: () => Promise.reject(new Error('disk')), limitMs: 1000, done }).begin();
    await vi.advanceTimersByTimeAsync(0);
    expect(done.mock.calls).toEqual([[false]]);
  });
});
