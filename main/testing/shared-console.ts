import { afterAll, beforeAll } from 'vitest';
import { sharedFolder } from './temp-folder.ts';
import { openTestConsole, type TestConsole, type TestConsoleOptions } from './test-console.ts';

/** One console for all tests of a file, which only read; `fill` runs before the first of them. */
export function sharedConsole(
  fill: (console: TestConsole) => Promise<unknown>,
  options: TestConsoleOptions = {},
): () => TestConsole {
  const dataFolder = sharedFolder();
  let opened: TestConsole | null = null;
  beforeAll(async () => {
    opened = openTestConsole({ ...options, dataFolder });
    await fill(opened);
    opened.engine.engine.catchUp();
  });
  afterAll(() => opened?.close());
  return () => {
    if (opened === null) throw new Error('The console is opened before the first test');
    return opened;
  };
}
