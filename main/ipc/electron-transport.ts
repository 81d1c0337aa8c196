import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { INVOKE_CHANNEL, PUSH_CHANNEL } from '../../domain/contract/bridge.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import type { Router } from './router.ts';
import { isTrustedSender, type PageOrigin } from './validate-sender.ts';

export interface WindowTransport {
  readonly push: (push: Push) => void;
  readonly close: () => void;
}

/** Serves one window. A message from any other window, frame or page gets a refusal. */
export function serveWindow(window: BrowserWindow, origin: PageOrigin, route: Router): WindowTransport {
  const contents = window.webContents;
  ipcMain.handle(INVOKE_CHANNEL, (event: IpcMainInvokeEvent, procedure: unknown, input: unknown) => {
    const windowFrame = contents.isDestroyed() ? null : contents.mainFrame;
    return route({ trusted: isTrustedSender(event.senderFrame, windowFrame, origin), procedure, input });
  });
  return {
    push: (push) => {
      if (!contents.isDestroyed()) contents.send(PUSH_CHANNEL, push);
    },
    close: () => ipcMain.removeHandler(INVOKE_CHANNEL),
  };
}
