import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { consoleAtSize } from '../harness/at-size.ts';
import { invoke, submit } from '../harness/bridge.ts';
import { createLines, numberedId, PERSONS, pourIn } from '../harness/many-persons.ts';
import { selectAll, selection } from '../harness/selection.ts';
import { chooseOption, form, goTo } from '../harness/steps.ts';

/** One of 100,000 is found, looked at and merged, and the log is read: what works on ten must work there as well. */
const [kept, twin] = [crypto.randomUUID(), crypto.randomUUID()];
const open = consoleAtSize(async () => {
  for (const personId of [kept, twin]) {
    await submit(open.page, 'CreatePerson', {
      personId,
      name: { givenNames: ['Ana'], familyNames: ['Quispe'] },
    });
    const data = { address: 'ana.quispe@example.org' };
    await submit(open.page, 'AddComponent', { personId, componentType: 'EmailAddress', data });
  }
  const renamed = { givenNames: ['Ada'], familyNames: ['Byron 9'] };
  await submit(open.page, 'UpdateName', { personId: numberedId(9), name: renamed });
  await submit(open.page, 'SetBirthDate', { personId: numberedId(9), birthDate: '1815-12-10' });
  await submit(open.page, 'ArchivePerson', { personId: numberedId(7), reason: 'Closed' });
  await expect(open.page.getByText('of 100,002')).toBeVisible();
});

const grid = (): Locator => open.page.getByRole('grid', { name: 'Persons' });
const newest = (): Locator => open.page.getByRole('grid', { name: 'Events' }).locator('[data-index="0"]');

