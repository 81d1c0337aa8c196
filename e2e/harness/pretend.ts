import type { ElectronApplication } from '@playwright/test';
import { INVOKE_CHANNEL, PUSH_CHANNEL, type Reply } from '../../domain/contract/bridge.ts';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';

/** Procedures with what they answer instead of the truth; `never` leaves the question open. */
export type Pretence = Readonly<Partial<Record<ProcedureName, Reply | 'never'>>>;

type Handler = (event: unknown, procedure: string, input: unknown) => unknown;

interface Held {
  readonly event: unknown;
  readonly procedure: string;
  readonly input: unknown;
  readonly resolve: (answer: unknown) => void;
}

/**
 * States that the engine is in for moments, or only when something is broken: the main process answers the page in its
 * place. All other procedures are answered as ever; an empty pretence ends it.
 */
export function pretend(app: ElectronApplication, pretence: Pretence): Promise<void> {
  return app.evaluate(
    ({ ipcMain }, [channel, answers]) => {
      // Electron has no way to ask for a handler that was set; the real one is kept for the procedures in between.
      const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> };
      const scope = globalThis as unknown as { realHandler?: Handler; hanging?: Held[] };
      const hanging = (scope.hanging ??= []);
      const real = (scope.realHandler ??= handlers.get(channel) ?? (() => undefined));
      handlers.set(channel, (event, procedure, input) => {
        const answer = answers[procedure as keyof typeof answers];
        // Kept, for Electron answers for a question whose event was collected as garbage.
        if (answer === 'never')
          return new Promise((resolve) => hanging.push({ event, procedure, input, resolve }));
        return answer ?? real(event, procedure, input);
      });
    },
    [INVOKE_CHANNEL, pretence] as const,
  );
}

/** Answers every question that was left open, now, with the truth. */
export function answerHeld(app: ElectronApplication): Promise<void> {
  return app.evaluate(() => {
    const { realHandler, hanging } = globalThis as unknown as { realHandler?: Handler; hanging?: Held[] };
    for (const { event, procedure, input, resolve } of hanging?.splice(0) ?? [])
      resolve(realHandler?.(event, procedure, input));
  });
}

/** Tells the page what the engine would tell. */
export function tell(app: ElectronApplication, push: Push): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, [channel, told]) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, told);
    },
    [PUSH_CHANNEL, push] as const,
  );
}
