import { expect, test } from '@playwright/test';
import { invoke } from '../harness/bridge.ts';
import { archiveFromPalette, tabTo, typeAndSend } from '../harness/keys.ts';
import { oneConsole } from '../harness/one-console.ts';
import { form, personIdOf } from '../harness/steps.ts';

/** A person's life without a mouse: what is done next is never far from what was done last. */
const open = oneConsole();

test('created, renamed, given an address, edited, undone and archived, from the list and back to it', async () => {
  const { page } = open;
  const { keyboard } = page;
  const record = page.getByRole('article');
  await expect(page.getByText('No persons yet')).toBeVisible();

  await keyboard.press('c');
  const create = form(page, 'Create person');
  await expect(create.getByLabel('Given names')).toBeFocused();
  await keyboard.type('Thandiwe');
  await typeAndSend(create, create.getByLabel('Family names'), 'Nkosi');
  await expect(page.getByRole('heading', { level: 1, name: 'Thandiwe Nkosi' })).toBeVisible();
  const personId = await personIdOf(page);
  await expect(record).toBeFocused();

  await keyboard.press('r');
  const rename = form(page, 'Rename person');
  await expect(rename.getByLabel('Given names')).toBeFocused();
  await typeAndSend(rename, rename.getByLabel('Family names'), 'Nkosi-Dube');
  await expect(page.getByRole('heading', { level: 1, name: 'Thandiwe Nkosi-Dube' })).toBeVisible();
  await expect(record).toBeFocused();

  await keyboard.press('a');
  await expect(page.getByLabel('Find a type of component')).toBeFocused();
  await keyboard.type('e-mail');
  await keyboard.press('Enter');
  const add = form(page, 'Add e-mail address');
  await expect(add.getByRole('textbox').first()).toBeFocused();
  await typeAndSend(add, add.getByRole('textbox').first(), 'thandiwe@example.org');
  await expect(record.getByText('thandiwe@example.org').first()).toBeVisible();
  await expect(record).toBeFocused();

  const edit = (address: string) =>
    record.getByRole('button', { name: `Edit e-mail address: ${address}`, exact: true });
  await tabTo(edit('thandiwe@example.org'));
  await keyboard.press('Enter');
  const change = form(page, 'Edit e-mail address');
  await expect(change.getByRole('textbox').first()).toBeFocused();
  await typeAndSend(change, change.getByRole('textbox').first(), 'nkosi@example.org');
  await expect(edit('nkosi@example.org')).toBeFocused();

  await expect(page.getByRole('button', { name: /^Undo/ }).last()).toBeVisible();
  await keyboard.press('Control+z');
  await expect(edit('thandiwe@example.org')).toBeFocused();

  await archiveFromPalette(page, 'Left the programme');

  await keyboard.press('Escape');
  const row = page.getByRole('row', { name: /Thandiwe Nkosi-Dube.*Archived/ });
  await expect(row).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(record).toBeFocused();

  const { rows } = await invoke(page, 'persons.timeline', { personId });
  expect(rows.map(({ type }) => type).toReversed()).toEqual([
    'PersonCreated',
    'NameUpdated',
    'ComponentAdded',
    'ComponentUpdated',
    'ComponentUpdated',
    'PersonArchived',
  ]);
});
