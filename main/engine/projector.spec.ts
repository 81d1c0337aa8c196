import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventLog } from '../../domain/ports/event-log.ts';
import type { StoredViewStatus, ViewStore } from '../../domain/ports/view-store.ts';
import { Projector } from './projector.ts';
import type { StreamStates } from './stream-states.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A log of so many events, each of a person of its own, and two views; everything else is for the test to say. */
function bench(options: { readonly head: number; readonly positions?: readonly [number, number] }) {
  const [first, second] = options.positions ?? [0, 0];
  const positions = new Map([
    ['one', first],
    ['two', second],
  ]);
  const applied: { readonly views: readonly string[]; readonly position: number }[] = [];
  const advanced: number[] = [];
  const errors: unknown[] = [];
  const handedOver: number[] = [];
  const set = {
    head: options.head,
    busy: false,
    now: 0,
    fault: null as Error | null,
    untidy: 0,
    isTaken: true,
  };
  const status = (): StoredViewStatus[] =>
    [...positions].map(([view, position]) => ({ view, title: view, position, error: null, skipped: [] }));
  const apply: ViewStore['apply'] = (views, _inputs, position) => {
    if (set.fault !== null) throw set.fault;
    applied.push({ views, position });
    for (const view of views) positions.set(view, position);
    return [];
  };
  const tidy = (): boolean => {
    if (set.untidy === 0) return false;
    set.untidy -= 1;
    return true;
  };
  const touched: EventLog['touched'] = (after, limit) => {
    const position = Math.min(set.head, after + limit);
    const keys = Array.from({ length: position - after }, (_, index) => after + index + 1);
    return { position, streams: new Map(keys.map((key) => [key, key])) };
  };
  const projector = new Projector({
    log: {
      head: () => set.head,
      touched,
      streamName: (key: number) => `person-${key}`,
    } as unknown as EventLog,
    states: { load: () => ({ state: { exists: false } }) } as unknown as StreamStates,
    views: { names: ['one', 'two'], status, apply, tidy } as unknown as ViewStore,
    busy: () => set.busy,
    now: () => set.now,
    onAdvanced: (position) => advanced.push(position),
    onStopped: () => undefined,
    onFarBehind: () => {
      handedOver.push(set.head);
      if (set.isTaken) for (const view of ['one', 'two']) projector.hold(view);
    },
    onError: (error) => errors.push(error),
  });
  return { projector, set, applied, advanced, errors, handedOver };
}

describe('the projector', () => {
  it('works in short steps, one turn of the thread each', () => {
    const { projector, advanced } = bench({ head: 300 });
    projector.wake();
    expect(advanced).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(advanced).toEqual([128]);
    vi.runAllTimers();
    expect(advanced).toEqual([128, 256, 300]);
  });

  it('gives way to commands that wait for the disk, but not for longer than a quarter of a second', () => {
    const { projector, set, advanced } = bench({ head: 10 });
    set.busy = true;
    projector.wake();
    for (const now of [0, 125, 249]) {
      set.now = now;
      vi.advanceTimersToNextTimer();
    }
    expect(advanced).toEqual([]);
    set.now = 250;
    vi.advanceTimersToNextTimer();
    expect(advanced).toEqual([10]);
  });

  it('takes a short step where others wait behind it all the same, and long ones again once they are done', () => {
    const { projector, set, advanced } = bench({ head: 300 });
    set.busy = true;
    projector.wake();
    for (const now of [250, 499, 500]) {
      set.now = now;
      vi.advanceTimersToNextTimer();
    }
    expect(advanced).toEqual([32, 64]);
    set.busy = false;
    vi.runAllTimers();
    expect(advanced).toEqual([32, 64, 192, 300]);
  });

  it('hands views over that are better built anew, once no command waits, and leaves them alone', () => {
    const { projector, set, applied, handedOver } = bench({ head: 20_000 });
    set.busy = true;
    projector.wake();
    vi.advanceTimersToNextTimer();
    expect(handedOver).toEqual([]);
    set.busy = false;
    vi.runAllTimers();
    expect([handedOver, applied]).toEqual([[20_000], []]);
  });

  it('goes on itself with views that nobody takes over, or that have little before them', () => {
    const far = bench({ head: 6000 });
    far.set.isTaken = false;
    far.projector.wake();
    vi.runAllTimers();
    expect([far.handedOver.length > 0, far.advanced.at(-1)]).toEqual([true, 6000]);
    const near = bench({ head: 100_000, positions: [90_000, 90_000] });
    near.projector.wake();
    vi.runAllTimers();
    expect([near.handedOver, near.advanced.at(-1)]).toEqual([[], 100_000]);
  });

  it('brings a view that is behind to the others first', () => {
    const { projector, applied } = bench({ head: 10, positions: [10, 4] });
    projector.catchUp();
    expect(applied).toEqual([{ views: ['two'], position: 10 }]);
  });

  it('has nothing to do at the head of the log, and nothing any more once it is closed', () => {
    const { projector, set, applied } = bench({ head: 10, positions: [10, 10] });
    projector.wake();
    expect(vi.getTimerCount()).toBe(0);
    set.head = 12;
    projector.wake();
    projector.close();
    vi.runAllTimers();
    projector.catchUp();
    expect(applied).toEqual([]);
  });

  it('tidies up when nothing else is to be done, step by step, and gives way to commands and events', () => {
    const { projector, set, advanced } = bench({ head: 10, positions: [10, 10] });
    set.untidy = 3;
    set.busy = true;
    projector.start();
    vi.advanceTimersToNextTimer();
    expect(set.untidy).toBe(3);
    set.busy = false;
    vi.advanceTimersToNextTimer();
    expect(set.untidy).toBe(2);
    set.head = 12;
    projector.wake();
    vi.advanceTimersToNextTimer();
    expect([advanced, set.untidy]).toEqual([[12], 2]);
    vi.runAllTimers();
    expect(set.untidy).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells of an error that is not a view’s own, and tries again after a while', () => {
    const { projector, set, errors, advanced } = bench({ head: 10 });
    set.fault = new Error('disk is full');
    projector.wake();
    vi.advanceTimersToNextTimer();
    expect(errors).toEqual([set.fault]);
    set.fault = null;
    vi.advanceTimersByTime(1000);
    vi.runAllTimers();
    expect(advanced).toEqual([10]);
  });
});
