import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

/** Set by the renderer once its first data is on the screen. */
const isReady = "document.documentElement.dataset.ready === 'true'";
const patience = { ms: 20_000, everyMs: 100 } as const;

async function waitUntilReady(window: BrowserWindow): Promise<boolean> {
  const end = Date.now() + patience.ms;
  while (Date.now() < end && !window.isDestroyed()) {
    if (await window.webContents.executeJavaScript(isReady)) return true;
    await delay(patience.everyMs);
  }
  return false;
}

/**
 * Saves what the window shows as a PNG once its first data is there. The file appears whole or not at all; false
 * when the window was not ready within 20 seconds.
 */
export async function saveScreenshot(window: BrowserWindow, file: string): Promise<boolean> {
  if (!(await waitUntilReady(window))) return false;
  const image = await window.webContents.capturePage();
  await writeFile(`${file}.part`, image.toPNG());
  await rename(`${file}.part`, file);
  return true;
}
