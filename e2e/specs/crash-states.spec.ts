import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { ImportMappingInput } from '../../domain/contract/import-mapping.ts';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { invoke, invokeRaw, submit, terminateThread } from '../harness/bridge.ts';
import { type OpenConsole, openConsole, ready, temporaryFolders } from '../harness/launch.ts';
import { inspect, keepScreenshot, setTheme } from '../harness/look.ts';
import { pretend, tell } from '../harness/pretend.ts';
import { beginAs, form, goTo } from '../harness/steps.ts';

/** Whatever ends is shown in words, started again, and has lost nothing; what was under way happens once. */
const folders = temporaryFolders();
let open: OpenConsole;

test.beforeAll(async () => {
  open = await openConsole(folders);
  await beginAs(open.page, 'Nadia Ferreira');
  await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1180, 700));
});
test.afterAll(async () => {
  await open.close();
  folders.remove();
});

const active = async (page: Page): Promise<number> =>
  (await invoke(page, 'persons.counts', {})).persons['active'] ?? 0;

async function isRunning(page: Page): Promise<boolean> {
  return (await invoke(page, 'engine.status', {})).state === 'running';
}

async function fillCreate(page: Page, given: string): Promise<void> {
  await goTo(page, '/persons?form=create');
  await form(page, 'Create person').getByLabel('Given names').fill(given);
  await form(page, 'Create person').getByLabel('Family names').fill('Okafor');
}

const stopped = {
  code: 'engine-stopped',
  kind: 'retryable',
  message: 'The engine stopped before it answered.',
} as const;

