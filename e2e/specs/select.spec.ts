import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { inspect, keepScreenshot, painted } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { aPerson, form, goTo } from '../harness/steps.ts';

/** Lists of choices are the console's own: as complete by the keyboard as the system's, and with the look of its menus. */
let maria = '';
let ingrid = '';
let mapping = '';
const LONG = `Anmerkung ${'zum Vertrag und allem, was dazu noch zu sagen ist '.repeat(3)}`.trim();

const open = oneConsole(async () => {
  ingrid = await aPerson(open.page, 'Ingrid', 'Solberg');
  maria = await aPerson(open.page, 'Maria', 'Ionescu');
  mapping = await twoHundredColumns();
});

/** Where a file of so many columns is mapped. */
async function twoHundredColumns(): Promise<string> {
  const { page } = open;
  const columns = [LONG, ...Array.from({ length: 199 }, (_, index) => `Column ${index + 1}`)];
  const file = join(open.folders.folder, 'wide.csv');
  writeFileSync(file, [columns.join(';'), columns.map((_, index) => `v${index}`).join(';')].join('\n'));
  await answerDialogs(open.app, { opened: file });
  await goTo(page, '/import');
  await page.getByRole('button', { name: 'Choose a file…' }).first().click();
  await page.getByRole('button', { name: 'Go on to the mapping' }).click();
  await expect(family()).toBeVisible();
  return new URL(page.url()).hash.slice(1);
}

const list = (): Locator => open.page.getByRole('listbox', { name: 'Choices' });
const family = (): Locator => open.page.getByLabel('Family names', { exact: true });
const size = (): Locator => open.page.getByLabel('Size');
const press = (key: string): Promise<void> => open.page.keyboard.press(key);

/** The option that the keyboard is at, as a screen reader is told of it. */
async function active(field: Locator): Promise<Locator> {
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  const id = await field.getAttribute('aria-activedescendant');
  return open.page.locator(`[id="${id}"]`);
}

/** It is there, and the list is scrolled to it. */
async function expectActive(field: Locator, name: string): Promise<void> {
  await expect.poll(async () => (await active(field)).textContent()).toBe(name);
  await expect(await active(field)).toBeInViewport({ ratio: 1 });
}

async function toSettings(): Promise<void> {
  await goTo(open.page, '/settings');
  await expect(size()).toBeVisible();
}

async function toColumns(): Promise<void> {
  await goTo(open.page, mapping);
  await expect(family()).toBeVisible();
}

test('every key that opens the system’s list opens this one, where the choice is', async () => {
  await toSettings();
  await size().focus();
  for (const key of ['Space', 'Enter', 'ArrowDown', 'ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowUp']) {
    await press(key);
    await expectActive(size(), '100 %');
    await press('Escape');
    await expect(list()).toHaveCount(0);
    await expect(size()).toBeFocused();
  }
});

test('arrows, pages and the ends move in it; Enter, a space, Tab and Alt with an arrow choose', async () => {
  await toColumns();
  await family().focus();
  await press('Enter');
  await press('End');
  await expectActive(family(), 'Column 199');
  await press('PageUp');
  await press('ArrowDown');
  await press('Home');
  await expectActive(family(), 'Not mapped');
  await press('ArrowUp');
  await press('ArrowDown');
  await expectActive(family(), 'Fixed value');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Enter');
  await expect(family()).toHaveText('Column 1');
  await press('End');
  await press('Space');
  await expect(family()).toHaveText('Column 199');
  await press('Enter');
  await press('Home');
  await press('PageDown');
  await press('Alt+ArrowUp');
  await expect(list()).toHaveCount(0);
  await expect(family()).toHaveText('Column 6');
  await press('PageDown');
  const reached = await (await active(family())).innerText();
  await press('Tab');
  await expect(family()).toHaveText(reached);
  await expect(family()).not.toBeFocused();
  await expect(open.page.locator(':focus')).toBeVisible();
});

test('what is typed is found in the list and on the closed button, and is no shortcut of the page', async () => {
  await toColumns();
  await family().focus();
  await press('Enter');
  await open.page.keyboard.type('column 150');
  await expectActive(family(), 'Column 150');
  await inspect(open.page, 'select-long');
  await press('Enter');
  await expect(family()).toHaveText('Column 150');
  await open.page.keyboard.type('column 17');
  await expect(family()).toHaveText('Column 170');
  await expect(list()).toHaveCount(0);
  await press('?');
  await press('Enter');
  await expectActive(family(), 'Column 170');
  await press('Escape');
  await expect(open.page.getByRole('dialog')).toHaveCount(0);
});

test('the pointer opens it, points, chooses, and closes it beside; the label only moves the focus', async () => {
  const { page } = open;
  await toSettings();
  await page.getByText('Size', { exact: true }).click();
  await expect(size()).toBeFocused();
  await expect(list()).toHaveCount(0);
  await size().click();
  await list().getByRole('option', { name: '110 %' }).hover();
  await expectActive(size(), '110 %');
  await inspect(page, 'select-short');
  await size().click();
  await expect(list()).toHaveCount(0);
  await size().click();
  await page.getByRole('heading', { name: 'Settings' }).click();
  await expect(list()).toHaveCount(0);
  await expect(size()).toHaveText('100 %');
  await size().hover();
  await page.mouse.down();
  await list().getByRole('option', { name: '90 %' }).hover();
  await page.mouse.up();
  await expect(size()).toHaveText('90 %');
  await size().click();
  await list().getByRole('option', { name: '100 %' }).click();
  await expect(size()).toHaveText('100 %');
});

