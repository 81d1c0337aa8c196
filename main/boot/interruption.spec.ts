import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { interruption } from './interruption.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A program that is sent signals, and what it sends itself. */
function program() {
  const signals = new EventEmitter();
  const kill = vi.fn();
  const asked = interruption(Object.assign(signals, { kill, pid: 7 }) as never);
  return { asked, kill, signals, send: (name: string) => signals.emit(name, name) };
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s asks to finish, and ends nothing', (name) => {
  const { asked, kill, send } = program();
  expect(asked.aborted).toBe(false);
  send(name);
  expect(asked.aborted).toBe(true);
  expect(kill).not.toHaveBeenCalled();
});

it('a Ctrl+C that comes twice at once, from the terminal and from the program around, means one', () => {
  const { kill, send } = program();
  send('SIGINT');
  vi.advanceTimersByTime(400);
  send('SIGINT');
  expect(kill).not.toHaveBeenCalled();
});

it('another signal later ends the program at once, as if nobody had listened', () => {
  const { kill, send, signals } = program();
  send('SIGTERM');
  vi.advanceTimersByTime(600);
  send('SIGINT');
  expect(kill.mock.calls).toEqual([[7, 'SIGINT']]);
  expect(signals.eventNames()).toEqual([]);
});
