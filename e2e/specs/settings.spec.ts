import { expect, type Locator, type Page, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { inspect, keepScreenshot } from '../harness/look.ts';
import { chooseOption, chooseZone, goTo } from '../harness/steps.ts';

/** Every setting holds at once, is the same wherever it can be set, and is still so at the next start. */
const open = oneConsole(async () => {
  const name = { givenNames: ['Ana María'], familyNames: ['Quispe'] };
  await submit(open.page, 'CreatePerson', { personId: crypto.randomUUID(), name });
});

const root = (page: Page) => page.locator('html');
const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Settings' });

test('opens by key, rail and palette', async () => {
  const { page } = open;
  await page.keyboard.press('Control+,');
  await expect(heading(page)).toBeVisible();
  await goTo(page, '/persons');
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await expect(heading(page)).toBeVisible();
  await goTo(page, '/persons');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('settings');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeVisible();
  await inspect(page, 'settings');
});

test('theme and density hold at once, and are what the display menu shows', async () => {
  const { page } = open;
  await goTo(page, '/settings');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('radio', { name: 'Comfortable' }).click();
  await expect(root(page)).toHaveAttribute('data-density', 'comfortable');
  await page.getByRole('button', { name: 'Display' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeChecked();
  await expect(page.getByRole('menuitemradio', { name: 'Comfortable' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'Compact' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked();
});

test('the density is how high a row is', async () => {
  const { page } = open;
  const row = page.getByRole('grid', { name: 'Persons' }).locator('[data-index="0"]');
  const choices = { Default: 32, Comfortable: 40, Compact: 28 };
  for (const [name, height] of Object.entries(choices)) {
    await goTo(page, '/settings');
    await page.getByRole('radio', { name }).click();
    await goTo(page, '/persons');
    await expect.poll(async () => (await row.boundingBox())?.height).toBe(height);
  }
});

test('times are shown in the zone of choice', async () => {
  const { page } = open;
  await goTo(page, '/settings');
  await chooseZone(page, 'tokyo');
  await expect(page.getByText(/It is now .*UTC\+09:00/)).toBeVisible();
  await expect(page.getByLabel('Time zone')).toBeFocused();
  await page.getByRole('button', { name: 'Display' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Asia/Tokyo' })).toBeChecked();
  await page.keyboard.press('Escape');
  await goTo(page, '/log?event=1');
  await expect(page.getByText(/UTC\+09:00/).first()).toBeVisible();
});

test('one of hundreds of zones is found by typing, from the field on, and left as it is by Esc', async () => {
  const { page } = open;
  await goTo(page, '/settings');
  await page.getByRole('radio', { name: 'As the system' }).click();
  const zone = page.getByLabel('Time zone');
  await zone.focus();
  await page.keyboard.type('new yo');
  const search = page.getByRole('combobox', { name: 'Choose a zone' });
  await expect(search).toHaveValue('new yo');
  await expect(page.getByRole('option')).toHaveText(['America/New York']);
  await search.fill('nowhere');
  await expect(page.getByText('No time zone is called “nowhere”')).toBeVisible();
  await search.fill('');
  await expect(page.getByRole('option', { name: 'Asia/Tokyo' })).toContainText('In use');
  await inspect(page, 'settings-zones');
  await page.keyboard.press('Escape');
  await expect(zone).toBeFocused();
  await expect(zone).toHaveText('Asia/Tokyo');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(zone).toHaveText('Pacific/Wallis');
  await chooseZone(page, 'tokyo');
});

test('the size follows the setting, and the setting the keys of the window', async () => {
  const { page, app } = open;
  await goTo(page, '/settings');
  const width = await page.evaluate(() => window.innerWidth);
  await chooseOption(page.getByLabel('Size'), '1.25');
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThan(width * 0.85);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.5));
  await expect(page.getByLabel('Size')).toHaveText('150 %');
  await chooseOption(page.getByLabel('Size'), '1.1');
});

test('hidden columns and saved filters are counted, brought back and managed', async () => {
  const { page } = open;
  await goTo(page, '/persons?status=active');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'E-mail' }).click();
  await page.keyboard.press('Escape');
  const title = (name: string): Locator =>
    page.getByRole('grid', { name: 'Persons' }).getByRole('columnheader', { name });
  await expect(title('E-mail')).toHaveCount(0);
  await expect(title('Status')).toBeVisible();
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByRole('menuitem', { name: /Save what/ }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Active ones');
  await page.getByRole('dialog').getByRole('button', { name: 'Save filters' }).click();
  await goTo(page, '/settings');
  await expect(page.getByText('1 column hidden')).toBeVisible();
  await expect(page.getByText('1 saved filter', { exact: true })).toBeVisible();
  await page.getByRole('radio', { name: 'As the system' }).click();
  await chooseOption(page.getByLabel('Size'), '1');
  await inspect(page, 'settings-changed');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByText('1 column hidden')).toBeHidden();
  await goTo(page, '/persons');
  await expect(title('E-mail')).toBeVisible();
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Rename or delete…' }).click();
  await expect(page.getByRole('dialog', { name: 'Saved filters' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Delete…', exact: true }).click();
  await keepScreenshot(page, 'settings-delete-filters');
  await page.getByRole('button', { name: 'Delete filter' }).click();
  await expect(page.getByText('None so far')).toBeVisible();
});

test('the operator is renamed, the shortcuts are shown, the folder is opened', async () => {
  const { page, app } = open;
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Change name…' }).click();
  await page.getByLabel('Your name').fill('Amara Okonkwo');
  await page.getByRole('button', { name: 'Change operator' }).click();
  await expect(page.getByRole('contentinfo').getByText('Amara Okonkwo')).toBeVisible();
  await page.getByRole('button', { name: 'Show shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await app.evaluate(({ shell }) => {
    const scope = globalThis as unknown as { shownFolder?: string };
    shell.openPath = (path) => {
      scope.shownFolder = path;
      return Promise.resolve('');
    };
  });
  await page.getByRole('button', { name: 'Show in the file manager' }).click();
  const shown = () =>
    app.evaluate(() => (globalThis as unknown as { shownFolder?: string }).shownFolder ?? '');
  await expect.poll(shown).toBe(open.folders.data);
  await inspect(page, 'settings-data');
});

test('all of it is still so at the next start', async () => {
  await open.page.getByRole('radio', { name: 'Dark' }).click();
  await chooseOption(open.page.getByLabel('Size'), '1.1');
  await open.restart();
  const { page } = open;
  await goTo(page, '/settings');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked();
  await expect(page.getByLabel('Time zone')).toHaveText('Asia/Tokyo');
  await expect(page.getByLabel('Size')).toHaveText('110 %');
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
});
