import type { Clock } from '../../domain/ports/clock.ts';

/** A clock that stands still until a test moves it; backwards as well. Milliseconds since 1970. */
export interface TestClock extends Clock {
  readonly set: (instant: string | number) => void;
  readonly advance: (ms: number) => void;
}

export function testClock(start = '2024-06-01T12:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    set: (instant) => {
      now = typeof instant === 'number' ? instant : Date.parse(instant);
    },
    advance: (ms) => {
      now += ms;
    },
  };
}
