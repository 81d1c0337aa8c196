import { expect, type Locator, test } from '@playwright/test';
import type { Reply } from '../../domain/contract/bridge.ts';
import { submit } from '../harness/bridge.ts';
import { inspect } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { pretend } from '../harness/pretend.ts';
import { form, goTo } from '../harness/steps.ts';

/** What is offered answers the text in the field, never an older one; and a search that fails says so. */
const ada = crypto.randomUUID();
const open = oneConsole(async () => {
  const name = { givenNames: ['Ada'], familyNames: ['Lovelace'] };
  await submit(open.page, 'CreatePerson', { personId: ada, name });
});
test.afterEach(async () => {
  await pretend(open.app, {});
  await open.page.keyboard.press('Escape');
});

const dialog = (): Locator => open.page.getByRole('dialog');
const busy: Reply = {
  ok: false,
  error: { code: 'disk-error', kind: 'terminal', message: 'The disk does not answer.' },
};

const pickers: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    'the palette',
    async () => {
      await goTo(open.page, '/persons');
      await open.page.getByRole('grid', { name: 'Persons' }).waitFor();
      await open.page.keyboard.press('Control+k');
    },
  ],
  [
    'the filter of the log',
    async () => {
      await goTo(open.page, '/log');
      await open.page.getByRole('button', { name: 'Filter' }).click();
    },
  ],
  [
    'a field for another person',
    async () => {
      const other = crypto.randomUUID();
      await submit(open.page, 'CreatePerson', { personId: other, name: { givenNames: ['Wei'] } });
      await goTo(open.page, `/persons/${other}?form=merge&person=${other}`);
      await form(open.page, 'Merge into another record').getByLabel('Merge into').focus();
    },
  ],
];

for (const [what, show] of pickers) {
  test(`${what} offers nobody whom an older text has found`, async () => {
    const { page, app } = open;
    await show();
    await expect(dialog().getByRole('combobox').first()).toBeFocused();
    await page.keyboard.type('ada');
    const found = dialog().getByRole('option', { name: /Ada Lovelace/ });
    await expect(found).toBeVisible();
    await pretend(app, { 'persons.search': 'never' });
    await page.keyboard.type('zzz');
    await expect(dialog().getByText('Looking…')).toBeVisible();
    await expect(found).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(dialog().getByRole('combobox').first()).toHaveValue('adazzz');
    await dialog().getByRole('combobox').first().fill('');
  });

  test(`${what} says why nobody can be found`, async () => {
    const { page, app } = open;
    await show();
    await expect(dialog().getByRole('combobox').first()).toBeFocused();
    await pretend(app, { 'persons.search': busy });
    await page.keyboard.type('lovel');
    await expect(dialog().getByRole('alert')).toHaveText(
      'Persons cannot be searched: The disk does not answer.',
    );
    await expect(dialog().getByText(/^Nothing|^No /)).toBeHidden();
    await inspect(page, `picker-failed ${what}`.replaceAll(' ', '-'));
    await dialog().getByRole('combobox').first().fill('');
  });
}

test('a person is not offered to themselves, by name or by id', async () => {
  const { page } = open;
  await goTo(page, `/persons/${ada}?form=add-component&person=${ada}&type=Relationship`);
  const field = form(page, 'Add relationship').getByLabel('Other person');
  await field.fill('lovel');
  await expect(dialog().getByText('No other person is found for “lovel”')).toBeVisible();
  await field.fill(ada);
  await expect(dialog().getByText(`No other person is found for “${ada}”`)).toBeVisible();
  await expect(dialog().getByRole('option')).toHaveCount(0);
  await field.fill('');
});