test('one of them is found as somebody types, and opened', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await page.keyboard.press('/');
  await page.keyboard.type('hopper 45010');
  await expect(grid().getByRole('row', { name: /Hopper 45010/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(grid()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Hopper 45010' })).toBeVisible();
});

test('the list is sorted from its end and by what changed last', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  const first = grid().locator('[data-index="0"]');
  await grid().getByRole('button', { name: 'Name' }).click();
  await expect(first).toContainText('Turing');
  await grid().getByRole('button', { name: 'Updated' }).click();
  await expect(first).toContainText('Lovelace 7');
  await expect(first).toContainText('Archived');
});

/** With the mouse, by its thumb, past all that lies between. */
async function dragToMiddle(page: Page): Promise<void> {
  const box = await grid().boundingBox();
  if (box === null) throw new Error('It is not on the page');
  const x = box.x + box.width - 5;
  // The thumb begins below the arrow.
  await page.mouse.move(x, box.y + 16);
  await page.mouse.down();
  await page.mouse.move(x, box.y + box.height / 2, { steps: 20 });
  await page.mouse.up();
}

test('its end, its beginning and its middle are reached at once', async () => {
  const { page } = open;
  const total = PERSONS + 2;
  const row = (index: number): Locator => grid().locator(`[data-index="${index}"]`);
  await goTo(page, '/persons?sort=created');
  await expect(grid()).toHaveAttribute('aria-rowcount', String(total));
  await grid().focus();
  await page.keyboard.press('End');
  await expect(row(total - 1)).toContainText('Quispe');
  await expect(row(total - 1)).toHaveAttribute('data-cursor', '');
  await expect(row(total - 3)).toContainText('99999');
  await expect(page.getByText(/–100,002 of 100,002/)).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(grid().locator('[data-cursor]')).toContainText(/ 999\d\d/);
  await page.keyboard.press('Home');
  await expect(row(0)).toHaveAttribute('data-cursor', '');
  await expect(row(0)).toContainText('Ada Lovelace 0');
  await dragToMiddle(page);
  // Where the last of the drag leads to may come a moment after it.
  await expect(async () => {
    const share = await grid().evaluate(({ scrollTop, scrollHeight }) => scrollTop / scrollHeight);
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
    const inSight = Math.round(share * total) + 5;
    await expect(row(inSight)).toContainText(String(inSight), { timeout: 1000 });
  }).toPass({ timeout: 10_000 });
  // The cursor is where it was: the next key leads back to it.
  await page.keyboard.press('ArrowDown');
  await expect(row(1)).toHaveAttribute('data-cursor', '');
});

test('by a column that few have anything in, those few come first in either direction, and its end is reached at once', async () => {
  const { page } = open;
  const total = PERSONS + 2;
  const row = (index: number): Locator => grid().locator(`[data-index="${index}"]`);
  const title = (): Locator => grid().getByRole('columnheader', { name: 'Role, employer' });
  await goTo(page, '/persons?sort=work');
  await expect(title()).toHaveAttribute('aria-sort', 'ascending');
  await expect(row(0)).toContainText('Ada Lovelace 0');
  await expect(row(0)).toContainText('Planner, Harbour Logistics');
  await grid().focus();
  await page.keyboard.press('End');
  await expect(row(total - 1)).toContainText('Quispe');
  await expect(row(total - 1)).toHaveAttribute('data-cursor', '');
  await title().getByRole('button').press('Enter');
  await expect(title()).toHaveAttribute('aria-sort', 'descending');
  await expect(row(0)).toContainText('Planner, Harbour Logistics');
  await expect(row(0)).toContainText('19999');
  await grid().focus();
  await page.keyboard.press('End');
  await expect(row(total - 1)).toContainText('20000');
  await expect(row(total - 1)).not.toContainText('Harbour');
});

test('by status, the few who are not active are at one end', async () => {
  const { page } = open;
  const total = PERSONS + 2;
  await goTo(page, '/persons?sort=status');
  await grid().focus();
  await page.keyboard.press('End');
  await expect(grid().locator(`[data-index="${total - 1}"]`)).toContainText('Archived');
  await expect(grid().locator(`[data-index="${total - 2}"]`)).toContainText('Active');
  await goTo(page, '/persons?sort=status&descending=true');
  await expect(grid().locator('[data-index="0"]')).toContainText('Archived');
});

test('a range is selected over rows that were never in sight', async () => {
  const { page } = open;
  await goTo(page, '/persons?sort=created');
  await grid().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await grid().evaluate((element) => element.scrollTo({ top: 2000 * 32 }));
  await grid()
    .locator('[data-index="2010"]')
    .click({ modifiers: ['Shift'] });
  await expect(selection(page)).toContainText('2,011');
  await page.keyboard.press('Escape');
  await expect(selection(page)).toBeHidden();
});

test('who is selected goes into a file', async () => {
  const { page, app } = open;
  const file = join(open.folders.folder, 'persons.csv');
  await answerDialogs(app, { saved: file });
  await selectAll(page, '/persons', 'of 100,002', PERSONS + 2);
  await selection(page).getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('100,002 persons', {
    timeout: 60_000,
  });
  expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(100_003);
  await selection(page).getByRole('button', { name: 'Clear' }).click();
  await expect(selection(page)).toBeHidden();
});

test('a person is looked at as of an earlier version', async () => {
  const { page } = open;
  const name = page.getByRole('heading', { level: 1 });
  await goTo(page, `/persons/${numberedId(9)}`);
  await expect(name).toHaveText('Ada Byron 9');
  await goTo(page, `/persons/${numberedId(9)}?asOf=2`);
  await expect(page.getByText('As of version 2 of 4')).toBeVisible();
  await expect(name).toHaveText('Ada Hopper 9');
});

test('two records of one person are found, compared and merged', async () => {
  const { page } = open;
  await goTo(page, `/persons/${kept}`);
  await expect(page.getByText('May be the same as 1 other record')).toBeVisible();
  await page.getByRole('link', { name: 'Compare with Ana Quispe' }).click();
  await page.getByRole('button', { name: 'Keep this one…' }).first().click();
  const sheet = form(page, 'Merge records');
  await chooseOption(sheet.getByLabel('Reason'), 'DuplicateIdentity');
  await sheet.getByRole('button', { name: 'Merge records' }).click();
  await expect(sheet).toBeHidden();
  await goTo(page, `/persons/${twin}`);
  await expect(page.getByText('This record is frozen. Work on the other one.')).toBeVisible();
});

test('the log follows what comes in', async () => {
  const { page } = open;
  const { events } = await invoke(page, 'console.info', {});
  await goTo(page, '/log');
  const footer = page.getByRole('region', { name: 'Event log' }).locator('footer');
  await expect(footer).toContainText(`of ${events.toLocaleString('en')}`);
  await pourIn(open.folders.data, createLines(300, PERSONS));
  await expect(footer).toContainText(`of ${(events + 300).toLocaleString('en')}`);
  await expect(newest()).toContainText('100299');
});

test('the log is entered at a time in the middle of it', async () => {
  const { page } = open;
  const { event } = await invoke(page, 'log.event', { position: PERSONS + 1 });
  await page.keyboard.press('g');
  await page.getByRole('combobox').fill(event.recordedAt);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Down from position100,001');
  await expect(newest()).toContainText('Harbour Logistics');
});

test('who stands beside the list goes with the cursor to the end, and stays there while others come in', async () => {
  const { page } = open;
  const { persons } = await invoke(page, 'persons.counts', {});
  const total = Object.values(persons).reduce((sum, count) => sum + count, 0);
  await goTo(page, '/persons');
  // Those of the step before came in while the list was away: until it was read anew, it counts without them.
  await expect(grid()).toHaveAttribute('aria-rowcount', String(total));
  await grid().locator('[data-index="0"]').click();
  await expect(page.getByRole('article')).toBeVisible();
  await grid().focus();
  await page.keyboard.press('End');
  const last = grid().locator(`[data-index="${total - 1}"]`);
  await expect(last).toHaveAttribute('aria-current', 'true');
  const name = await last.getByRole('gridcell').nth(1).textContent();
  await expect(page.getByRole('article', { name: name ?? '' })).toBeVisible();
  await pourIn(open.folders.data, createLines(1, PERSONS + 5000));
  await expect(page.getByText(`of ${(total + 1).toLocaleString('en')}`)).toBeVisible();
  const moved = grid().locator(`[data-index="${total}"]`);
  await expect(moved).toContainText(name ?? '');
  await expect(moved).toHaveAttribute('data-cursor', '');
  await page.keyboard.press('Escape');
});
