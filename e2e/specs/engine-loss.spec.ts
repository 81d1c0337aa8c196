import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { invoke, invokeRaw, submit, terminateThread } from '../harness/bridge.ts';
import {
  consoleArguments,
  consoleEnvironment,
  type OpenConsole,
  openConsole,
  temporaryFolders,
} from '../harness/launch.ts';
import { expectKept, kill } from '../harness/kill.ts';
import { inspect } from '../harness/look.ts';
import { electron } from '../harness/runtime.ts';
import { beginAs, form } from '../harness/steps.ts';

const folders = temporaryFolders();
let open: OpenConsole;

test.beforeAll(async () => {
  open = await openConsole(folders);
  await beginAs(open.page, 'Nadia Ferreira');
});
test.afterEach(async ({}, info) => {
  await info.attach('reports', { body: open.reports.join('\n') });
});
test.afterAll(async () => {
  await open.close();
  folders.remove();
});

const nameOf = (index: number): Record<string, unknown> => ({
  givenNames: [`Person ${index}`],
  familyNames: ['Tester'],
});

test('a terminated engine is announced, restarted, and has lost nothing that was acknowledged', async () => {
  const { page, app } = open;
  const ids = Array.from({ length: 20 }, () => crypto.randomUUID());
  for (const [index, personId] of ids.entries())
    await submit(page, 'CreatePerson', { personId, name: nameOf(index) });

  const banner = page.getByText(/engine stopped and is being restarted/i).waitFor({ timeout: 10_000 });
  await terminateThread(app, 'engine');
  await banner;
  await expect(page.getByText(/engine stopped and is being restarted/i)).toBeHidden();

  expect((await invoke(page, 'persons.counts', {})).persons['active']).toBe(20);
  for (const personId of ids)
    expect(await invoke(page, 'persons.get', { personId })).toMatchObject({ personId });
  await submit(page, 'UpdateName', { personId: ids[0], name: nameOf(99) });
  await expect(page.getByText('Person 99 Tester').first()).toBeVisible();
  expect(await invoke(page, 'log.verify', {})).toMatchObject({ ok: true, findings: [] });
});

test('commands under way when the engine ends are carried out once at most, and once when sent again', async () => {
  const { page, app } = open;
  const before = (await invoke(page, 'persons.counts', {})).persons['active'] ?? 0;
  const commands = Array.from({ length: 40 }, (_, index) => ({
    type: 'CreatePerson',
    commandId: crypto.randomUUID(),
    data: { personId: crypto.randomUUID(), name: nameOf(1000 + index) },
  }));
  const replies = page.evaluate(
    (all) => Promise.all(all.map((command) => window.personConsole.invoke('commands.submit', command))),
    commands,
  );
  await terminateThread(app, 'engine');
  for (const reply of await replies) {
    if (!reply.ok) expect(reply.error).toMatchObject({ code: 'engine-stopped', kind: 'retryable' });
  }
  let position = 0;
  for (const command of commands) {
    const outcome = await invoke(page, 'commands.submit', command);
    expect(outcome).toMatchObject({ status: 'accepted', version: 1 });
    position = Math.max(position, ...outcome.events.map((event) => event.position));
  }
  const counts = await invoke(page, 'persons.counts', { atLeast: position });
  expect(counts.persons['active']).toBe(before + commands.length);
});

test('a terminated reader is brought back without a word', async () => {
  const { page, app } = open;
  await terminateThread(app, 'reader');
  await expect.poll(async () => (await invokeRaw(page, 'persons.counts', {})).ok).toBe(true);
  expect(await invoke(page, 'engine.status', {})).toEqual({ state: 'running', error: null });
});

