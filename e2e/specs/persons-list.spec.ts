import { expect, type Locator, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { goTo } from '../harness/steps.ts';

/** A list that is longer than the window: what stays in sight, and what it remembers. */
const PERSONS = 120;
const open = oneConsole(async () => {
  for (let index = 0; index < PERSONS; index += 1) {
    const name = { givenNames: ['Ana'], familyNames: [`Quispe ${String(index).padStart(3, '0')}`] };
    await submit(open.page, 'CreatePerson', { personId: crypto.randomUUID(), name });
  }
  await goTo(open.page, '/persons?status=active');
  await expect(open.page.getByText(`of ${PERSONS}`)).toBeVisible();
});

const grid = (): Locator => open.page.getByRole('grid', { name: 'Persons' });
const cursor = (): Locator => grid().locator('[data-cursor]');
const scrolled = (): Promise<number> => grid().evaluate((element) => element.scrollTop);

async function box(part: Locator) {
  const found = await part.boundingBox();
  if (found === null) throw new Error('It is not on the page');
  return { top: found.y, bottom: found.y + found.height };
}

async function walk(key: string, times: number): Promise<void> {
  for (let press = 0; press < times; press += 1) await open.page.keyboard.press(key);
}

test('the header stays over the rows, and the row under the cursor between header and end', async () => {
  await grid().focus();
  const header = grid().getByRole('columnheader').first();
  const before = await box(header);
  await walk('ArrowDown', 60);
  await expect(cursor()).toHaveAttribute('data-index', '60');
  await expect.poll(scrolled).toBeGreaterThan(500);
  expect(await box(header)).toEqual(before);
  expect((await box(cursor())).bottom).toBeLessThanOrEqual((await box(grid())).bottom);
  await walk('ArrowUp', 40);
  await expect.poll(async () => (await box(cursor())).top).toBeGreaterThanOrEqual(before.bottom - 1);
});

test('the range says which rows are in sight', async () => {
  await grid().focus();
  await open.page.keyboard.press('Home');
  await expect.poll(scrolled).toBe(0);
  const { top, bottom } = await box(grid());
  const first = await box(grid().locator('[data-index="0"]'));
  expect(first.top - top).toBe(28);
  const last = Math.ceil((bottom - first.top) / (first.bottom - first.top));
  await expect(open.page.getByText(`1–${last} of ${PERSONS}`)).toBeVisible();
});

test('one comes back from a person to the same row in the same place, with the keyboard on it', async () => {
  const { page } = open;
  await grid().focus();
  await walk('ArrowDown', 60);
  await expect.poll(scrolled).toBeGreaterThan(500);
  const before = await scrolled();
  const at = await cursor().getAttribute('data-index');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid()).toBeFocused();
  expect(await scrolled()).toBe(before);
  await expect(cursor()).toHaveAttribute('data-index', at ?? '');
});

test('the list is sorted without a mouse', async () => {
  const { page } = open;
  await grid().focus();
  await page.keyboard.press('Tab');
  await expect(grid().getByRole('checkbox', { name: 'Select all that match' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(grid().getByRole('button', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(grid().getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
  // The focus stays on the header: the next key turns the direction, or leads on to the next one.
  await expect(grid().getByRole('button', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(grid().getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid().getByRole('button', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(grid().getByRole('button', { name: 'Status' })).toBeFocused();
});

test('each column is sorted by from its header, in both directions', async () => {
  const { page, app } = open;
  const size = (width: number) =>
    app.evaluate(({ BrowserWindow }, to) => {
      const [window] = BrowserWindow.getAllWindows();
      const [before = 0] = window?.getContentSize() ?? [];
      window?.setContentSize(to, 700);
      return before;
    }, width);
  const before = await size(1600);
  for (const title of ['Status', 'E-mail', 'Phone', 'Role, employer', 'Location']) {
    const header = grid().getByRole('columnheader', { name: title });
    for (const direction of ['ascending', 'descending']) {
      await header.getByRole('button').press('Enter');
      await expect(header).toHaveAttribute('aria-sort', direction);
      await expect(page.getByText(`of ${PERSONS}`)).toBeVisible();
    }
  }
  await size(before);
});

test('the detail keeps its tab from row to row, and Esc closes it from anywhere', async () => {
  const { page } = open;
  await goTo(page, '/persons?status=active');
  await grid().press('Home');
  await grid().locator('[data-index="0"]').click();
  const history = page.getByRole('tab', { name: /History/ });
  await history.click();
  await grid().locator('[data-index="1"]').click();
  await expect(page.getByRole('article', { name: 'Ana Quispe 001' })).toBeVisible();
  await expect(history).toHaveAttribute('aria-selected', 'true');
  await history.focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toBeHidden();
});

test('a search says how many it found and leaves out counts that are not its own', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  const filter = page.getByLabel('Filter by status');
  await expect(filter.getByText(String(PERSONS)).first()).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search persons' });
  await search.fill('quispe 01');
  await expect(page.getByText('10 matches, best first')).toBeVisible();
  await expect(filter.getByText(/\d/)).toHaveCount(0);
  await search.fill('quispe 011');
  await expect(page.getByText('1 match, best first')).toBeVisible();
  await search.fill('nobody');
  await expect(page.getByText('No match for “nobody”')).toBeVisible();
  await expect(page.getByText('best first')).toBeHidden();
  await search.fill('');
  await expect(filter.getByText(String(PERSONS)).first()).toBeVisible();
});
