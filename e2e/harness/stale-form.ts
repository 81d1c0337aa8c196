import { expect, type Locator, type Page } from '@playwright/test';
import { submit } from './bridge.ts';
import { form } from './steps.ts';

/**
 * On the open page of a person: an employment is edited while somebody else changes it, and the form that is refused
 * says what both changed.
 */
export async function staleEmployment(page: Page, personId: string): Promise<Locator> {
  const componentId = crypto.randomUUID();
  const data = { company: 'Analytica', position: 'Clerk', department: 'Post', location: 'London' };
  await submit(page, 'AddComponent', { personId, componentId, componentType: 'Employment', data });
  await page.getByRole('button', { name: /^Edit employment.*Analytica/ }).click();
  const sheet = form(page, 'Edit employment');
  await sheet.getByLabel('Position').fill('Head of post');
  await sheet.getByLabel('Department').fill('Mail room');
  await sheet.getByLabel('Place of work').fill('Leeds');
  const theirs = { position: 'Director', department: 'Logistics', company: 'Analytica Ltd' };
  await submit(page, 'UpdateComponent', { personId, componentId, changes: { data: theirs } });
  await sheet.getByRole('button', { name: 'Save changes' }).click();
  await expect(sheet.getByText('What you sent was not carried out.')).toBeVisible();
  await expect(sheet.getByText('2 fields changed by both of you')).toBeVisible();
  await expect(sheet.getByText('Changed by them, taken over')).toBeVisible();
  await expect(sheet.getByText('Changed by you, kept')).toBeVisible();
  return sheet;
}
