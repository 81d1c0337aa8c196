import type { BrowserWindow } from 'electron';

/** A form writes a draft 400 ms after the last key. */
const STILL_MS = 1000;
/** With these something is typed or chosen. */
const TYPING = new Set(['rawKeyDown', 'keyDown', 'char', 'mouseUp']);

/**
 * Chromium keeps what the page stores in memory for five seconds and more before it writes it down, which a power cut or
 * a killed process would take from the operator. So it is written down as soon as the operator pauses.
 */
export function keepDrafts({ webContents }: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined;
  webContents.on('input-event', (_event, { type }) => {
    if (!TYPING.has(type)) return;
    clearTimeout(timer);
    timer = setTimeout(() => webContents.session.flushStorageData(), STILL_MS);
  });
  webContents.once('destroyed', () => clearTimeout(timer));
}
