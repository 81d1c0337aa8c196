import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveScreenshot } from './screenshot.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'screenshot-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** A window that says that it is ready when asked for the `readyAfter`th time. */
function windowReadyAfter(readyAfter: number): BrowserWindow {
  let asked = 0;
  const webContents = {
    executeJavaScript: () => {
      asked += 1;
      return Promise.resolve(asked >= readyAfter);
    },
    capturePage: () => Promise.resolve({ toPNG: () => Buffer.from('PNG') }),
  };
  return { isDestroyed: () => false, webContents } as unknown as BrowserWindow;
}

describe('screenshot', () => {
  it('is saved whole, once the window is ready', async () => {
    const file = join(folder, 'window.png');
    expect(await saveScreenshot(windowReadyAfter(3), file)).toBe(true);
    expect([readdirSync(folder), readFileSync(file, 'utf8')]).toEqual([['window.png'], 'PNG']);
  });

  it('is not taken of a window that shows nothing within 20 seconds', async () => {
    vi.useFakeTimers();
    const saved = saveScreenshot(windowReadyAfter(Number.POSITIVE_INFINITY), join(folder, 'window.png'));
    await vi.advanceTimersByTimeAsync(21_000);
    expect([await saved, readdirSync(folder)]).toEqual([false, []]);
  });
});
