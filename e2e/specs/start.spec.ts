import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { invoke } from '../harness/bridge.ts';
import { openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { beginAs } from '../harness/steps.ts';

const folders = temporaryFolders();
test.afterAll(() => folders.remove());

test('asks who works here once, and remembers', async () => {
  const screenshot = join(folders.folder, 'window.png');
  const first = await openConsole(folders, { PERSON_CONSOLE_SCREENSHOT: screenshot });
  await expect(first.page.getByRole('heading', { name: 'Who works here?' })).toBeVisible();
  await expect(first.page.getByText(folders.data)).toBeVisible();

  await inspect(first.page, 'first-run');
  await first.page.getByRole('button', { name: 'Begin' }).click();
  await expect(first.page.getByText('Enter your name')).toBeVisible();
  await beginAs(first.page, 'Nadia Ferreira');
  await expect(first.page.getByRole('heading', { name: 'No persons yet' })).toBeVisible();
  await inspect(first.page, 'persons-empty');
  expect(await invoke(first.page, 'console.info', {})).toMatchObject({
    operator: 'Nadia Ferreira',
    dataFolder: folders.data,
    events: expect.any(Number) as unknown as number,
  });
  await expect.poll(() => existsSync(screenshot)).toBe(true);
  expect(readFileSync(screenshot).subarray(1, 4).toString()).toBe('PNG');
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 1000, height: 700 });
  });
  expect([...first.faults, ...first.reports]).toEqual([]);
  await first.close();

  const second = await openConsole(folders);
  await expect(second.page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
  expect(await invoke(second.page, 'console.info', {})).toMatchObject({ operator: 'Nadia Ferreira' });
  const bounds = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toMatchObject({ width: 1000, height: 700 });
  expect([...second.faults, ...second.reports]).toEqual([]);
  await second.close();
});

test('opens on sample data of its own', async () => {
  const { page, app, close } = await openConsole(folders, {}, ['--demo']);
  const { dataFolder, operator } = await invoke(page, 'console.info', {});
  expect(dataFolder).toBe(join(folders.user, 'demo'));
  expect(operator).toBe('Demo operator');
  const { persons } = await invoke(page, 'persons.counts', {});
  expect(Object.values(persons).reduce((sum, count) => sum + count, 0)).toBe(200);
  await expect(page.getByRole('row').nth(10)).toBeVisible();
  await inspect(page, 'persons-demo');
  const profile = await app.evaluate(({ app: electronApp }) => electronApp.getPath('userData'));
  expect(profile).toBe(join(folders.user, 'profiles', 'demo'));
  await close();
});

test('says where it runs and that the engine runs', async () => {
  const { page, app, close } = await openConsole(folders);
  expect(await invoke(page, 'engine.status', {})).toEqual({ state: 'running', error: null });
  const version = await app.evaluate(({ app: electronApp }) => electronApp.getVersion());
  expect(await invoke(page, 'console.info', {})).toMatchObject({
    version,
    runtime: expect.stringContaining('Electron') as unknown as string,
  });
  await close();
});
