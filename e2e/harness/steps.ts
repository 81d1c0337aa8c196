import { expect, type Locator, type Page } from '@playwright/test';

/** What an operator does, by the words on the screen. */

export async function beginAs(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
}

export function form(page: Page, title: string): Locator {
  return page.getByRole('dialog', { name: title });
}

/** Sends the open form and waits until it has closed: the command was accepted. */
export async function send(page: Page, title: string, action = title): Promise<void> {
  await form(page, title).getByRole('button', { name: action, exact: true }).click();
  await expect(form(page, title)).toBeHidden();
}

export async function createPerson(page: Page, given: string, family: string): Promise<void> {
  await page.getByRole('button', { name: 'Create person' }).first().click();
  const sheet = form(page, 'Create person');
  await sheet.getByLabel('Given names').fill(given);
  await sheet.getByLabel('Family names').fill(family);
  await send(page, 'Create person');
}

/** Opens a form from the menu of the person's page. */
export async function chooseAction(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
}

/** The id in the address of a person's page. */
export async function personIdOf(page: Page): Promise<string> {
  await page.waitForURL(/persons\/[0-9a-f-]{36}/);
  return /persons\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** Creates a person through the form, and answers their id; their page is open then. */
export async function aPerson(page: Page, given: string, family: string): Promise<string> {
  await goTo(page, '/persons');
  await createPerson(page, given, family);
  return personIdOf(page);
}

/** Shows and reads times in a zone, by the settings, which are open. */
export async function chooseZone(page: Page, city: string): Promise<void> {
  await page.getByLabel('Time zone').click();
  await page.getByRole('combobox', { name: 'Choose a zone' }).fill(city);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Opens the list of a field and chooses what is called so, or has that value. */
export async function chooseOption(field: Locator, option: string): Promise<void> {
  await field.click();
  const list = field.page().getByRole('listbox', { name: 'Choices' });
  const byValue = list.locator(`[role="option"][data-value=${JSON.stringify(option)}]`);
  const byName = list.getByRole('option', { name: option, exact: true });
  await (option === '' ? byValue : byValue.or(byName)).click();
  await expect(list).toHaveCount(0);
}
