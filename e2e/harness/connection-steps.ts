import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';

/** The environment of a console that finds no keyring. */
export const WITHOUT_KEYRING = {
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere',
  XDG_CURRENT_DESKTOP: 'none',
};

/** What the link says of itself. */
export function linkState(page: Page, word: string): Locator {
  return page.getByRole('region', { name: 'State' }).getByText(word, { exact: true });
}

/** Agrees to what a server without a log asks. */
export async function beginInstallation(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin an installation here…' }).click();
  await page.getByRole('button', { name: 'Begin an installation here', exact: true }).click();
}

/** Files of a console that hold a secret as it was given. */
export function filesHolding(folder: string, secret: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .filter((file) => readFileSync(file).includes(secret));
}
