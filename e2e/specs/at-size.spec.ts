import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { invoke, submit } from '../harness/bridge.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { createLines, pourIn } from '../harness/many-persons.ts';
import { beginAs, form, goTo } from '../harness/steps.ts';

/** The journeys among 100,000 persons: what works on ten must work there as well. How long each took is printed. */
const folders = temporaryFolders();
const PERSONS = 100_000;
const [kept, twin] = [crypto.randomUUID(), crypto.randomUUID()];
let open: OpenConsole;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await pourIn(folders.data, createLines(PERSONS));
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
  await submit(open.page, 'ArchivePerson', { personId: personIdOf(7), reason: 'Closed' });
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

function personIdOf(number: number): string {
  return `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

const grid = (): Locator => open.page.getByRole('grid', { name: 'Persons' });
const bar = (): Locator => open.page.getByRole('region', { name: 'Selection' });

async function selectAll(address: string, count: string): Promise<void> {
  const { page } = open;
  await goTo(page, address);
  await expect(page.getByText(`of ${count}`).first()).toBeVisible();
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
  await expect(
    page
      .getByRole('article')
      .or(page.getByRole('heading', { level: 1 }))
      .first(),
  ).toBeVisible();
});

test('who is selected goes into a file', async () => {
  const { page, app } = open;
  const file = join(folders.folder, 'persons.csv');
  await answerDialogs(app, { saved: file });
  await selectAll('/persons', '100,002');
  await bar().getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('100,002 persons', {
    timeout: 60_000,
  });
  expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(100_003);
});

test('a person is looked at as of an earlier version', async () => {
  const { page } = open;
  await goTo(page, `/persons/${personIdOf(7)}?asOf=1`);
  await expect(page.getByText('As of version 1').first()).toBeVisible();
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
  await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();
  await pourIn(folders.data, createLines(300, PERSONS));
  await expect(page.getByText((events + 300).toLocaleString('en')).first()).toBeVisible();
});

test('a view is built anew while the list is used; the check finds all in order', async () => {
  const { page } = open;
  await goTo(page, '/maintenance');
  const view = page.getByRole('row', { name: /^Persons list/ });
  await view.getByRole('button', { name: 'Rebuild' }).click();
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

test('what becomes of each is foreseen; a change to all is cancelled on the way', async () => {
  const { page } = open;
  await selectAll('/persons', '100,302');
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
