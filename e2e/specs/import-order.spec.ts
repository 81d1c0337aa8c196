import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { invoke } from '../harness/bridge.ts';
import { inspect } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { form, goTo } from '../harness/steps.ts';

/** Rules and conversions of a mapping are put into another order, by buttons and by keys. */
const open = oneConsole();

const email = (address: string, fact = 'e-mail') =>
  ({ type: 'EmailAddress', fact, key: { constant: 'main' }, data: { address } }) as const;

test.beforeAll(async () => {
  await invoke(open.page, 'import.save-mapping', {
    mapping: {
      language: 1,
      name: 'Members',
      source: 'club',
      key: { path: 'No', then: [{ do: 'part', by: ' ', at: 0 }, { do: 'digits' }] },
      person: { name: { givenNames: ['First'], familyNames: ['Last'] } },
      components: [email('Office'), email('Home'), email('Other', 'third')],
    },
  });
  const path = join(open.folders.folder, 'may.csv');
  writeFileSync(
    path,
    'No,First,Last,Office,Home,Other\n12 34,Ada,Quispe,ada@office.org,ada@home.org,ada@other.org\n',
  );
  await answerDialogs(open.app, { opened: path });
  await goTo(open.page, '/import');
  await open.page.getByRole('button', { name: 'More about Members' }).click();
  await open.page.getByRole('menuitem', { name: 'Import a file by it…' }).click();
});

const steps = (): Locator =>
  open.page.getByRole('list', { name: 'Conversions of source key' }).getByRole('listitem');
const up = (what: string): Locator => open.page.getByRole('button', { name: `Move up: ${what}` });
const down = (what: string): Locator => open.page.getByRole('button', { name: `Move down: ${what}` });
const key = (): Locator => open.page.locator('samp').first();

test('conversions are moved, and the row shows at once what that comes to', async () => {
  const { page } = open;
  await expect(key()).toHaveText('12');
  await inspect(page, 'import-order');
  await up('its digits only').click();
  await expect(key()).toHaveText('1234');
  await expect(steps().first()).toContainText('its digits only');
  await expect(up('its digits only')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(key()).toHaveText('12');
  await expect(up('its digits only')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(steps().last()).toContainText('its digits only');
});

test('a conversion that is typed in keeps the focus when it is moved', async () => {
  const { page } = open;
  const apart = page.getByLabel('Taken apart at');
  await apart.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(steps().first()).toContainText('its digits only');
  await expect(apart).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(steps().last()).toContainText('its digits only');
  await expect(apart).toBeFocused();
});

test('a rule is moved as it is, open or folded, with the focus', async () => {
  const { page } = open;
  const third = page.locator('details', { hasText: 'third' });
  await third.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(third).toHaveAttribute('open');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(
    page
      .locator('details')
      .filter({ has: page.locator('summary', { hasText: 'E-mail address' }) })
      .first(),
  ).toContainText('third');
  await expect(third).toHaveAttribute('open');
  await expect(third.locator('summary')).toBeFocused();
  await inspect(page, 'import-order-rules');
  // The same keys open a list of choices, and move nothing then.
  await third.getByRole('combobox').first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await third.locator('summary').click();
  await expect(up('E-mail address third')).toHaveAttribute('aria-disabled', 'true');
});

test('of two rules that say the same the lower one counts, in the import as on the page', async () => {
  const { page } = open;
  // Third, Office, Home: Home counts. One down, Office does.
  await down('E-mail address e-mail').first().click();
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await page.getByRole('button', { name: 'Import…' }).click();
  await form(page, 'Import may.csv').getByRole('button', { name: 'Import without a dry run' }).click();
  await expect(page.getByText('1 row: 1 new', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Ada Quispe' }).click();
  await expect(page.getByText('ada@office.org').first()).toBeVisible();
  await expect(page.getByText('ada@home.org')).toHaveCount(0);
});
