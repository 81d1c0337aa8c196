import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { invoke, submit } from '../harness/bridge.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { createLines, employLines, numberedId, pourIn } from '../harness/many-persons.ts';
import { beginAs, form, goTo } from '../harness/steps.ts';

/** The journeys among 100,000 persons: what works on ten must work there as well. How long each took is printed. */
const folders = temporaryFolders();
const PERSONS = 100_000;
const EMPLOYED = 20_000;
/** A few who are closed for good before somebody wants to archive them. */
const CLOSING = { company: 'Atlas Mutual', count: 30, first: 30_000 };
const [kept, twin] = [crypto.randomUUID(), crypto.randomUUID()];
let open: OpenConsole;
/** When all were there and nobody had an employer yet. */
let beforeEmployment = '';

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await pourIn(folders.data, createLines(PERSONS));
  beforeEmployment = new Date().toISOString();
  await pourIn(folders.data, employLines('Harbour Logistics', EMPLOYED));
  open = await openConsole(folders);
  await beginAs(open.page, 'Nadia Ferreira');
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
test.beforeEach(() => {
  test.setTimeout(120_000);
});
test.afterEach(({}, { title, duration }) => {
  process.stdout.write(`    ${title}: ${(duration / 1000).toFixed(1)} s\n`);
});
test.afterAll(async () => {
  expect([...open.faults, ...open.reports]).toEqual([]);
  await open.close();
  folders.remove();
});

const grid = (): Locator => open.page.getByRole('grid', { name: 'Persons' });
const newest = (): Locator => open.page.getByRole('grid', { name: 'Events' }).locator('[data-index="0"]');
const bar = (): Locator => open.page.getByRole('region', { name: 'Selection' });

/** Selects everybody at an address, once the page shows that it is there. */
async function selectAll(address: string, shows: string, count: string): Promise<void> {
  const { page } = open;
  await goTo(page, address);
  await expect(page.getByText(shows).first()).toBeVisible();
  await grid().focus();
  await page.keyboard.press('Control+a');
  await expect(bar()).toContainText(`${count} selected`);
}

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

test('who is selected goes into a file', async () => {
  const { page, app } = open;
  const file = join(folders.folder, 'persons.csv');
  await answerDialogs(app, { saved: file });
  await selectAll('/persons', 'of 100,002', '100,002');
  await bar().getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('100,002 persons', {
    timeout: 60_000,
  });
  expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(100_003);
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
  await sheet.getByLabel('Reason').selectOption('DuplicateIdentity');
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
  await pourIn(folders.data, createLines(300, PERSONS));
  await expect(footer).toContainText(`of ${(events + 300).toLocaleString('en')}`);
  await expect(newest()).toContainText('100299');
});

test('the log is entered at a time in the middle of it', async () => {
  const { page } = open;
  await page.keyboard.press('g');
  await page.getByRole('combobox').fill(beforeEmployment);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Down from position100,001');
  await expect(newest()).toContainText('Harbour Logistics');
});

test('a view is built anew while the list is used; the check finds all in order', async () => {
  const { page } = open;
  await goTo(page, '/maintenance');
  const view = page.getByRole('row', { name: /^Persons list/ });
  await view.getByRole('button', { name: 'Rebuild' }).click();
  await expect(view).toContainText(/Rebuilding, \d+ %, [\d,]+ events? a second/);
  await goTo(page, '/persons');
  await grid().hover();
  await page.mouse.wheel(0, 3000);
  await expect(grid().getByRole('row').nth(5)).toBeVisible();
  await goTo(page, '/maintenance');
  await expect(page.getByRole('row', { name: /Rebuild of “Persons list”.*events read/ })).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('row', { name: /Check of the log.*In order/ })).toBeVisible({
    timeout: 60_000,
  });
});

/** `1,530 of 20,000 tagged, 1 refused, 18,469 not reached`, as numbers by their words. */
function countsIn(words: string): Readonly<Record<string, number>> {
  const found = [...words.matchAll(/([\d,]+)(?: of [\d,]+)? (tagged|refused|unchanged|not reached)/gu)];
  return Object.fromEntries(
    found.map(([, count = '', word = '']) => [word, Number(count.replaceAll(',', ''))]),
  );
}

