import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './steps.ts';

/** The bar over the list of persons that says how many are selected, and what can be done with them. */
export function selection(page: Page): Locator {
  return page.getByRole('region', { name: 'Selection' });
}

/** Selects everybody at an address, once the page shows that it is there. */
export async function selectAll(page: Page, address: string, shows: string, count: number): Promise<void> {
  await goTo(page, address);
  await expect(page.getByText(shows).first()).toBeVisible();
  await page.getByRole('grid', { name: 'Persons' }).focus();
  await page.keyboard.press('Control+a');
  await expect(selection(page)).toContainText(`${count.toLocaleString('en')} selected`);
}
