import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { answerQuestions } from './answer-dialogs.ts';
import { electron, root } from './runtime.ts';

export interface OpenConsole {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What went wrong in the page: console errors, uncaught exceptions, refused resources. */
  readonly faults: readonly string[];
  /** What went wrong in the main process, as it reported it. */
  readonly reports: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Folders {
  readonly data: string;
  /** Chromium's profile and the window state. */
  readonly user: string;
}

export interface TemporaryFolders extends Folders {
  readonly folder: string;
  readonly remove: () => void;
}

export function temporaryFolders(): TemporaryFolders {
  const folder = mkdtempSync(join(tmpdir(), 'person-console-e2e-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return { folder, data: join(folder, 'data'), user: join(folder, 'user'), remove };
}

export type Environment = Readonly<Record<string, string>>;

/** The screen of this worker, where each has one of its own. */
function screen(): Environment {
  const displays = process.env['PERSON_CONSOLE_DISPLAYS']?.split(',') ?? [];
  const own = displays[Number(process.env['TEST_PARALLEL_INDEX'])];
  return own === undefined ? {} : { DISPLAY: own };
}

/** The environment of every start: test hooks on, and the binding that the runtime needs. */
export async function consoleEnvironment(more: Environment = {}): Promise<Record<string, string>> {
  const { nativeBinding } = await electron();
  const binding = nativeBinding === undefined ? {} : { PERSON_CONSOLE_SQLITE_BINDING: nativeBinding };
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(inherited), PERSON_CONSOLE_TEST: '1', ...screen(), ...binding, ...more };
}

/** Chromium's sandbox refuses to work for root. */
const sandboxed = process.getuid?.() !== 0;

/** Each test has a profile of its own. */
export function consoleArguments({ user }: Folders, asked: readonly string[]): string[] {
  const asRoot = sandboxed ? [] : ['--no-sandbox'];
  return [...asRoot, root, `--user-data-dir=${user}`, ...asked];
}

function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

/** The main process reports in JSON lines; the rest of its standard error is Chromium's. */
function watchReports(app: ElectronApplication): string[] {
  const reports: string[] = [];
  createInterface({ input: app.process().stderr ?? Readable.from([]) }).on('line', (line) => {
    if (line.startsWith('{"time"')) reports.push(line);
  });
  return reports;
}

/** What is under way when a test ends is not what it is about. */
async function closeConsole(app: ElectronApplication): Promise<void> {
  // It may have ended already.
  await answerQuestions(app, 'Quit').catch(() => undefined);
  await app.close();
}

/** Starts the console on the folders and waits until its window shows something. */
export async function openConsole(
  folders: Folders,
  env: Environment = {},
  asked: readonly string[] = ['--data', folders.data],
): Promise<OpenConsole> {
  const { executablePath } = await electron();
  const app = await _electron.launch({
    executablePath,
    // Playwright would leave it out for everybody.
    chromiumSandbox: sandboxed,
    args: consoleArguments(folders, asked),
    cwd: root,
    env: await consoleEnvironment(env),
    timeout: 30_000,
  });
  const reports = watchReports(app);
  const page = await app.firstWindow();
  const faults = watchFaults(page);
  await ready(page);
  return { app, page, faults, reports, close: () => closeConsole(app) };
}

/** The renderer says so once its first data, its first question or an error is on the screen. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true', undefined, {
    timeout: 20_000,
  });
}
