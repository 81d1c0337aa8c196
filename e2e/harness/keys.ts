import { expect, type Locator } from '@playwright/test';

/** What somebody without a mouse does. */

/** No more presses than somebody is glad to make. */
const MOST_TABS = 12;

/** Presses Tab until it is reached. */
export async function tabTo(target: Locator): Promise<void> {
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
