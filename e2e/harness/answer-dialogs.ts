import type { ElectronApplication } from '@playwright/test';

export interface DialogAnswers {
  /** Which file the operator opens; cancelled where it is left out. */
  readonly opened?: string;
  /** Where they save to; cancelled where it is left out. */
  readonly saved?: string;
}

const ASKED = 'askedByTheConsole';

/** What the console asks in a box of the system's is answered with the button of this name. */
export function answerQuestions(app: ElectronApplication, button: string): Promise<void> {
  return app.evaluate(
    ({ dialog }, { asked, name }) => {
      const questions: string[] = [];
      Object.assign(globalThis, { [asked]: questions });
      dialog.showMessageBox = (...given: unknown[]) => {
        const { message, buttons = [] } = given.at(-1) as Electron.MessageBoxOptions;
        questions.push(message);
        return Promise.resolve({ response: buttons.indexOf(name), checkboxChecked: false });
      };
    },
    { asked: ASKED, name: button },
  );
}

/** Their messages, since answers were last given. */
export function questionsAsked(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(
    (_electron, asked) => (globalThis as unknown as Record<string, string[]>)[asked] ?? [],
    ASKED,
  );
}

/** The system's own dialogs cannot be operated from here: they answer with these files. */
export function answerDialogs(app: ElectronApplication, answers: DialogAnswers): Promise<void> {
  return app.evaluate(({ dialog }, { opened, saved }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: opened === undefined, filePaths: opened === undefined ? [] : [opened] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: saved === undefined, filePath: saved ?? '' });
  }, answers);
}
