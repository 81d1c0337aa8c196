import { app, type BrowserWindow, dialog } from 'electron';
import type { Push } from '../../domain/contract/pushes.ts';
import { createCloseGuard, createWorkUnderWay, type QuitQuestion } from './close-guard.ts';

async function ask(window: BrowserWindow, question: QuitQuestion): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: app.name,
    ...question,
    buttons: ['Quit', 'Keep working'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/**
 * Quitting closes the window first: whoever is asked there is asked for both. Told to
 * end by a signal, nobody is asked. Answers what is to be told of pushes.
 */
export function askBeforeQuit(window: BrowserWindow): (push: Push) => void {
  const work = createWorkUnderWay();
  let isTold = false;
  process.once('SIGTERM', () => {
    isTold = true;
    app.quit();
  });
  window.on(
    'close',
    createCloseGuard({
      kinds: work.kinds,
      // A service manager does not answer questions: what is under way stops where it is, and can be gone on with.
      ask: (question) => (isTold ? Promise.resolve(true) : ask(window, question)),
      quit: () => app.quit(),
    }),
  );
  return work.follow;
}