test('those of one employer are tagged; cancelled part-way, the results and the list tell the same', async () => {
  const { page } = open;
  await selectAll('/persons?employer=harbour', 'Employer begins with “harbour”', '20,000');
  await bar().getByRole('button', { name: 'Tag…' }).click();
  await page.getByRole('menuitem', { name: 'Add a tag…' }).click();
  const order = form(page, 'Tag 20,000 persons');
  await order.getByRole('textbox', { name: 'Tag' }).fill('volunteer');
  await expect(order.getByText('1 cannot be: the person is archived')).toBeVisible({ timeout: 30_000 });
  await order.getByRole('textbox', { name: 'Tag' }).press('Control+Enter');
  const report = form(page, 'Bulk tag “volunteer”');
  await expect(report.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /[1-9]/);
  await report.getByRole('button', { name: 'Cancel' }).click();
  const result = report.getByText(/of 20,000 tagged, .* not reached/);
  const { tagged = 0, ...others } = countsIn(await result.innerText());
  expect(tagged).toBeGreaterThan(0);
  expect(Object.values(others).reduce((sum, count) => sum + count, tagged)).toBe(EMPLOYED);
  await report.getByRole('radio', { name: /Done/ }).click();
  await expect(report.getByRole('row').nth(1)).toContainText('Done');
  await inspect(page, 'size-tag-cancelled');
  await page.keyboard.press('Escape');
  await selectAll('/persons?has=Tag', 'Has tag', tagged.toLocaleString('en'));
  await page.keyboard.press('Escape');
});

test('what becomes of each is foreseen; a change to all is cancelled on the way', async () => {
  const { page } = open;
  await selectAll('/persons', 'of 100,302', '100,302');
  await bar().getByRole('button', { name: 'Deactivate…' }).click();
  const order = form(page, 'Deactivate 100,302 persons');
  await expect(order.getByText('100,300 will be deactivated')).toBeVisible({ timeout: 30_000 });
  await expect(order.getByText(/1 cannot be: the person is archived/)).toBeVisible();
  await order.getByLabel('Reason').fill('Test of the change to all');
  await order.getByLabel('Reason').press('Control+Enter');
  const report = form(page, 'Bulk deactivation');
  await report.getByRole('button', { name: 'Cancel' }).click();
  await expect(report.getByText(/of 100,302 deactivated, .* not reached/)).toBeVisible();
  await inspect(page, 'size-bulk-cancelled');
  await report.getByRole('radio', { name: /Not reached/ }).click();
  await expect(report.getByRole('row').nth(1)).toContainText('Not reached');
  await page.keyboard.press('Escape');
});

test('a few are archived; of those who were closed before, each result says why', async () => {
  const { page } = open;
  const { company, count, first } = CLOSING;
  const closed = [
    { type: 'ArchivePerson', data: { personId: numberedId(first), reason: 'Left the country' } },
    { type: 'RecordDeath', data: { personId: numberedId(first + 1), dateOfDeath: '2020-03-01' } },
    { type: 'RecordDeath', data: { personId: numberedId(first + 2), dateOfDeath: '2021-04-02' } },
  ].map((command) => JSON.stringify(command));
  await pourIn(folders.data, [employLines(company, count, first), ...closed].join('\n'));
  await selectAll('/persons?employer=atlas', 'of 30', '30');
  await bar().getByRole('button', { name: 'Archive…' }).click();
  const order = form(page, 'Archive 30 persons');
  await expect(order.getByText('27 will be archived')).toBeVisible();
  await expect(order.getByText('2 cannot be: the person has died')).toBeVisible();
  await expect(order.getByText('1 needs no change')).toBeVisible();
  await order.getByLabel('Reason').fill('Atlas Mutual was wound up');
  await order.getByLabel('Reason').press('Control+Enter');
  const report = form(page, 'Bulk archiving');
  await expect(report.getByText('27 of 30 archived, 2 refused, 1 unchanged')).toBeVisible();
  await report.getByRole('radio', { name: /Refused/ }).click();
  await expect(report.getByRole('row', { name: /Refused.*person-deceased/ })).toHaveCount(2);
  await inspect(page, 'size-archived');
  await page.keyboard.press('Escape');
  await goTo(page, '/persons?employer=atlas&status=archived');
  await expect(page.getByText('of 28')).toBeVisible();
});
