import { expect, test } from '@playwright/test';
import { oneConsole } from '../harness/one-console.ts';
import { answerHeld, pretend } from '../harness/pretend.ts';
import { aPerson, chooseAction, form, goTo } from '../harness/steps.ts';

/** A command whose outcome comes after the operator has gone on acts on nothing but its own form. */
const open = oneConsole();

/** Leaves the form while its command is on the way. */
async function leave(title: string): Promise<void> {
  const { page } = open;
  await form(page, title).getByRole('button', { name: 'Cancel' }).click();
  const question = page.getByRole('alertdialog', { name: 'Discard what you typed?' });
  await expect(question).toContainText('carried out whether or not you stay');
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(form(page, title)).toBeHidden();
}

/** The engine goes on; what it carried out is told. */
async function answer(notice: string): Promise<void> {
  await pretend(open.app, {});
  await answerHeld(open.app);
  await expect(open.page.getByText(notice).first()).toBeVisible();
}

test('another form that was opened meanwhile stays, with what is typed into it', async () => {
  const { page, app } = open;
  await aPerson(page, 'Ioana', 'Popescu');
  await page.keyboard.press('r');
  await form(page, 'Rename person').getByLabel('Family names').fill('Ionescu');
  await pretend(app, { 'commands.submit': 'never' });
  await page.keyboard.press('Control+Enter');
  await leave('Rename person');
  await chooseAction(page, 'Archive…');
  const archive = form(page, 'Archive person');
  await archive.getByLabel('Reason').fill('Left the organisation');
  await answer('Person renamed');
  await expect(page.getByRole('heading', { name: 'Ioana Ionescu', includeHidden: true })).toBeVisible();
  await expect(archive.getByLabel('Reason')).toHaveValue('Left the organisation');
  await leaveUnsent('Archive person');
});

test('the same form, opened again, keeps what is typed into it', async () => {
  const { page, app } = open;
  await aPerson(page, 'Wei', 'Zhang');
  const sheet = form(page, 'Rename person');
  await page.keyboard.press('r');
  await sheet.getByLabel('Family names').fill('Zhou');
  await pretend(app, { 'commands.submit': 'never' });
  await page.keyboard.press('Control+Enter');
  await leave('Rename person');
  await page.keyboard.press('r');
  await sheet.getByLabel('Given names').fill('Wei Lin');
  const drafts = () => page.evaluate(() => JSON.stringify(localStorage));
  await expect.poll(drafts).toContain('Wei Lin');
  await answer('Person renamed');
  await expect(page.getByRole('heading', { name: 'Wei Zhou', includeHidden: true })).toBeVisible();
  await expect(sheet.getByLabel('Given names')).toHaveValue('Wei Lin');
  expect(await drafts()).toContain('Wei Lin');
  await leaveUnsent('Rename person');
});

test('whoever has left a person that is being created is not led to their page', async () => {
  const { page, app } = open;
  await goTo(page, '/persons');
  await page.getByRole('grid', { name: 'Persons' }).waitFor();
  await page.keyboard.press('c');
  await form(page, 'Create person').getByLabel('Given names').fill('Chidi');
  await pretend(app, { 'commands.submit': 'never' });
  await page.keyboard.press('Control+Enter');
  await leave('Create person');
  await answer('Person created');
  await expect(page.getByRole('row', { name: /Chidi/ })).toBeVisible();
  await expect(page).toHaveURL(/#\/persons$/);
});

async function leaveUnsent(title: string): Promise<void> {
  const { page } = open;
  await form(page, title).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(form(page, title)).toBeHidden();
}
