import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, INVOKE_CHANNEL, PUSH_CHANNEL } from '../../domain/contract/bridge.ts';
import type { Push } from '../../domain/contract/pushes.ts';

/**
 * All that the page can reach. Two functions, no channel names, no ipcRenderer: the page chooses a procedure, the
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
});

contextBridge.exposeInMainWorld('personConsole', bridge);
