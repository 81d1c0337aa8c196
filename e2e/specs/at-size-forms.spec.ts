import { expect, test } from '@playwright/test';
import { consoleAtSize } from '../harness/at-size.ts';
import { invoke } from '../harness/bridge.ts';
import { archiveFromPalette, tabTo, typeAndSend } from '../harness/keys.ts';
import { expectKept } from '../harness/kill.ts';
import { numberedId } from '../harness/many-persons.ts';
import { staleEmployment } from '../harness/stale-form.ts';
import { form, goTo, send } from '../harness/steps.ts';

/** One person among 100,000 is worked on: with a form that went stale, by keyboard alone, and over a power cut. */
const open = consoleAtSize();

test('a form that went stale is put together field by field', async () => {
  const { page } = open;
  const personId = numberedId(60_000);
  await goTo(page, `/persons/${personId}`);
  const sheet = await staleEmployment(page, personId);
  await sheet.getByRole('group', { name: 'Position' }).getByLabel('Mine').check();
  await sheet.getByRole('group', { name: 'Department' }).getByLabel('Theirs').check();
  await sheet.getByRole('button', { name: 'Take over the changes' }).click();
  await send(page, 'Edit employment', 'Save changes');
  const { person } = await invoke(page, 'persons.get', { personId });
  const data = {
    company: 'Analytica Ltd',
    position: 'Head of post',
    department: 'Logistics',
    location: 'Leeds',
  };
  expect(person['components']).toMatchObject([{ data }]);
});

test('somebody is created, edited, archived and found again without a mouse', async () => {
  const { page } = open;
  const { keyboard } = page;
  const record = page.getByRole('article');
  await goTo(page, '/persons');
  await expect(page.getByText('of 100,000')).toBeVisible();
  await keyboard.press('c');
  const create = form(page, 'Create person');
  await expect(create.getByLabel('Given names')).toBeFocused();
  await keyboard.type('Thandiwe');
  await typeAndSend(create, create.getByLabel('Family names'), 'Nkosi');
  await expect(record).toBeFocused();

  await keyboard.press('a');
  await expect(page.getByLabel('Find a type of component')).toBeFocused();
  await keyboard.type('e-mail');
  await keyboard.press('Enter');
  const add = form(page, 'Add e-mail address');
  await expect(add.getByRole('textbox').first()).toBeFocused();
  await typeAndSend(add, add.getByRole('textbox').first(), 'thandiwe@example.org');
  await expect(record).toBeFocused();
  await tabTo(record.getByRole('button', { name: 'Edit e-mail address: thandiwe@example.org' }));
  await keyboard.press('Enter');
  const edit = form(page, 'Edit e-mail address');
  await expect(edit.getByRole('textbox').first()).toBeFocused();
  await typeAndSend(edit, edit.getByRole('textbox').first(), 'nkosi@example.org');
  await expect(record.getByText('nkosi@example.org').first()).toBeVisible();

  await archiveFromPalette(page, 'Left the programme');

  await keyboard.press('Escape');
  await keyboard.press('/');
  await keyboard.type('nkosi');
  await expect(page.getByRole('row', { name: /Thandiwe Nkosi.*Archived/ })).toBeVisible();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Thandiwe Nkosi' })).toBeVisible();
});

test('what was typed into an edit outlives a power cut, and is sent afterwards', async () => {
  const personId = numberedId(70_000);
  const address = `/persons/${personId}?form=rename&person=${personId}`;
  await goTo(open.page, address);
  await form(open.page, 'Rename person').getByLabel('Family names').focus();
  await open.page.keyboard.press('Control+a');
  await open.page.keyboard.type('Half-written');
  await expectKept(open.folders, 'Half-written');
  await open.killAndOpen();
  const { page } = open;
  await goTo(page, address);
  await expect(form(page, 'Rename person').getByLabel('Family names')).toHaveValue('Half-written');
  await send(page, 'Rename person');
  await expect(page.getByRole('heading', { level: 1, name: /Half-written$/ })).toBeVisible();
});
