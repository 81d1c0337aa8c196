import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { type OpenConsole, openConsole, temporaryFolders, type TemporaryFolders } from './launch.ts';
import { kill } from './kill.ts';
import { beginAs } from './steps.ts';

/** The console that the tests of a file share. */
export interface OneConsole {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folders: TemporaryFolders;
  /** Closes it and opens it again on the same folders; what is done in between has them for itself. */
  readonly restart: (between?: () => Promise<void>) => Promise<void>;
  /** Ends it as a power cut would and opens it again on the same folders. */
  readonly killAndOpen: () => Promise<void>;
}

function opened(open: OpenConsole | null): OpenConsole {
  if (open === null) throw new Error('The console is open from before the first test to after the last.');
  return open;
}

function expectNoFaults({ faults, reports }: OpenConsole): void {
  expect([...faults, ...reports]).toEqual([]);
}

/**
 * One console on folders of its own for all tests of a file, with an operator; `prepare` fills it before the first of
 * them, and `lay` its data folder before it is opened. A test after which something went wrong in the page or in the
 * main process has failed.
 */
export function oneConsole(
  prepare: () => Promise<unknown> = () => Promise.resolve(),
  lay: (data: string) => void | Promise<void> = () => undefined,
): OneConsole {
  const folders = temporaryFolders();
  let open: OpenConsole | null = null;
  const shared = (): OpenConsole => opened(open);
  const reopen = async (end: () => Promise<void>): Promise<void> => {
    expectNoFaults(shared());
    await end();
    open = await openConsole(folders);
  };
  test.beforeAll(async () => {
    await lay(folders.data);
    open = await openConsole(folders);
    await beginAs(open.page, 'Nadia Ferreira');
    await prepare();
  });
  test.afterEach(() => expectNoFaults(shared()));
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
    restart: (between = () => Promise.resolve()) => reopen(() => shared().close().then(between)),
    killAndOpen: () => reopen(() => kill(shared())),
  };
}
