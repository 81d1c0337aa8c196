import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rebuildJob } from './rebuild-job.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells how far the engine is, and how fast it reads', async () => {
  let end: (answer: unknown) => void = () => undefined;
  const rebuilt = new Promise<unknown>((resolve) => {
    end = resolve;
  });
  const rebuild = { share: 0.4215, eventsPerSecond: 21_000, secondsLeft: 12, needed: false };
  const ask = vi.fn((name: string) =>
    name === 'views.status'
      ? Promise.resolve({
          head: 9,
          views: [
            { view: 'search', rebuild: null },
            { view: 'summary', rebuild },
          ],
        })
      : rebuilt,
  );
  const progress = vi.fn();
  const { signal } = new AbortController();
  const done = rebuildJob('summary', ask).work({ signal, progress });
  await vi.advanceTimersByTimeAsync(250);
  expect(progress).toHaveBeenCalledWith(421, 1000, { eventsPerSecond: 21_000 });
  end({ view: 'summary', events: 9, seconds: 1 });
  expect(await done).toMatchObject({ events: 9 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(progress).toHaveBeenCalledOnce();
});
