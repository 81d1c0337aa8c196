import { type ConsoleEngine, createConsoleEngine } from '../main/boot/compose.ts';

export function openBenchEngine(dataFolder: string): ConsoleEngine {
  return createConsoleEngine({
    dataFolder,
    runtime: `Node ${process.versions.node}`,
    productVersion: 'bench',
    defaultActor: 'user:bench',
    onPush: () => undefined,
  });
}

/** Views of another version of the program are filled when a log is opened, and after many commands they are behind. */
export function viewsAtHead(engine: ConsoleEngine): Promise<void> {
  return engine.viewsAtLeast({ position: engine.store.log.head(), views: null });
}

/** Keeps `callers` commands under way until all are done; answers the milliseconds it took. */
export async function pour(
  engine: ConsoleEngine,
  callers: number,
  commands: Iterator<{ type: string; data: Record<string, unknown> }>,
): Promise<number> {
  const started = performance.now();
  const caller = async (): Promise<void> => {
    for (;;) {
      const next = commands.next();
      if (next.done === true) return;
      await engine.call('commands.submit', next.value);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return performance.now() - started;
}
