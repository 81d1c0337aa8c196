import { type ConsoleEngine, createConsoleEngine } from '../../boot/compose.ts';
import type { CrashHook } from '../../store/crash-points.ts';

/** An engine on a folder, for processes and hooks in which no test is running. */
export function openConsole(dataFolder: string, crashPoint?: CrashHook): ConsoleEngine {
  return createConsoleEngine({
    dataFolder,
    runtime: 'test',
    productVersion: '0.0.0',
    defaultActor: 'user:grace',
    onPush: () => undefined,
    ...(crashPoint && { crashPoint }),
  });
}
