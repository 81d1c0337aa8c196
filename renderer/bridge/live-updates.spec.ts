import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../domain/contract/bridge.ts';
import type { Push, PushPayload } from '../../domain/contract/pushes.ts';
import { useEngineState } from './engine-state.ts';
import { followPushes } from './live-updates.ts';
import { keys } from './query-keys.ts';

type EngineState = PushPayload<'engine.state'>;

const personId = '01920000-0000-7000-8000-000000000001';
const changed: Push = { name: 'views.advanced', payload: { position: 9, streams: [`person-${personId}`] } };
/** Long enough for what is gathered to be acted on, also right after something else was. */
const AFTER_GATHERING = 600;

let listeners: ((push: Push) => void)[] = [];
const push = (value: Push) => listeners.forEach((listener) => listener(value));
let client: QueryClient;
let end: () => void;
const engineStatus = vi.fn<() => Promise<Reply>>();
const running: EngineState = { state: 'running', error: null };

beforeEach(() => {
  vi.useFakeTimers();
  listeners = [];
  engineStatus.mockResolvedValue({ ok: true, value: running });
  useEngineState.setState(running);
  vi.stubGlobal('window', {
    personConsole: {
      invoke: engineStatus,
      subscribe: (listener: (push: Push) => void) => (listeners.push(listener), () => undefined),
    },
  });
  client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  end = followPushes(client);
});
afterEach(() => {
  end();
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A history in sight, of as many pages; `fetchPage` answers each of them. */
async function watch(pages: number, fetchPage: (page: number) => Promise<number>) {
  const observer = new InfiniteQueryObserver(client, {
    queryKey: keys.timeline(personId),
    initialPageParam: 0,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    getNextPageParam: (_last, all) => all.length,
  });
  observer.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  for (let page = 1; page < pages; page += 1) await observer.fetchNextPage();
  return observer;
}

describe('the state of the engine', () => {
  const failed: EngineState = {
    state: 'failed',
    error: { code: 'engine-stopped', kind: 'retryable', message: 'It stopped.' },
  };

  it('is known at once to a page that is loaded again', async () => {
    end();
    engineStatus.mockResolvedValue({ ok: true, value: failed });
    end = followPushes(client);
    await vi.advanceTimersByTimeAsync(0);
    expect(useEngineState.getState()).toEqual(failed);
  });

  it('is as last pushed, where the answer comes after', async () => {
    end();
    let answer: (reply: Reply) => void = () => undefined;
    engineStatus.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    end = followPushes(client);
    push({ name: 'engine.state', payload: { state: 'restarting', error: null } });
    answer({ ok: true, value: failed });
    await vi.advanceTimersByTimeAsync(0);
    expect(useEngineState.getState().state).toBe('restarting');
  });
});

describe('what a push makes stale', () => {
  it('is fetched again once, however many pushes tell of it', async () => {
    const fetchPage = vi.fn((page: number) => Promise.resolve(page));
    await watch(1, fetchPage);
    push(changed);
    push(changed);
    await vi.advanceTimersByTimeAsync(AFTER_GATHERING);
    expect(fetchPage).toHaveBeenCalledTimes(2);
  });

  it('is fetched soon after a calm, and twice a second at most while pushes pour in', async () => {
    const fetchPage = vi.fn((page: number) => Promise.resolve(page));
    await watch(1, fetchPage);
    push(changed);
    await vi.advanceTimersByTimeAsync(160);
    expect(fetchPage).toHaveBeenCalledTimes(2);
    for (let pushes = 0; pushes < 100; pushes += 1) {
      push(changed);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(fetchPage).toHaveBeenCalledTimes(6);
  });

  it('is also what tells where a merged record leads, once that one changes', async () => {
    const merged = keys.detail('01920000-0000-7000-8000-000000000002');
    client.setQueryData(merged, { redirect: { personId, displayName: 'Ada' } });
    const other = keys.detail('01920000-0000-7000-8000-000000000003');
    client.setQueryData(other, { redirect: null });
    push(changed);
    await vi.advanceTimersByTimeAsync(AFTER_GATHERING);
    expect([merged, other].map((key) => client.getQueryState(key)?.isInvalidated)).toEqual([true, false]);
  });

  it('stays as it is where it is long, and is known to be stale', async () => {
    const fetchPage = vi.fn((page: number) => Promise.resolve(page));
    const observer = await watch(9, fetchPage);
    push(changed);
    await vi.advanceTimersByTimeAsync(AFTER_GATHERING);
    expect(fetchPage).toHaveBeenCalledTimes(9);
    expect(observer.getCurrentResult().isStale).toBe(true);
  });

  it('is seen also where it takes longer to read than the next push, and read once more after it', async () => {
    const answers: ((value: number) => void)[] = [];
    const fetchPage = vi.fn(() => new Promise<number>((resolve) => answers.push(resolve)));
    const observing = watch(1, fetchPage);
    answers[0]?.(0);
    const observer = await observing;
    for (let pushes = 0; pushes < 5; pushes += 1) {
      push(changed);
      await vi.advanceTimersByTimeAsync(AFTER_GATHERING);
    }
    expect(fetchPage).toHaveBeenCalledTimes(2);
    answers[1]?.(1);
    await vi.advanceTimersByTimeAsync(AFTER_GATHERING);
    expect(observer.getCurrentResult().data?.pages).toEqual([1]);
    expect(fetchPage).toHaveBeenCalledTimes(3);
  });

  it('is fetched again after the next page, where that one was on its way', async () => {
    let arrive: (page: number) => void = () => undefined;
    const first = Promise.resolve(0);
    const fetchPage = vi.fn((page: number) =>
      page === 1 ? new Promise<number>((resolve) => (arrive = resolve)) : first,
    );
    const observer = await watch(1, fetchPage);
    const next = observer.fetchNextPage();
    push(changed);
    await vi.advanceTimersByTimeAsync(AFTER_GATHERING);
    expect(fetchPage).toHaveBeenCalledTimes(2);
    arrive(1);
    await next;
    fetchPage.mockImplementation((page) => Promise.resolve(page));
    await vi.advanceTimersByTimeAsync(AFTER_GATHERING);
    expect(fetchPage.mock.calls.map(([page]) => page)).toEqual([0, 1, 0, 1]);
  });
});
