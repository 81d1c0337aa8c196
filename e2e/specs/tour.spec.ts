import { expect, type Page, test } from '@playwright/test';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { beginAs, goTo } from '../harness/steps.ts';

/** The tour is offered on sample data, walks through the console by itself, and can be called anywhere. */
const folders = temporaryFolders();
let open: OpenConsole;

test.beforeAll(async () => {
  open = await openConsole(folders, {}, ['--demo']);
});
test.afterAll(async () => {
  await open.close();
  folders.remove();
});

const mark = (page: Page, title: string) => page.getByRole('region', { name: `Guided tour: ${title}` });

const steps: readonly [title: string, page: RegExp, name: string][] = [
  ['Persons', /#\/persons$/, 'persons'],
  ['Find and narrow', /#\/persons$/, 'search'],
  ['Every change is kept', /#\/persons\/[0-9a-f-]{36}$/, 'history'],
  ['Look back', /asOf=\d+$/, 'as-of'],
  ['Two records of one person', /#\/persons\/[0-9a-f-]{36}$/, 'duplicates'],
  ['The event log', /#\/log/, 'log'],
  ['Maintenance', /#\/maintenance$/, 'maintenance'],
  ['From everywhere', /#\/persons/, 'palette'],
];

test('is offered on sample data, and goes through all of it by the keyboard', async () => {
  test.setTimeout(150_000);
  const { page } = open;
  await expect(page.getByText('This is sample data')).toBeVisible();
  await inspect(page, 'tour-offer');
  await page.getByRole('button', { name: 'Take the tour' }).click();
  for (const [title, address, name] of steps) {
    await expect(mark(page, title)).toBeVisible();
    await expect(page).toHaveURL(address);
    await expect(mark(page, title).getByRole('button', { name: /Next|Done/ })).toBeFocused();
    await inspect(page, `tour-${name}`);
    if (name !== 'palette') await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('ArrowLeft');
  await expect(mark(page, 'Maintenance')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(mark(page, 'From everywhere')).toBeHidden();
  await expect(page.getByText('This is sample data')).toBeHidden();
});

test('ends at once, and is called from the palette, the shortcuts and the settings', async () => {
  const { page } = open;
  const first = mark(page, 'Persons');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('guided');
  await page.keyboard.press('Enter');
  await expect(first.getByRole('button', { name: 'Next' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(first).toBeHidden();
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Take the guided tour' }).click();
  await expect(first).toBeVisible();
  await first.getByRole('button', { name: 'End the tour' }).click();
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Start the tour' }).click();
  await expect(first).toBeVisible();
  await page.keyboard.press('Escape');
});

test('leaves the page under it at work', async () => {
  const { page } = open;
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Start the tour' }).click();
  await expect(mark(page, 'Persons').getByRole('button', { name: 'Next' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(mark(page, 'Find and narrow')).toBeVisible();
  await page.getByRole('searchbox').fill('pryce');
  await expect(page.getByText(/2 of 2|1–2/).first()).toBeVisible();
  await mark(page, 'Find and narrow').getByRole('button', { name: 'End the tour' }).click();
  await page.getByRole('searchbox').fill('');
});

test('is not offered a second time', async () => {
  await open.close();
  open = await openConsole(folders, {}, ['--demo']);
  await expect(open.page.getByRole('row').nth(5)).toBeVisible();
  await expect(open.page.getByText('This is sample data')).toBeHidden();
});

test('is not offered on data of one’s own, and shows what would be there', async () => {
  const own = temporaryFolders();
  const { page, close } = await openConsole(own);
  await beginAs(page, 'Nadia Ferreira');
  await expect(page.getByRole('heading', { name: 'No persons yet' })).toBeVisible();
  await expect(page.getByText('This is sample data')).toBeHidden();
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Start the tour' }).click();
  await expect(page.getByText(/creates the first one/)).toBeVisible();
  await inspect(page, 'tour-empty');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('2 of 6')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('3 of 6')).toBeVisible();
  await expect(page.getByText(/At the moment there are none/)).toBeVisible();
  await close();
  own.remove();
});
