import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import type { Reply } from '../../domain/contract/bridge.ts';
import { inspect } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { goTo } from '../harness/steps.ts';

/** A file is dragged from the file manager onto the window: onto the import page, and beside it. */
const open = oneConsole();
let devTools: CDPSession;
test.beforeAll(async () => {
  devTools = await open.page.context().newCDPSession(open.page);
});

function fileOf(name: string): string {
  const path = join(open.folders.folder, name);
  writeFileSync(path, 'Id,First name,Last name\n1,Ada,Quispe\n');
  return path;
}

type DragStep = 'dragEnter' | 'dragOver' | 'drop';

/** On the rail, beside the page. */
const BESIDE = { x: 20, y: 20 };

/** As the operating system tells the window of it. */
async function drag(files: readonly string[], steps: readonly DragStep[], at = { x: 500, y: 400 }) {
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of steps) await devTools.send('Input.dispatchDragEvent', { type, ...at, data });
}

const openDropped = (page: Page, what: string): Promise<Reply> =>
  page.evaluate((name) => {
    const made: Record<string, unknown> = {
      'a file that a script made': new File(['x'], '/etc/passwd'),
      'a path': '/etc/passwd',
      'what looks like a file': { name: 'passwd', path: '/etc/passwd', size: 1 },
      nothing: undefined,
    };
    return window.personConsole.openDropped(made[name]);
  }, what);

test('the page says where to drop while a file hangs over it, and no longer when it leaves', async () => {
  const { page } = open;
  const file = fileOf('people.csv');
  await goTo(page, '/import');
  await expect(page.getByText('drop it anywhere on this page')).toBeVisible();
  await drag([file], ['dragEnter', 'dragOver']);
  await expect(page.getByText('Drop the file here')).toBeVisible();
  await inspect(page, 'import-drop-here');
  await drag([file], ['dragOver'], BESIDE);
  await expect(page.getByText('Drop the file here')).toBeHidden();
  await drag([file, fileOf('more.csv')], ['dragEnter', 'dragOver']);
  await expect(page.getByText('Drop one file, not 2')).toBeVisible();
  await inspect(page, 'import-drop-several');
  await drag([file], ['dragOver'], BESIDE);
  await expect(page.getByText('Drop one file, not 2')).toBeHidden();
});

test('a dropped file is opened, also while another import is looked at', async () => {
  const { page } = open;
  await goTo(page, '/import');
  await drag([fileOf('people.csv')], ['dragEnter', 'dragOver', 'drop']);
  await expect(page.getByRole('heading', { name: 'people.csv' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Quispe' })).toBeVisible();
  await expect(page.getByText('Drop the file here')).toBeHidden();
  await drag([fileOf('other.csv')], ['dragEnter', 'dragOver', 'drop']);
  await expect(page.getByRole('heading', { name: 'other.csv' })).toBeVisible();
});

test('several files and a folder are refused in words', async () => {
  const { page } = open;
  await goTo(page, '/import');
  await drag([fileOf('a.csv'), fileOf('b.csv')], ['dragEnter', 'dragOver', 'drop']);
  await expect(page.getByText('One file at a time')).toBeVisible();
  const folder = join(open.folders.folder, 'Downloads');
  mkdirSync(folder);
  await drag([folder], ['dragEnter', 'dragOver', 'drop']);
  await expect(page.getByText('A folder cannot be imported')).toBeVisible();
  await expect(page.getByText('Drop a file that is in Downloads instead.')).toBeVisible();
  await inspect(page, 'import-drop-refused');
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
});

test('dropped anywhere else, a file changes nothing', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await expect(page.getByRole('heading', { name: 'Persons', exact: true })).toBeVisible();
  const address = page.url();
  await drag([fileOf('elsewhere.csv')], ['dragEnter', 'dragOver', 'drop']);
  await drag([fileOf('elsewhere.csv')], ['dragEnter', 'dragOver', 'drop'], BESIDE);
  await goTo(page, '/import');
  await drag([fileOf('elsewhere.csv')], ['dragEnter', 'dragOver', 'drop'], BESIDE);
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
  expect(page.url()).toBe(address.replace('/persons', '/import'));
  // Drops are dealt with in their order: once this one is opened, those before it have come to nothing.
  await drag([fileOf('meant.csv')], ['dragEnter', 'dragOver', 'drop']);
  await expect(page.getByRole('heading', { name: 'meant.csv' })).toBeVisible();
  await goTo(page, '/import');
  await expect(page.getByRole('button', { name: 'meant.csv', exact: true })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'elsewhere.csv', exact: true })).toHaveCount(0);
});

for (const what of ['a file that a script made', 'a path', 'what looks like a file', 'nothing'])
  test(`the page cannot open ${what} as if it were dropped`, async () => {
    expect(await openDropped(open.page, what)).toMatchObject({
      ok: false,
      error: { code: 'dropped-no-file' },
    });
  });