test('a second console on the same data folder says that it is in use, and the first goes on', async () => {
  const second = await openConsole({ data: folders.data, user: join(folders.folder, 'second-user') });
  await expect(second.page.getByText('data-folder-in-use').first()).toBeVisible();
  expect(await invoke(second.page, 'engine.status', {})).toMatchObject({
    state: 'failed',
    error: { code: 'data-folder-in-use' },
  });
  expect(await invokeRaw(second.page, 'persons.list', {})).toMatchObject({
    ok: false,
    error: { code: 'data-folder-in-use' },
  });
  await inspect(second.page, 'folder-in-use');
  await second.close();
  expect(await invoke(open.page, 'engine.status', {})).toMatchObject({ state: 'running' });
});

test('a page whose process breaks is loaded again, and a form keeps what was typed', async () => {
  const own = temporaryFolders();
  const { page, app, close } = await openConsole(own);
  await beginAs(page, 'Nadia Ferreira');
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'Create person' }).getByLabel('Given names').fill('Half-written');
  const stored = (): Promise<boolean> =>
    page.evaluate(() => JSON.stringify(Object.entries(localStorage)).includes('Half-written'));
  await expect.poll(stored).toBe(true);
  const pageProcess = (): Promise<number> =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents === undefined || contents.isLoading() ? 0 : contents.getOSProcessId();
    });
  const before = await pageProcess();
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(async () => [0, before].includes(await pageProcess()), { timeout: 20_000 }).toBe(false);
  // The test runner has lost the page for good: the main process looks at the new one.
  const typed = (): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript(
          "[...document.querySelectorAll('[role=dialog] input')].map((input) => input.value)",
        )
        .catch(() => 'not yet'),
    );
  await expect.poll(typed, { timeout: 20_000 }).toContain('Half-written');
  await close();
  own.remove();
});

test('a console that is killed while somebody types shows what was typed when it is opened again', async () => {
  const own = temporaryFolders();
  const first = await openConsole(own);
  await beginAs(first.page, 'Nadia Ferreira');
  await first.page.keyboard.press('c');
  await form(first.page, 'Create person').getByLabel('Given names').focus();
  await first.page.keyboard.type('Half-written');
  await expectKept(own, 'Half-written');
  await kill(first);
  const second = await openConsole(own);
  await second.page.keyboard.press('c');
  await expect(form(second.page, 'Create person').getByLabel('Given names')).toHaveValue('Half-written');
  expect([...second.faults, ...second.reports]).toEqual([]);
  await second.close();
  own.remove();
});

test('starting the same console again ends at once and brings its window to the front', async () => {
  const { executablePath } = await electron();
  await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const again = spawn(executablePath, consoleArguments(folders, ['--data', folders.data]), {
    env: await consoleEnvironment(),
    stdio: 'pipe',
  });
  let said = '';
  again.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise((resolve) => again.on('exit', resolve));
  expect(code).toBe(0);
  expect(said).toContain('already open on this data folder');
  const minimized = (): Promise<boolean | undefined> =>
    open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(minimized).toBe(false);
});

test('a console that could not open its folder can, once the other one is closed', async () => {
  const shared = temporaryFolders();
  const first = await openConsole(shared);
  const second = await openConsole({ data: shared.data, user: join(shared.folder, 'second-user') });
  await first.close();
  await second.page.getByRole('button', { name: 'Try again' }).click();
  await expect(second.page.getByRole('heading', { name: 'Who works here?' })).toBeVisible();
  await second.close();
  shared.remove();
});

test('a data folder whose database is none shows what is wrong, and is left as it was', async () => {
  const broken = temporaryFolders();
  mkdirSync(broken.data, { recursive: true });
  writeFileSync(join(broken.data, 'log.db'), 'this is no database '.repeat(500));
  const { page, close } = await openConsole(broken);
  expect(await invoke(page, 'engine.status', {})).toMatchObject({
    state: 'failed',
    error: { code: 'not-a-database' },
  });
  await expect(page.getByText('not-a-database').first()).toBeVisible();
  await inspect(page, 'not-a-database');
  await close();
  broken.remove();
});
