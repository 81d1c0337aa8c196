import type { BrowserWindow } from 'electron';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepDrafts } from './keep-drafts.ts';

/** A window whose operator types, and how often what the page stores was written down. */
function typing() {
  const flushStorageData = vi.fn();
  const webContents = Object.assign(new EventEmitter(), { session: { flushStorageData } });
  keepDrafts({ webContents } as unknown as BrowserWindow);
  const input = (type: string): void => void webContents.emit('input-event', {}, { type });
  return {
    input,
    close: () => webContents.emit('destroyed'),
    written: () => flushStorageData.mock.calls.length,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('writes a draft down once the operator pauses, and not while they go on', () => {
  const { input, written } = typing();
  for (let key = 0; key < 20; key += 1) {
    input('rawKeyDown');
    vi.advanceTimersByTime(300);
  }
  expect(written()).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(written()).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(written()).toBe(1);
});

it.each([
  ['char', 1],
  ['mouseUp', 1],
  ['mouseMove', 0],
  ['mouseWheel', 0],
])('after %s: %i times', (type, times) => {
  const { input, written } = typing();
  input(type);
  vi.advanceTimersByTime(2000);
  expect(written()).toBe(times);
});

it('asks nothing of a window that is closed meanwhile', () => {
  const { input, close, written } = typing();
  input('keyDown');
  close();
  vi.advanceTimersByTime(2000);
  expect(written()).toBe(0);
});
