import type { ElectronApplication } from '@playwright/test';

export interface DialogAnswers {
  /** Which file the operator opens; cancelled where it is left out. */
  readonly opened?: string;
  /** Where they save to; cancelled where it is left out. */
  readonly saved?: string;
}

/** The system's own dialogs cannot be operated from here: they answer with these files. */
export function answerDialogs(app: ElectronApplication, answers: DialogAnswers): Promise<void> {
  return app.evaluate(({ dialog }, { opened, saved }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: opened === undefined, filePaths: opened === undefined ? [] : [opened] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: saved === undefined, filePath: saved ?? '' });
  }, answers);
}
