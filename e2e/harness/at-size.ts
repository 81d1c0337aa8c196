import { expect, type Page, test } from '@playwright/test';
import { copyManyPersons } from './many-persons.ts';
import { type OneConsole, oneConsole } from './one-console.ts';

/** A copied folder is a log of its own, whose views are built when it is first opened: that takes what the machine needs. */
export async function viewsBuilt(page: Page): Promise<void> {
  await expect(page.getByText('Views up to date')).toBeVisible({ timeout: 45_000 });
}

/** One console among 100,000 persons for all tests of a file; how long each of them took is printed. */
export function consoleAtSize(prepare?: () => Promise<unknown>): OneConsole {
  test.beforeEach(() => {
    test.setTimeout(120_000);
  });
  test.afterEach(({}, { title, duration }) => {
    process.stdout.write(`    ${title}: ${(duration / 1000).toFixed(1)} s\n`);
  });
  const open: OneConsole = oneConsole(async () => {
    await viewsBuilt(open.page);
    await prepare?.();
  }, copyManyPersons);
  return open;
}
