import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { DROP_CHANNEL, INVOKE_CHANNEL, PUSH_CHANNEL } from '../../domain/contract/bridge.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import type { OpenDropped } from './open-dropped.ts';
import type { Router } from './router.ts';
import { isTrustedSender, type PageOrigin } from './validate-sender.ts';

export interface WindowTransport {
  readonly push: (push: Push) => void;
  readonly close: () => void;
}

export interface WindowRoutes {
  readonly route: Router;
  readonly openDropped: OpenDropped;
}

/** Serves one window. A message from any other window, frame or page gets a refusal. */
export function serveWindow(
  window: BrowserWindow,
  origin: PageOrigin,
  { route, openDropped }: WindowRoutes,
): WindowTransport {
  const contents = window.webContents;
  const isTrusted = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
    isTrustedSender(senderFrame, contents.isDestroyed() ? null : contents.mainFrame, origin);
  ipcMain.handle(INVOKE_CHANNEL, (event, procedure: unknown, input: unknown) =>
    route({ trusted: isTrusted(event), procedure, input }),
  );
  ipcMain.handle(DROP_CHANNEL, (event, path: unknown) => openDropped({ trusted: isTrusted(event), path }));
  return {
    push: (push) => {
      if (!contents.isDestroyed()) contents.send(PUSH_CHANNEL, push);
    },
    close: () => {
      ipcMain.removeHandler(INVOKE_CHANNEL);
      ipcMain.removeHandler(DROP_CHANNEL);
    },
  };
}