test('the wheel and the bar beside it scroll the list, and choose nothing', async () => {
  const { page } = open;
  await toColumns();
  await family().click();
  const at = () => list().evaluate((element) => element.scrollTop);
  const before = await family().innerText();
  const box = await list().boundingBox();
  if (box === null) throw new Error('The list is open.');
  await press('Home');
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.wheel(0, 300);
  await expect.poll(at).toBeGreaterThan(200);
  await page.mouse.wheel(0, -300);
  await expect.poll(at).toBe(0);
  await page.mouse.move(box.x + box.width - 5, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 5, box.y + 120, { steps: 5 });
  await page.mouse.up();
  await expect.poll(at).toBeGreaterThan(1_000);
  await expect(list()).toBeVisible();
  await expect(family()).toBeFocused();
  await press('Escape');
  await expect(family()).toHaveText(before);
});

test('in a dialog Esc closes the list alone, and another Esc the dialog', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const dialog = form(page, 'Filter persons');
  await expect(dialog.getByLabel('Has a component')).toBeFocused();
  await page.keyboard.type('em');
  await expectActive(dialog.getByLabel('Has a component'), 'Employment');
  await inspect(page, 'select-dialog');
  await press('Escape');
  await expect(list()).toHaveCount(0);
  await expect(dialog.getByLabel('Has a component')).toHaveText('Any or none');
  await press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('it stays in the window, opens upwards where there is no room below, and is as wide as its button', async () => {
  const { page, app } = open;
  await toColumns();
  for (const height of [480, 700]) {
    await app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, to),
      height,
    );
    await expect.poll(() => page.evaluate(() => innerHeight)).toBe(height);
    await family().scrollIntoViewIfNeeded();
    await family().click();
    const chosen = list().getByRole('option', { selected: true });
    await expect(chosen).toBeInViewport({ ratio: 1 });
    const frame = await list().boundingBox();
    const button = await family().boundingBox();
    if (frame === null || button === null) throw new Error('Both are shown.');
    expect(frame.y).toBeGreaterThanOrEqual(0);
    expect(frame.y + frame.height).toBeLessThanOrEqual(height);
    expect(frame.x + frame.width).toBeLessThanOrEqual(900);
    expect(frame.width).toBeGreaterThanOrEqual(button.width - 2);
    const isUnder = frame.y >= button.y + button.height;
    expect(isUnder || frame.y + frame.height <= button.y).toBe(true);
    expect(isUnder).toBe(height - button.y - button.height >= frame.height);
    await keepScreenshot(page, `select-window-${height}`);
    await press('Escape');
  }
});

test('in a sheet it is over all that is there, and its choice is the form’s', async () => {
  const { page } = open;
  await goTo(page, '/persons?form=create');
  const field = form(page, 'Create person').getByLabel('Naming convention');
  await field.click();
  await inspect(page, 'select-sheet');
  await list().getByRole('option', { name: 'One name only' }).click();
  await expect(form(page, 'Create person').getByLabel('Name', { exact: true })).toBeVisible();
  await expect(field).toBeFocused();
  await press('Enter');
  await press('Home');
  await press('Enter');
  await expect(form(page, 'Create person').getByLabel('Given names')).toBeVisible();
  await press('Escape');
  await expect(page.locator('[role="dialog"], [role="alertdialog"]')).toHaveCount(0);
});

test('two hundred columns are a list like any other, and a long name is cut and told whole', async () => {
  const { page } = open;
  await toColumns();
  await family().focus();
  await page.keyboard.type('column 150');
  await inspect(page, 'select-columns');
  await press('Tab');
  await expect(family()).toHaveText('Column 150');
  const given = page.getByLabel('Given names', { exact: true });
  await given.click();
  const long = list().getByRole('option', { name: LONG });
  await long.hover();
  await expect(page.getByRole('tooltip')).toContainText(LONG);
  await keepScreenshot(page, 'select-hint');
  await press('Escape');
  await expect(list()).toHaveCount(0);
  await expect(page.locator('select')).toHaveCount(0);
});

test('no page has a list of the system’s own', async () => {
  const { page } = open;
  const person = `/persons/${maria}`;
  const pages = [
    '/persons',
    '/log',
    '/log?event=1',
    '/link',
    '/conflicts',
    '/maintenance',
    '/settings',
    '/import',
  ];
  const ofAPerson = [person, `${person}?form=rename`, `${person}?form=merge`, `${person}/compare/${ingrid}`];
  for (const route of [...pages, ...ofAPerson, '/persons?form=create']) {
    await goTo(page, route);
    await painted(page);
    await expect(page.locator('select, datalist')).toHaveCount(0);
  }
});
