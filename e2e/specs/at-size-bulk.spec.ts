import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { consoleAtSize } from '../harness/at-size.ts';
import { inspect } from '../harness/look.ts';
import { EMPLOYED, employLines, numberedId, PERSONS, pourIn } from '../harness/many-persons.ts';
import { selectAll, selection } from '../harness/selection.ts';
import { form, goTo } from '../harness/steps.ts';

/** Changes to very many persons: some are refused, some are not reached, and each has a result that says which. */
const open = consoleAtSize(async () => {
  await pourIn(open.folders.data, archiveLines());
});

/** One in so many of those who are employed was archived before. */
const ONE_IN = 100;
const REFUSED = EMPLOYED / ONE_IN;
/** Some are closed for good before somebody wants to archive them all. */
const CLOSING = { count: 2000, first: 30_000, died: 100, archived: 50 };

function commandLines(type: string, indexes: readonly number[], data: object): string {
  return indexes
    .map((index) => JSON.stringify({ type, data: { personId: numberedId(index), ...data } }))
    .join('\n');
}

function archiveLines(): string {
  const indexes = Array.from({ length: REFUSED }, (_, nth) => nth * ONE_IN);
  return commandLines('ArchivePerson', indexes, { reason: 'Closed' });
}

/** All work at Atlas Mutual; the first of them died, the next were archived. */
function closingLines(): string {
  const { count, first, died, archived } = CLOSING;
  const indexes = Array.from({ length: count }, (_, nth) => first + nth);
  return [
    employLines('Atlas Mutual', count, first),
    commandLines('RecordDeath', indexes.slice(0, died), { dateOfDeath: '2020-03-01' }),
    commandLines('ArchivePerson', indexes.slice(died, died + archived), { reason: 'Left the country' }),
  ].join('\n');
}

function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\r\n') : [];
}

/** `1,530 of 20,000 tagged, 1 refused, 18,469 not reached`, as numbers by their words. */
function countsIn(words: string): Readonly<Record<string, number>> {
  const found = [...words.matchAll(/([\d,]+)(?: of [\d,]+)? (tagged|refused|unchanged|not reached)/gu)];
  return Object.fromEntries(
    found.map(([, count = '', word = '']) => [word, Number(count.replaceAll(',', ''))]),
  );
}

test('those whom a filter leaves are counted, however many, and the last and the first of them reached at once', async () => {
  const { page } = open;
  const grid = page.getByRole('grid', { name: 'Persons' });
  const row = (index: number): Locator => grid.locator(`[data-index="${index}"]`);
  await goTo(page, '/persons?employer=harbour&sort=created');
  await expect(page.getByText(/^1–\d+ of 20,000$/)).toBeVisible();
  await expect(grid).toHaveAttribute('aria-rowcount', String(EMPLOYED));
  await grid.focus();
  await page.keyboard.press('End');
  await expect(row(EMPLOYED - 1)).toHaveAttribute('data-cursor', '');
  await expect(row(EMPLOYED - 1)).toContainText('19999');
  await expect(row(EMPLOYED - 1)).toContainText('Harbour Logistics');
  await expect(page.getByText(/–20,000 of 20,000$/)).toBeVisible();
  await page.keyboard.press('Home');
  await expect(row(0)).toContainText('Ada Lovelace 0');
  await goTo(page, '/persons?employer=harbour&status=active&sort=created&descending=true');
  await expect(page.getByText(/^1–\d+ of 19,800$/)).toBeVisible();
  await grid.focus();
  await page.keyboard.press('End');
  await expect(row(EMPLOYED - REFUSED - 1)).toContainText('Grace Lovelace 1');
});

