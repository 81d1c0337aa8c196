import { expect, type Locator, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { selection } from '../harness/selection.ts';
import { misplaced, resize, type Size } from '../harness/sizes.ts';
import { goTo } from '../harness/steps.ts';

/** While somebody is selected: what stays in sight and within reach, and what the selection is kept through. */
const ids = Array.from({ length: 6 }, () => crypto.randomUUID());
const open = oneConsole(async () => {
  for (const [index, personId] of ids.entries())
    await submit(open.page, 'CreatePerson', {
      personId,
      name: { givenNames: [`Ana ${index + 1}`], familyNames: ['Quispe'] },
    });
});

const grid = (): Locator => open.page.getByRole('grid', { name: 'Persons' });
const search = (): Locator => open.page.getByRole('searchbox', { name: 'Search persons' });
const bar = (): Locator => selection(open.page);

async function tick(...rows: readonly number[]): Promise<void> {
  for (const row of rows) await grid().locator(`[data-index="${row}"] [data-mark]`).click();
}

async function show(address: string): Promise<void> {
  await goTo(open.page, address);
  await expect(grid().locator('[data-index="0"]')).toBeVisible();
}

async function letGo(): Promise<void> {
  await open.page.keyboard.press('Escape');
  await expect(bar()).toHaveCount(0);
}

const usual: Size = { width: 1280, height: 800, zoom: 1 };
const small: Size = { width: 1024, height: 700, zoom: 1 };
const places: readonly (readonly [string, Size, string])[] = [
  ['in a small window', small, '/persons'],
  ['in a smaller one', { ...small, width: 800 }, '/persons'],
  ['beside a person', small, `/persons?selected=${ids[3]}`],
  ['enlarged twice', { ...small, zoom: 2 }, '/persons'],
];

for (const [where, size, address] of places) {
  test(`the search stays within reach, and the rows where they are: ${where}`, async () => {
    const { page } = open;
    await resize(open, size);
    await show(address);
    const before = await grid().boundingBox();
    await tick(0, 1);
    await expect(bar()).toContainText('2 selected');
    expect(await grid().boundingBox()).toEqual(before);
    expect(await misplaced(page)).toEqual([]);
    await search().click();
    await expect(search()).toBeFocused();
    await grid().focus();
    await page.keyboard.press('/');
    await expect(search()).toBeFocused();
    await grid().focus();
    await letGo();
    await resize(open, usual);
  });
}

test('whoever searches on has another list, in which nobody is selected', async () => {
  await show('/persons');
  await tick(0, 1);
  await search().fill('ana 3');
  await expect(open.page.getByText('1 match, best first')).toBeVisible();
  await expect(bar()).toHaveCount(0);
  await search().fill('');
});

/** To another page and back to the list, each in its own way. */
const ways: readonly (readonly [string, () => Promise<void>])[] = [
  [
    'by the rail',
    async () => {
      const areas = open.page.getByRole('navigation', { name: 'Areas' });
      await areas.getByRole('link', { name: 'Settings' }).click();
      await expect(grid()).toHaveCount(0);
      await areas.getByRole('link', { name: 'Persons' }).click();
    },
  ],
  [
    'by keys',
    async () => {
      await open.page.keyboard.press('l');
      await expect(grid()).toHaveCount(0);
      await open.page.keyboard.press('e');
    },
  ],
  [
    'by the palette',
    async () => {
      await choose('Event log');
      await expect(grid()).toHaveCount(0);
      await choose('Persons');
    },
  ],
  [
    'from a person',
    async () => {
      await grid().locator('[data-index="4"]').dblclick();
      await expect(open.page.getByRole('article')).toBeVisible();
      await open.page.getByRole('navigation', { name: 'Path' }).getByRole('link').click();
    },
  ],
];

/** A page, from the palette. */
async function choose(title: string): Promise<void> {
  const { page } = open;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(title);
  await page.getByRole('option', { name: title }).first().click();
}

for (const [way, go] of ways) {
  test(`whoever comes back to the same list finds the same persons selected: ${way}`, async () => {
    await show('/persons?status=active&q=quispe');
    await tick(1, 2);
    await expect(bar()).toContainText('2 selected');
    await go();
    await expect(search()).toHaveValue('quispe');
    await expect(grid().getByRole('row', { selected: true })).toHaveCount(2);
    await expect(bar()).toContainText('2 selected');
    await letGo();
  });
}

test('the head is ticked once everybody who matches is, one by one as well', async () => {
  await show('/persons');
  const head = grid().getByRole('checkbox', { name: 'Select all that match' });
  const part = () => head.evaluate((box: HTMLInputElement) => box.indeterminate);
  await tick(0, 1, 2, 3, 4);
  await expect.poll(part).toBe(true);
  await expect(head).not.toBeChecked();
  await tick(5);
  await expect(head).toBeChecked();
  await expect.poll(part).toBe(false);
  await expect(bar().getByRole('button', { name: /^Select all/ })).toHaveCount(0);
  await tick(5);
  await expect.poll(part).toBe(true);
  await tick(5);
  await head.click();
  await expect(bar()).toHaveCount(0);
});

test('two are compared side by side, from the bar and from the palette, and no more than two', async () => {
  const { page } = open;
  const compare = bar().getByRole('button', { name: 'Compare' });
  const sideBySide = page.getByRole('heading', { level: 1, name: 'Compare records' });
  await show('/persons');
  await tick(0);
  await expect(bar()).toContainText('1 selected');
  await expect(compare).toHaveCount(0);
  await tick(2);
  await compare.click();
  await expect(sideBySide).toBeVisible();
  for (const name of ['Ana 1 Quispe', 'Ana 3 Quispe'])
    await expect(page.getByRole('main').getByRole('link', { name }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar()).toContainText('2 selected');
  await tick(3);
  await expect(bar()).toContainText('3 selected');
  await expect(compare).toHaveCount(0);
  await letGo();
});

test('two who are left of all that matched are compared as well', async () => {
  const { page } = open;
  await show('/persons?q=quispe');
  await page.keyboard.press('Control+a');
  await expect(bar()).toContainText('6 selected');
  await tick(0, 1, 2, 3);
  await expect(bar()).toContainText('2 selected');
  await choose('Compare the 2 selected');
  await expect(page.getByRole('heading', { level: 1, name: 'Compare records' })).toBeVisible();
  for (const name of ['Ana 5 Quispe', 'Ana 6 Quispe'])
    await expect(page.getByRole('main').getByRole('link', { name }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar()).toContainText('2 selected');
  await letGo();
});
