import { expect, type Locator, test } from '@playwright/test';
import { oneConsole } from '../harness/one-console.ts';
import { form, goTo } from '../harness/steps.ts';

/** What is taken away by keyboard leaves the focus beside where it was. */
const open = oneConsole();
const chips = (): Locator => open.page.getByRole('list', { name: 'Filters' });
const remove = (name: string): Locator => chips().getByRole('button', { name: `Remove filter: ${name}` });

test('a filter of the persons that is taken away passes the focus on, the last one to the filter button', async () => {
  const { page } = open;
  await goTo(page, '/persons?has=Skill&employer=atlas&since=7d');
  await remove('Employer begins with “atlas”').focus();
  await page.keyboard.press('Enter');
  await expect(remove('Changed')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(remove('Has skill')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chips()).toBeHidden();
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
});

test('the same in the log, also where all are taken away at once', async () => {
  const { page } = open;
  await goTo(page, '/log?actor=system&types=["NameUpdated","PersonCreated"]');
  await expect(chips().getByRole('listitem')).toHaveCount(4);
  await remove('Type NameUpdated').focus();
  await page.keyboard.press('Enter');
  await expect(remove('Type PersonCreated')).toBeFocused();
  await chips().getByRole('button', { name: 'Remove all' }).focus();
  await page.keyboard.press('Enter');
  await expect(chips()).toBeHidden();
  await expect(page.getByRole('button', { name: /^Filter/ })).toBeFocused();
});

test('saved filters that are deleted one after the other keep the focus in their dialog', async () => {
  const { page } = open;
  const menu = async (item: string) => {
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await goTo(page, '/persons?employer=atlas');
  for (const name of ['First', 'Second', 'Third']) {
    await menu('Save what the list shows…');
    await form(page, 'Save filters').getByLabel('Name').fill(name);
    await page.keyboard.press('Enter');
    await expect(form(page, 'Save filters')).toBeHidden();
  }
  await menu('Rename or delete…');
  const manage = form(page, 'Saved filters');
  const deletes = (name: string) => manage.getByRole('button', { name: `Delete ${name}`, exact: true });
  await deletes('Second').focus();
  await page.keyboard.press('Enter');
  await expect(deletes('Third')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(deletes('First')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(manage.getByRole('button', { name: 'Done' })).toBeFocused();
});

test('whoever goes on editing is in the field where they were, and nothing is opened over a question', async () => {
  const { page } = open;
  await goTo(page, '/persons?form=create');
  const sheet = form(page, 'Create person');
  const names = sheet.getByLabel('Given names');
  await names.fill('Grace');
  await names.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Discard what you typed?' });
  await expect(question).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(page.getByRole('dialog', { name: 'Palette' })).toHaveCount(0);
  await expect(names).toBeFocused();
  await page.keyboard.type(' Brewster');
  await expect(names).toHaveValue('Grace Brewster');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(sheet).toBeHidden();
});