test('some of many cannot be tagged; cancelled part-way, the results and the list tell the same', async () => {
  const { page } = open;
  await selectAll(page, '/persons?employer=harbour', 'Employer begins with “harbour”', EMPLOYED);
  await selection(page).getByRole('button', { name: 'Tag…' }).click();
  await page.getByRole('menuitem', { name: 'Add a tag…' }).click();
  const order = form(page, 'Tag 20,000 persons');
  await order.getByRole('textbox', { name: 'Tag' }).fill('volunteer');
  await expect(order.getByText('200 cannot be: the person is archived')).toBeVisible({ timeout: 30_000 });
  await order.getByRole('textbox', { name: 'Tag' }).press('Control+Enter');
  const report = form(page, 'Bulk tag “volunteer”');
  await expect(report.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /[1-9]/);
  await report.getByRole('button', { name: 'Cancel' }).click();
  const result = report.getByText(/of 20,000 tagged, .* not reached/);
  const { tagged = 0, refused = 0, ...others } = countsIn(await result.innerText());
  expect(tagged).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
  expect(Object.values(others).reduce((sum, count) => sum + count, tagged + refused)).toBe(EMPLOYED);
  await report.getByRole('radio', { name: /Refused/ }).click();
  await expect(report.getByRole('row', { name: /Refused.*person-archived/ }).first()).toBeVisible();
  await inspect(page, 'size-tag-cancelled');
  await page.keyboard.press('Escape');
  await selectAll(page, '/persons?has=Tag', 'Has tag', tagged);
  await page.keyboard.press('Escape');
});

test('what becomes of each is foreseen; a change to all is cancelled on the way', async () => {
  const { page } = open;
  await selectAll(page, '/persons', 'of 100,000', PERSONS);
  await selection(page).getByRole('button', { name: 'Deactivate…' }).click();
  const order = form(page, 'Deactivate 100,000 persons');
  await expect(order.getByText('99,800 will be deactivated')).toBeVisible({ timeout: 30_000 });
  await expect(order.getByText(/200 cannot be: the person is archived/)).toBeVisible();
  await order.getByLabel('Reason').fill('Test of the change to all');
  await order.getByLabel('Reason').press('Control+Enter');
  const report = form(page, 'Bulk deactivation');
  await report.getByRole('button', { name: 'Cancel' }).click();
  await expect(report.getByText(/of 100,000 deactivated, .* not reached/)).toBeVisible();
  await inspect(page, 'size-bulk-cancelled');
  await report.getByRole('radio', { name: /Not reached/ }).click();
  await expect(report.getByRole('row').nth(1)).toContainText('Not reached');
  await page.keyboard.press('Escape');
});

test('many are archived; of those who were closed before, each result says why', async () => {
  const { page, app } = open;
  await pourIn(open.folders.data, closingLines());
  await selectAll(page, '/persons?employer=atlas', 'of 2,000', CLOSING.count);
  await selection(page).getByRole('button', { name: 'Archive…' }).click();
  const order = form(page, 'Archive 2,000 persons');
  await expect(order.getByText('1,850 will be archived')).toBeVisible();
  await expect(order.getByText('100 cannot be: the person has died')).toBeVisible();
  await expect(order.getByText('50 need no change')).toBeVisible();
  await order.getByLabel('Reason').fill('Atlas Mutual was wound up');
  await order.getByLabel('Reason').press('Control+Enter');
  const report = form(page, 'Bulk archiving');
  await expect(report.getByText('1,850 of 2,000 archived, 100 refused, 50 unchanged')).toBeVisible({
    timeout: 30_000,
  });
  await report.getByRole('radio', { name: /Refused/ }).click();
  await expect(report.getByRole('row', { name: /Refused.*person-deceased/ }).first()).toBeVisible();
  await inspect(page, 'size-archived');
  const file = join(open.folders.folder, 'results.csv');
  await answerDialogs(app, { saved: file });
  await report.getByRole('button', { name: 'Export as CSV…' }).click();
  await expect.poll(() => linesOf(file).length).toBe(CLOSING.count + 1);
  expect(linesOf(file).filter((line) => line.includes('person-deceased'))).toHaveLength(CLOSING.died);
  await page.keyboard.press('Escape');
  await goTo(page, '/persons?employer=atlas&status=archived');
  await expect(page.getByText('of 1,900')).toBeVisible();
});
