import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { consoleAtSize } from '../harness/at-size.ts';
import { form, goTo } from '../harness/steps.ts';

/** A file of some thousand persons comes to the 100,000 that are there. */
const open = consoleAtSize();
const ROWS = 3000;
/** These have no name, and so are refused. */
const NAMELESS = 5;

function table(): string {
  const rows = Array.from({ length: ROWS }, (_, nth) => {
    const [given, family] = nth < NAMELESS ? ['', ''] : [`Wanda ${nth}`, 'Many'];
    return `${nth},${given},${family},wanda${nth}@example.org\n`;
  });
  const path = join(open.folders.folder, 'many.csv');
  writeFileSync(path, `Id,First name,Last name,E-mail\n${rows.join('')}`);
  return path;
}

test('a file is tried out and imported: what the dry run foresaw is what comes of it', async () => {
  const { page, app } = open;
  await answerDialogs(app, { opened: table() });
  await goTo(page, '/import');
  await page.getByRole('button', { name: 'Choose a file…' }).first().click();
  await page.getByRole('button', { name: 'Go on to the mapping' }).click();
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await page.getByRole('button', { name: 'Start the dry run' }).click();
  await expect(page.getByText('Dry run, 3,000 rows: 2,995 new, 5 refused')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Import…' }).click();
  await form(page, 'Import many.csv').getByRole('button', { name: 'Import 2,995 persons' }).click();
  await expect(page.getByText('3,000 rows: 2,995 new, 5 refused', { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await goTo(page, '/persons');
  await expect(page.getByText('of 102,995')).toBeVisible();
});
