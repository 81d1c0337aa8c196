import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { type OpenConsole, openConsole, temporaryFolders, type TemporaryFolders } from './launch.ts';
import { beginAs } from './steps.ts';

/** The console that the tests of a file share. */
export interface OneConsole {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folders: TemporaryFolders;
  /** Closes it and opens it again on the same folders. */
  readonly restart: () => Promise<void>;
}

/**
 * One console on folders of its own for all tests of a file, with an operator; `prepare` fills it before the first of
 * them. A test after which something went wrong in the page or in the main process has failed.
 */
export function oneConsole(prepare: () => Promise<unknown> = () => Promise.resolve()): OneConsole {
  const folders = temporaryFolders();
  let open: OpenConsole | null = null;
  const shared = (): OpenConsole => {
    if (open === null) throw new Error('The console is open from before the first test to after the last.');
    return open;
  };
  const expectNoFaults = (): void => {
    const { faults, reports } = shared();
    expect([...faults, ...reports]).toEqual([]);
  };
  test.beforeAll(async () => {
    open = await openConsole(folders);
    await beginAs(open.page, 'Nadia Ferreira');
    await prepare();
  });
  test.afterEach(expectNoFaults);
  test.afterAll(async () => {
    await open?.close();
    folders.remove();
  });
  return {
    get app() {
      return shared().app;
    },
    get page() {
      return shared().page;
    },
    folders,
    restart: async () => {
      expectNoFaults();
      await shared().close();
      open = await openConsole(folders);
    },
  };
}
