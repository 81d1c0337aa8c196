import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { inspect } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { pretend } from '../harness/pretend.ts';
import { goTo } from '../harness/steps.ts';

/** A file with a few slips: what is left out of it and what is refused says why, all of it at once. */
const open = oneConsole();
test.beforeEach(async () => {
  await pretend(open.app, {});
});

const HEADER = 'Id,First name,Last name,Born,E-mail,Country,City,Phone,Colour\n';

function rowOf(number: number): string {
  const [born, email, country] =
    number === 3
      ? ['in May', 'no address', 'Narnia']
      : [`${number}.1.1980`, `ada${number}@example.org`, 'Deutschland'];
  return `${number},Ada${number},Nobody,${born},${email},${country},Bern,044 668 18 00,red\n`;
}

test('a file with slips is mapped all the same, and its refused rows say all that is wrong with them', async () => {
  const { page } = open;
  const path = join(open.folders.folder, 'slips.csv');
  const rows = Array.from({ length: 12 }, (_, index) => rowOf(index + 1));
  writeFileSync(path, `${HEADER}${rows.join('')}13,Cut,O`);
  await answerDialogs(open.app, { opened: path });
  await goTo(page, '/import');
  await page.getByRole('button', { name: 'Choose a file…' }).first().click();
  await page.getByRole('button', { name: 'Go on to the mapping' }).click();
  await expect(page.getByLabel('Date of birth', { exact: true })).toHaveText('Born');
  const left = page.getByRole('list', { name: 'Columns that are not mapped' }).getByRole('listitem');
  await expect(left).toHaveText([
    /^Phone.*12 of 12 values are not numbers with their country.*“044 668 18 00”$/,
    /^Colour.*No field is known by this name$/,
  ]);
  await inspect(page, 'import-left-behind');
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await page.getByRole('button', { name: 'Start the dry run' }).click();
  await expect(page.getByText('Dry run, 13 rows: 11 new, 2 refused')).toBeVisible();
  await page.getByRole('radio', { name: /Refused/ }).click();
  const faults = page.getByRole('row', { name: /Ada3/ }).getByRole('listitem');
  await expect(faults).toHaveText([
    /^Born: “in May” is no date/,
    /^Country: “Narnia”/,
    /^E-mail “no address”: /,
  ]);
  await expect(page.getByRole('row', { name: /The row has 3 cells, the header 9/ })).toBeVisible();
  await inspect(page, 'import-faults');
});
