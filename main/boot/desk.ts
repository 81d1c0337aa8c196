import { join } from 'node:path';
import { app, BrowserWindow, dialog, shell } from 'electron';
import type { Desk } from './console-procedures.ts';

/** Factors with more digits than anybody sees are what a window makes of its steps. */
const rounded = (factor: number): number => Math.round(factor * 100) / 100;

/** The one window and the system around it. The page names no path: it is this folder or none. */
export function createDesk(dataFolder: string): Desk {
  const contents = () => BrowserWindow.getAllWindows()[0]?.webContents;
  return {
    saveFile: async ({ title, name }) => {
      const defaultPath = join(app.getPath('documents'), name);
      const { canceled, filePath } = await dialog.showSaveDialog({ title, defaultPath });
      return canceled || filePath === '' ? null : filePath;
    },
    openFile: async ({ title }) => {
      const { canceled, filePaths } = await dialog.showOpenDialog({ title, properties: ['openFile'] });
      return canceled ? null : (filePaths[0] ?? null);
    },
    showFolder: async () => (await shell.openPath(dataFolder)) === '',
    zoom: (factor) => {
      if (factor !== undefined) contents()?.setZoomFactor(factor);
      return rounded(contents()?.getZoomFactor() ?? 1);
    },
  };
}