test('a form that was being sent when the engine ended is sent again by itself, and carried out once', async () => {
  const { app, page } = open;
  const before = await active(page);
  await fillCreate(page, 'Grace');
  // The command gets through, its answer does not.
  await app.evaluate(({ ipcMain }) => {
    type Handler = (event: unknown, procedure: string, input: unknown) => Promise<unknown>;
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> };
    for (const [channel, real] of handlers) {
      const lost = async (event: unknown, procedure: string, input: unknown): Promise<unknown> => {
        const answer = await real(event, procedure, input);
        if (procedure !== 'commands.submit') return answer;
        handlers.set(channel, real);
        return {
          ok: false,
          error: {
            code: 'engine-stopped',
            kind: 'retryable',
            message: 'The engine stopped before it answered.',
          },
        };
      };
      handlers.set(channel, lost);
    }
  });
  await form(page, 'Create person').getByRole('button', { name: 'Create person' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Grace Okafor' })).toBeVisible();
  expect(await active(page)).toBe(before + 1);
});

test('a form that is sent while the engine ends waits for it', async () => {
  const { app, page } = open;
  const before = await active(page);
  await fillCreate(page, 'Amara');
  await terminateThread(app, 'engine');
  await form(page, 'Create person').getByRole('button', { name: 'Create person' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Amara Okafor' })).toBeVisible();
  expect(await active(page)).toBe(before + 1);
  expect(await invoke(page, 'log.verify', {})).toMatchObject({ ok: true, findings: [] });
});

test('it says that it is sent again, and what to do where even that did not get through', async () => {
  const { app, page } = open;
  await fillCreate(page, 'Ruth');
  await app.evaluate(({ ipcMain }, error) => {
    type Handler = (event: unknown, procedure: string, input: unknown) => unknown;
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> };
    const scope = globalThis as unknown as { submissions: string[]; letGo: () => void };
    scope.submissions = [];
    for (const [channel, real] of handlers) {
      handlers.set(channel, (event, procedure, input) => {
        if (procedure !== 'commands.submit') return real(event, procedure, input);
        scope.submissions.push((input as { commandId: string }).commandId);
        if (scope.submissions.length === 4) {
          handlers.set(channel, real);
          return real(event, procedure, input);
        }
        if (scope.submissions.length !== 2) return { ok: false, error };
        return new Promise((resolve) => {
          scope.letGo = () => resolve({ ok: false, error });
        });
      });
    }
  }, stopped);
  const sheet = form(page, 'Create person');
  await sheet.getByRole('button', { name: 'Create person' }).click();
  await expect(sheet.getByText(/sent again as soon as/)).toBeVisible();
  await inspect(page, 'crash-form-sent-again');
  await app.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
  await expect(sheet.getByText(/whether this was carried out is not known/)).toBeVisible();
  await inspect(page, 'crash-form-unknown');
  await sheet.getByRole('button', { name: 'Create person' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ruth Okafor' })).toBeVisible();
  const ids = await app.evaluate(() => (globalThis as unknown as { submissions: string[] }).submissions);
  expect([ids.length, new Set(ids).size]).toEqual([4, 1]);
});

test('a list that was loading when what reads ended is there all the same', async () => {
  const { app, page } = open;
  await goTo(page, '/maintenance');
  await terminateThread(app, 'reader');
  await goTo(page, '/persons?sort=updated&descending=true');
  await expect(page.getByRole('row', { name: /Amara Okafor/ })).toBeVisible();
});

/** Rows that take many seconds on any machine; a dry run of them leaves nobody behind. */
const LONG = 300_000;

async function beginLongWork(): Promise<string> {
  const { app, page } = open;
  const opened = join(folders.folder, 'long.csv');
  const rows = Array.from({ length: LONG }, (_, index) => `${index},Wanda ${index},Long`);
  writeFileSync(opened, ['Id,First,Last', ...rows].join('\n'));
  await answerDialogs(app, { opened });
  const { file } = await invoke(page, 'import.choose', {});
  const mapping: ImportMappingInput = {
    language: 1,
    name: 'long',
    source: 'long',
    key: 'Id',
    person: { name: { givenNames: ['First'], familyNames: ['Last'] } },
  };
  const { jobId } = await invoke(page, 'import.start', { fileId: file?.fileId ?? '', mapping, dryRun: true });
  const rowsRead = async () => (await invoke(page, 'jobs.get', { jobId })).progress.rows?.done ?? 0;
  await expect.poll(rowsRead).toBeGreaterThan(0);
  return jobId;
}

test('work that was under way when its thread ended is told as interrupted', async () => {
  const { app, page } = open;
  await goTo(page, '/maintenance');
  await expect(page.getByRole('button', { name: 'Check now' })).toBeVisible();
  const jobId = await beginLongWork();
  await terminateThread(app, 'jobs');
  const state = async (): Promise<string> => {
    const reply = await invokeRaw(page, 'jobs.get', { jobId });
    return reply.ok ? (reply.value as { state: string }).state : reply.error.code;
  };
  await expect.poll(state).toBe('interrupted');
  await expect(page.getByRole('row', { name: /long\.csv.*Interrupted/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check now' })).toBeVisible();
});

test('what ends again and again stays down, says why, and is started by a button', async () => {
  test.setTimeout(90_000);
  const { app, page } = open;
  await goTo(page, '/persons');
  const down = async (): Promise<boolean> => (await invoke(page, 'engine.status', {})).state === 'failed';
  for (let nth = 0; nth < 8 && !(await down()); nth += 1) {
    await expect.poll(async () => (await isRunning(page)) || (await down()), { timeout: 15_000 }).toBe(true);
    if (!(await down())) await terminateThread(app, 'engine');
  }
  await expect.poll(down, { timeout: 15_000 }).toBe(true);
  await expect(page.getByText('engine-keeps-stopping').first()).toBeVisible();
  await inspect(page, 'crash-engine-keeps-stopping');
  await page.reload();
  await ready(page);
  await expect(page.getByText('The console cannot start')).toBeVisible();
  await inspect(page, 'crash-engine-down-at-start');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('row', { name: /Amara Okafor/ })).toBeVisible();
  expect(await invoke(page, 'log.verify', {})).toMatchObject({ ok: true, findings: [] });
});

test('what reads and stays down is not called the engine', async () => {
  const { app, page } = open;
  await goTo(page, '/persons');
  const error = {
    code: 'reader-keeps-stopping',
    kind: 'bug',
    message:
      'The reader stopped several times within a minute and was not started again. What was committed is kept. Try again, or restart the console.',
  } as const;
  await pretend(app, { 'persons.list': { ok: false, error } });
  await tell(app, { name: 'engine.state', payload: { state: 'failed', error } });
  await expect(page.getByText('Nothing can be read')).toBeVisible();
  await expect(page.getByText('State of the views is unknown')).toBeVisible();
  await inspect(page, 'crash-reader-keeps-stopping');
  await pretend(app, {});
  await page.getByRole('button', { name: 'Start the reader again' }).click();
  await expect(page.getByText('Nothing can be read')).toBeHidden();
});

test('an engine that ends over a page with a form keeps what was typed', async () => {
  const { app, page } = open;
  const personId = crypto.randomUUID();
  const name = { givenNames: ['Tomasz'], familyNames: ['Nowak'] };
  await submit(page, 'CreatePerson', { personId, name });
  await goTo(page, `/persons/${personId}?form=rename&person=${personId}`);
  await form(page, 'Rename person').getByLabel('Family names').fill('Nowak-Lindqvist');
  await terminateThread(app, 'engine');
  await expect(page.getByText(/is being restarted/)).toBeVisible();
  await keepScreenshot(page, 'crash-engine-under-a-form-light');
  await setTheme(page, 'dark');
  await expect.poll(() => isRunning(page)).toBe(true);
  await form(page, 'Rename person').getByRole('button', { name: 'Rename person' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tomasz Nowak-Lindqvist' })).toBeVisible();
});

test('a page that breaks again and again asks whether to load it once more', async () => {
  const own = temporaryFolders();
  const { app, page, close } = await openConsole(own);
  await beginAs(page, 'Nadia Ferreira');
  await app.evaluate(({ dialog, BrowserWindow }) => {
    const scope = globalThis as unknown as { asked: string[] };
    scope.asked = [];
    dialog.showMessageBox = ((_window: unknown, options: { message: string }) => {
      scope.asked.push(options.message);
      return Promise.resolve({ response: 0, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (let nth = 0; nth < 6; nth += 1)
      contents?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  });
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  await expect.poll(asked).toEqual(['The window stopped several times within a minute']);
  await expect.poll(() => isRunning(page).catch(() => false)).toBe(true);
  await close();
  own.remove();
});
