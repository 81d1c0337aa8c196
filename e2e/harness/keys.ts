import { expect, type Locator, type Page } from '@playwright/test';
import { form } from './steps.ts';

/** What somebody without a mouse does. */

/** No more presses than somebody is glad to make. */
const MOST_TABS = 12;

/** Presses Tab until it is reached. What is still being read is waited for: Tab would lead past its place. */
export async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < MOST_TABS; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Replaces what is in the field, sends the form and waits until it has gone. */
export async function typeAndSend(sheet: Locator, field: Locator, text: string): Promise<void> {
  const { keyboard } = field.page();
  await tabTo(field);
  await keyboard.press('Control+a');
  await keyboard.type(text);
  await keyboard.press('Control+Enter');
  await expect(sheet).toBeHidden();
}

/** The person in sight is archived through the palette; the record then has the keyboard. */
export async function archiveFromPalette(page: Page, reason: string): Promise<void> {
  const { keyboard } = page;
  const record = page.getByRole('article');
  await keyboard.press('Control+k');
  await keyboard.type('archive');
  await keyboard.press('Enter');
  const archive = form(page, 'Archive person');
  await expect(archive.getByLabel('Reason')).toBeFocused();
  await keyboard.type(reason);
  await keyboard.press('Control+Enter');
  await expect(archive).toBeHidden();
  await expect(record.getByText(`Archived: ${reason}`).first()).toBeVisible();
  // The button that was there is gone: an archived record is only read.
  await expect(record).toBeFocused();
}
