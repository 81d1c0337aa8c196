import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { PendingNumbers } from './pending-numbers.ts';

/** Commits of one stream by their numbers, and how often somebody asked for the one before. */
function bench() {
  const before = new Map<number, number>();
  const state = { asked: 0, last: 0, count: 0, next: 1 };
  const previousOf = (commit: number): number => {
    state.asked += 1;
    return before.get(commit) ?? 0;
  };
  const append = (times = 1): void => {
    for (let nth = 0; nth < times; nth += 1) {
      // Others' streams take numbers, too.
      state.next += 3;
      before.set(state.next, state.last);
      state.last = state.next;
      state.count += 1;
    }
  };
  const expected = (): number[] => {
    const all: number[] = [];
    for (let at = state.last; all.length < state.count; at = before.get(at) ?? 0) all.unshift(at);
    return all;
  };
  const length = (): number => {
    let all = 0;
    for (let at = state.last; at !== 0; at = before.get(at) ?? 0) all += 1;
    return all;
  };
  const happen = {
    append,
    confirm: (times: number): void => {
      state.count = Math.max(0, state.count - times);
    },
    replace: (times: number): void => {
      const [first] = expected();
      if (first !== undefined) state.last = before.get(first) ?? 0;
      state.count = 0;
      append(times);
    },
    stepBack: (times: number): void => {
      state.count = Math.min(length(), state.count + times);
    },
  };
  return { numbers: new PendingNumbers(previousOf), before, state, append, expected, happen };
}

describe('the pending commits of a stream', () => {
  it('are walked once, however many of them are confirmed and however many come after them', () => {
    const { numbers, state, append } = bench();
    append(5000);
    for (; state.count > 0; state.count -= 1) {
      numbers.first(1, state.last, state.count);
      if (state.count % 3 === 0) {
        append();
        state.count -= 1;
      }
    }
    expect(state.asked).toBeLessThan(4 * 5000);
  });

  it('are those that a walk finds, whatever happened to the stream between two questions', () => {
    const happening = fc.constantFrom('append', 'append', 'confirm', 'confirm', 'replace', 'stepBack');
    fc.assert(
      fc.property(fc.array(fc.tuple(happening, fc.integer({ min: 1, max: 12 }))), (steps) => {
        const { numbers, state, expected, happen } = bench();
        for (const [what, times] of steps) {
          happen[what](times);
          expect(numbers.all(1, state.last, state.count)).toEqual(expected());
          expect(numbers.first(1, state.last, state.count)).toBe(expected()[0] ?? 0);
        }
      }),
    );
  });

  it('are found in however many streams some wait; where those are very many, only long ones are kept', () => {
    const { numbers, state, append, expected } = bench();
    append(3);
    const streams = Array.from({ length: 20_100 }, (_, index) => index + 1);
    const first = (stream: number) => numbers.first(stream, state.last, state.count);
    expect(new Set(streams.map(first))).toEqual(new Set([expected()[0]]));
    const askedBy = (act: () => unknown): number => {
      const before = state.asked;
      act();
      return state.asked - before;
    };
    expect(askedBy(() => first(20_100))).toBe(2);
    append(20);
    expect(numbers.all(30_000, state.last, state.count)).toEqual(expected());
    expect(askedBy(() => first(30_000))).toBe(0);
  });

  it('are found anew after a roll-back, when the same numbers are other commits', () => {
    const { numbers, before, state, append } = bench();
    append(20);
    const [first = 0, second = 0] = numbers.all(1, state.last, 20);
    before.set(second, 1);
    before.set(1, first);
    numbers.forget();
    expect(numbers.all(1, state.last, 20)).toContain(1);
  });
});
