import { join } from 'node:path';
import { BrowserWindow, dialog, Menu, nativeTheme, screen } from 'electron';
import { keepDrafts } from './keep-drafts.ts';
import { createPageRecovery } from './page-recovery.ts';
import { textMenuTemplate } from './text-menu.ts';
import { placeWindow, readWindowState, smallestWindow, writeWindowState } from './window-state.ts';

/** Near the page's own background in either theme, so that the first moment does not flash. */
const background = { light: '#f1f3f4', dark: '#0e1012' } as const;

export interface WindowOptions {
  readonly title: string;
  readonly preload: string;
  readonly profile: string;
  readonly devTools: boolean;
  readonly onGone: (reason: string) => void;
}

function placement(stateFile: string): ReturnType<typeof placeWindow> {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return placeWindow(
    readWindowState(stateFile),
    [primary, ...others].map((display) => display.workArea),
  );
}

function keepPlace(window: BrowserWindow, stateFile: string): void {
  window.on('close', () => {
    writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
}

function ground(): string {
  return nativeTheme.shouldUseDarkColors ? background.dark : background.light;
}

/** The ground shows again at the edges whenever the window grows, so it changes with the system. */
function followTheme(window: BrowserWindow): void {
  const follow = (): void => window.setBackgroundColor(ground());
  nativeTheme.on('updated', follow);
  window.on('closed', () => nativeTheme.off('updated', follow));
}

/** There is no page left to say it in. Loading it again is safe: drafts are kept and the engine has gone on. */
async function askWhatNow(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Person Console',
    message: 'The window stopped several times within a minute',
    detail:
      'Everything that was committed is kept, and so is what was typed into forms. Load the window again, or close the console and start it anew. Code page-keeps-stopping',
    buttons: ['Load again', 'Close the console'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (window.isDestroyed()) return;
  if (response === 1) window.close();
  else window.webContents.reload();
}

/** `onGone` is told when the page's process broke, not when it ended in order. */
function watchPage(window: BrowserWindow, onGone: (reason: string) => void): void {
  const recover = createPageRecovery({
    reload: () => {
      if (!window.isDestroyed()) window.webContents.reload();
    },
    giveUp: () => void askWhatNow(window),
    now: Date.now,
    later: setTimeout,
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    onGone(reason);
    recover();
  });
}

function offerTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, params) => {
    const template = textMenuTemplate(params);
    if (template !== null) Menu.buildFromTemplate(template).popup({ window });
  });
}

export function openWindow(options: WindowOptions): BrowserWindow {
  const stateFile = join(options.profile, 'window.json');
  const { maximized, ...bounds } = placement(stateFile);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: options.title,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: ground(),
    webPreferences: {
      preload: options.preload,
      // The page and the preload script do not share objects: the page cannot rewrite what the preload relies on.
      contextIsolation: true,
      // A renderer that was taken over has no system calls to go on with.
      sandbox: true,
      // No `require`, no `process`: in the page, in its workers, in its frames.
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      // The same-origin rule stays on, and nothing insecure is mixed in.
      webSecurity: true,
      allowRunningInsecureContent: false,
      // Features that are not finished have not been reviewed either.
      experimentalFeatures: false,
      webviewTag: false,
      // A file dropped on the window must not replace the page.
      navigateOnDragDrop: false,
      // The spell checker downloads its dictionaries; an offline console asks nobody.
      spellcheck: false,
      devTools: options.devTools,
    },
  });
  followTheme(window);
  keepPlace(window, stateFile);
  keepDrafts(window);
  offerTextMenu(window);
  watchPage(window, options.onGone);
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  return window;
}
