import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, DROP_CHANNEL, INVOKE_CHANNEL, PUSH_CHANNEL } from '../../domain/contract/bridge.ts';
import type { Push } from '../../domain/contract/pushes.ts';

/** Blank for whatever is no file of the file system: text, what a script made, what merely looks like a file. */
function pathOf(file: unknown): string {
  try {
    return webUtils.getPathForFile(file as File);
  } catch {
    return '';
  }
}

/**
 * All that the page can reach. Three functions, no channel names, no ipcRenderer: the page chooses a procedure, the
 * router in the main process decides. The IPC event stays here, because it would hand out `sender`.
 */
const bridge: Bridge = Object.freeze({
  invoke: (procedure: string, input: unknown) => ipcRenderer.invoke(INVOKE_CHANNEL, procedure, input),
  subscribe: (listener: (push: Push) => void) => {
    const forward = (_event: unknown, push: Push): void => listener(push);
    ipcRenderer.on(PUSH_CHANNEL, forward);
    return () => {
      ipcRenderer.off(PUSH_CHANNEL, forward);
    };
  },
  // The path goes from here to the main process: the page hands in what it was given, and names nothing.
  openDropped: (file: unknown) => ipcRenderer.invoke(DROP_CHANNEL, pathOf(file)),
});

contextBridge.exposeInMainWorld('personConsole', bridge);
