import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { watchSleep } from './watch-sleep.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const clocks = { wall: 1_700_000_000_000, monotonic: 0 };
  const onAwake = vi.fn();
  const end = watchSleep(onAwake, { wall: () => clocks.wall, monotonic: () => clocks.monotonic });
  onTestFinished(end);
  const look = (wall: number, monotonic: number): void => {
    clocks.wall += wall;
    clocks.monotonic += monotonic;
    vi.advanceTimersByTime(1000);
  };
  return { look, onAwake, end };
}

it('a look that comes in time, or a little late, says nothing', () => {
  const { look, onAwake } = watched();
  look(1000, 1000);
  look(4000, 4000);
  look(-3_600_000, 1000);
  look(1000, 1000);
  expect(onAwake).not.toHaveBeenCalled();
});

it.each([
  ['the wall clock alone went on', 3_600_000, 1000],
  ['both clocks went on', 3_600_000, 3_600_000],
])('a machine that has slept says so once: %s', (_which, wall, monotonic) => {
  const { look, onAwake } = watched();
  look(wall, monotonic);
  look(1000, 1000);
  expect(onAwake).toHaveBeenCalledOnce();
});

it('nothing is said once it has ended', () => {
  const { look, onAwake, end } = watched();
  end();
  look(3_600_000, 3_600_000);
  expect(onAwake).not.toHaveBeenCalled();
});
