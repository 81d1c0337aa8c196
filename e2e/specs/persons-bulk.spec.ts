import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { invoke, submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { carryOutLongAgo } from '../harness/long-ago.ts';
import { inspect } from '../harness/look.ts';
import { chooseOption, form, goTo } from '../harness/steps.ts';

/** Many persons at once: narrowed by filters, selected, changed with a look beforehand, and found again afterwards. */
const PERSONS = 40;
const ids = Array.from({ length: PERSONS }, () => crypto.randomUUID());
/** Somebody employed, as all of them are, whose record nobody has touched for more than a week. */
const earlier = crypto.randomUUID();
const open = oneConsole(() => fill(), layEarlier);

const families = ['Quispe', 'Nkosi', 'Zhang', 'Solberg', 'Yılmaz'];

async function layEarlier(data: string): Promise<void> {
  const employment = { company: 'Meridian Shipping', position: 'Planner', current: true };
  const name = { givenNames: ['Ana 00'], familyNames: ['Zulu'] };
  await carryOutLongAgo(data, 9, [
    { type: 'CreatePerson', data: { personId: earlier, name } },
    { type: 'AddComponent', data: { personId: earlier, componentType: 'Employment', data: employment } },
  ]);
}

async function fill(): Promise<void> {
  const { page } = open;
  for (const [index, personId] of ids.entries()) {
    const name = {
      givenNames: [`Ana ${String(index + 1).padStart(2, '0')}`],
      familyNames: [families[index % 5]],
    };
    await submit(page, 'CreatePerson', { personId, name });
    if (index >= 30) continue;
    const data = {
      company: index < 20 ? 'Harbour Logistics' : 'Atlas Mutual',
      position: 'Planner',
      current: true,
    };
    await submit(page, 'AddComponent', { personId, componentType: 'Employment', data });
  }
  await submit(page, 'ArchivePerson', { personId: ids[4], reason: 'Left the country' });
  await submit(page, 'DeactivatePerson', { personId: ids[9], reason: 'On leave' });
  await expect(page.getByRole('row', { name: /Ana 10 Yılmaz.*Deactivated/ })).toBeAttached();
}

const grid = (): Locator => open.page.getByRole('grid', { name: 'Persons' });
const bar = (): Locator => open.page.getByRole('region', { name: 'Selection' });
const chips = (): Locator => open.page.getByRole('list', { name: 'Filters' });

/** The system's own dialog cannot be operated from here: it answers with this file. */
function chooseFile(filePath: string): Promise<void> {
  return open.app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
}

async function closeDialog(): Promise<void> {
  await open.page.keyboard.press('Escape');
  await expect(open.page.getByRole('dialog')).toHaveCount(0);
}

test('the list is narrowed without a mouse, and every filter can be taken away again', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await page.keyboard.press('f');
  const dialog = form(page, 'Filter persons');
  await chooseOption(dialog.getByLabel('Changed'), 'day');
  await dialog.getByRole('button', { name: 'Show who matches' }).click();
  await expect(dialog.getByLabel('Since the day')).toHaveAccessibleDescription('Enter a day as YYYY-MM-DD');
  await expect(dialog.getByLabel('Since the day')).toBeFocused();
  await inspect(page, 'persons-filter-lacks-day');
  await chooseOption(dialog.getByLabel('Has a component'), 'Employment');
  await dialog.getByLabel('Employer').fill('harbour');
  await chooseOption(dialog.getByLabel('Changed'), '7d');
  await inspect(page, 'persons-filter');
  await dialog.getByLabel('Employer').press('Enter');
  await expect(page.getByText('1–20 of 20')).toBeVisible();
  await expect(chips().getByRole('listitem')).toHaveCount(4);
  await inspect(page, 'persons-filtered');
  await chips()
    .getByRole('button', { name: /Remove filter: Employer/ })
    .click();
  await expect(page.getByText('1–', { exact: false }).getByText('of 30')).toBeVisible();
  await page.reload();
  await expect(chips().getByText('Has employment')).toBeVisible();
  await chips().getByRole('button', { name: 'Remove all' }).click();
  await expect(chips()).toHaveCount(0);
  await goTo(page, '/persons?has=Skill');
  await expect(page.getByText('Nobody matches all of the filters')).toBeVisible();
  await inspect(page, 'persons-filtered-nobody');
});

test('whoever was not changed for so long is left out, and found by a longer time', async () => {
  const { page } = open;
  const found = grid().getByRole('row', { name: /Ana 00 Zulu/ });
  await goTo(page, '/persons?employer=meridian&since=30d');
  await expect(found).toBeVisible();
  await chips()
    .getByRole('button', { name: /^Changed in the last 30 days/ })
    .click();
  const dialog = form(page, 'Filter persons');
  await chooseOption(dialog.getByLabel('Changed'), '7d');
  await dialog.getByRole('button', { name: 'Show who matches' }).click();
  await expect(chips()).toContainText('Changed in the last 7 days');
  await expect(page.getByText('Nobody matches all of the filters')).toBeVisible();
  await expect(found).toHaveCount(0);
  await goTo(page, '/persons?has=Employment&since=7d');
  await expect(page.getByText('of 30')).toBeVisible();
  await goTo(page, '/persons?has=Employment');
  await expect(page.getByText('of 31')).toBeVisible();
});

test('rows are selected one by one, as a range and all together, and Esc lets them go', async () => {
  const { page } = open;
  await goTo(page, '/persons?employer=harbour');
  await expect(page.getByText('of 20')).toBeVisible();
  await grid().focus();
  await page.keyboard.press('x');
  await expect(bar()).toContainText('1 selected');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(bar()).toContainText('4 selected');
  await grid()
    .locator('[data-index="6"] [data-mark]')
    .click({ modifiers: ['Shift'] });
  await expect(bar()).toContainText('7 selected');
  await inspect(page, 'persons-selected');
  await page.keyboard.press('Control+a');
  await expect(bar()).toContainText('20 selected: all that matched at');
  await expect(grid().getByRole('checkbox', { name: 'Select all that match' })).toBeChecked();
  await grid().locator('[data-index="0"] [data-mark]').click();
  await expect(bar()).toContainText('19 selected');
  await page.keyboard.press('Escape');
  await expect(bar()).toHaveCount(0);
});

test('who was selected in one list is not in another, whatever way led there', async () => {
  const { page } = open;
  await goTo(page, '/persons?employer=harbour');
  await expect(page.getByText('of 20')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(bar()).toContainText('20 selected');
  await goTo(page, '/maintenance');
  await expect(page.getByRole('heading', { level: 1, name: 'Maintenance' })).toBeVisible();
  await goTo(page, '/persons');
  await expect(grid().getByRole('row').nth(1)).toBeVisible();
  await expect(bar()).toHaveCount(0);
});

test('a change is looked at before it is made; that some are refused is a result', async () => {
  const { page } = open;
  await goTo(page, '/persons?employer=harbour');
  await grid().focus();
  await page.keyboard.press('Control+a');
  await bar().getByRole('button', { name: 'Deactivate…' }).click();
  const dialog = form(page, 'Deactivate 20 persons');
  await expect(dialog.getByText('18 will be deactivated')).toBeVisible();
  await expect(dialog.getByText('1 cannot be: the person is archived')).toBeVisible();
  await expect(dialog.getByText('Error code person-archived')).toBeVisible();
  await expect(dialog.getByText('1 needs no change')).toBeVisible();
  await dialog.getByRole('button', { name: 'Deactivate 18 persons' }).click();
  await expect(dialog.getByText('Must not be blank')).toBeVisible();
  await inspect(page, 'bulk-preview');
  await dialog.getByLabel('Reason').fill('Harbour Logistics was sold');
  await dialog.getByLabel('Reason').press('Control+Enter');
  const report = form(page, 'Bulk deactivation');
  await expect(report.getByText('18 of 20 deactivated, 1 refused, 1 unchanged')).toBeVisible();
  await expect(bar()).toHaveCount(0);
  await report.getByRole('radio', { name: /Refused/ }).click();
  await expect(report.getByRole('row', { name: /Ana 05 Yılmaz.*Refused.*person-archived/ })).toBeVisible();
  await expect(report.getByRole('row')).toHaveCount(2);
  await report.getByRole('radio', { name: /All/ }).click();
  await inspect(page, 'bulk-report');
  await closeDialog();
  await expect(grid().getByRole('row', { name: /Deactivated/ })).toHaveCount(19);
});

test('the results are found again after a restart, go into a file, and the change is undone', async () => {
  await open.restart();
  const { page } = open;
  await goTo(page, '/maintenance');
  const row = page.getByRole('row', { name: /Bulk deactivation.*18 of 20 deactivated/ });
  await row.getByRole('button', { name: 'Bulk deactivation', exact: true }).click();
  const file = join(open.folders.folder, 'results.csv');
  await chooseFile(file);
  await form(page, 'Bulk deactivation').getByRole('button', { name: 'Export as CSV…' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(21);
  await form(page, 'Bulk deactivation').getByRole('button', { name: /Undo/ }).click();
  const undo = form(page, 'Reactivate 18 persons');
  await expect(undo.getByText('18 will be reactivated')).toBeVisible();
  await undo.getByLabel('Reason').fill('It was not sold after all');
  await inspect(page, 'bulk-undo');
  await undo.getByRole('button', { name: 'Reactivate 18 persons' }).click();
  await expect(form(page, 'Bulk reactivation').getByText('18 of 18 reactivated')).toBeVisible();
  await closeDialog();
});

test('a tag is given and taken away', async () => {
  const { page } = open;
  await goTo(page, '/persons?employer=atlas');
  await grid().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await bar().getByRole('button', { name: 'Tag…' }).click();
  await page.getByRole('menuitem', { name: 'Add a tag…' }).click();
  const dialog = form(page, 'Tag 2 persons');
  await expect(dialog.getByLabel('Tag')).toHaveAccessibleDescription(/Capitals and accents/);
  await inspect(page, 'bulk-tag');
  await dialog.getByLabel('Tag').fill('volunteer');
  await expect(dialog.getByText('2 will be tagged')).toBeVisible();
  await dialog.getByLabel('Tag').press('Enter');
  await expect(form(page, 'Bulk tag “volunteer”').getByText('2 of 2 tagged')).toBeVisible();
  await closeDialog();
  await goTo(page, '/persons?has=Tag');
  await expect(page.getByText('1–2 of 2')).toBeVisible();
  await grid().focus();
  await page.keyboard.press('x');
  await bar().getByRole('button', { name: 'Tag…' }).click();
  await page.getByRole('menuitem', { name: 'Remove a tag…' }).click();
  const removal = form(page, 'Remove tag from 1 person');
  await removal.getByLabel('Tag').fill('Volunteer');
  await removal.getByRole('button', { name: 'Remove tag from 1 person' }).click();
  await expect(
    form(page, 'Bulk removal of tag “Volunteer”').getByText('1 of 1 without the tag now'),
  ).toBeVisible();
  await closeDialog();
  await expect(page.getByText('1–1 of 1')).toBeVisible();
});

test('a tag is sent by the same key as every other form', async () => {
  const { page } = open;
  await goTo(page, '/persons?employer=atlas');
  await grid().focus();
  await page.keyboard.press('x');
  await bar().getByRole('button', { name: 'Tag…' }).click();
  await page.getByRole('menuitem', { name: 'Add a tag…' }).click();
  const dialog = form(page, 'Tag 1 person');
  await dialog.getByLabel('Tag').fill('patron');
  await expect(dialog.getByText('1 will be tagged')).toBeVisible();
  await dialog.getByLabel('Tag').press('Control+Enter');
  await expect(form(page, 'Bulk tag “patron”').getByText('1 of 1 tagged')).toBeVisible();
  await closeDialog();
});

test('who is selected goes into a file: rows for spreadsheets, whole records as JSON', async () => {
  const { page } = open;
  const fileOf = (name: string): string => join(open.folders.folder, name);
  const [csv, json, lines] = [fileOf('persons.csv'), fileOf('persons.json'), fileOf('persons.jsonl')];
  await goTo(page, '/persons?employer=atlas');
  await expect(page.getByText('of 10')).toBeVisible();
  await grid().focus();
  await page.keyboard.press('Control+a');
  await expect(bar()).toContainText('10 selected');
  await chooseFile(csv);
  await bar().getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect.poll(() => existsSync(csv)).toBe(true);
  expect(readFileSync(csv, 'utf8').trim().split('\r\n')).toHaveLength(11);
  await chooseFile(json);
  await bar().getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('menuitem', { name: 'JSON, whole records…' }).click();
  await expect.poll(() => existsSync(json)).toBe(true);
  expect(JSON.parse(readFileSync(json, 'utf8'))).toHaveLength(10);
  await chooseFile(lines);
  await bar().getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('menuitem', { name: 'JSON lines, whole records…' }).click();
  await expect.poll(() => existsSync(lines)).toBe(true);
  expect(readFileSync(lines, 'utf8').trim().split('\n')).toHaveLength(10);
  await page.keyboard.press('Escape');
});

test('what the list shows is saved under a name, found in the palette, renamed and deleted', async () => {
  const { page } = open;
  await goTo(page, '/persons?employer=atlas&sort=updated&descending=true');
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByRole('menuitem', { name: 'Save what the list shows…' }).click();
  const save = form(page, 'Save filters');
  await expect(save).toContainText('Employer begins with “atlas” · by time of change, descending');
  await save.getByLabel('Name').fill('Atlas, newest first');
  await inspect(page, 'saved-filters-save');
  await save.getByLabel('Name').press('Enter');
  await goTo(page, '/maintenance');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('atlas new');
  await page.keyboard.press('Enter');
  await expect(chips()).toContainText('Employer begins with “atlas”');
  await expect(grid().getByRole('columnheader', { name: 'Updated' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await page.reload();
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await inspect(page, 'menu-saved-filters');
  await page.getByRole('menuitem', { name: 'Rename or delete…' }).click();
  const manage = form(page, 'Saved filters');
  await manage.getByRole('textbox').fill('Atlas');
  await manage.getByRole('textbox').press('Enter');
  await expect(manage.getByRole('button', { name: 'Delete Atlas', exact: true })).toBeVisible();
  await inspect(page, 'saved-filters-manage');
  await manage.getByRole('button', { name: 'Delete Atlas' }).click();
  await expect(manage).toContainText('None are left.');
  await manage.getByRole('button', { name: 'Done' }).click();
});

test('in a narrow window, and beside a person, the selection keeps all that can be done', async () => {
  const { page, app } = open;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
  await goTo(page, `/persons?employer=atlas&selected=${ids[20]}`);
  await expect(page.getByRole('article')).toBeVisible();
  await grid().focus();
  await page.keyboard.press('Control+a');
  await expect(bar()).toContainText('10 selected');
  const { x: left = 0, width = 0 } = (await bar().boundingBox()) ?? {};
  for (const name of ['Deactivate…', 'Tag…', 'Archive…', 'Export…', 'Clear the selection']) {
    const { x = 0, width: own = 0 } = (await bar().getByRole('button', { name }).boundingBox()) ?? {};
    expect(x + own).toBeLessThanOrEqual(left + width);
  }
  await inspect(page, 'persons-selected-narrow');
  await page.keyboard.press('Escape');
  await expect(bar()).toHaveCount(0);
  await expect(page.getByRole('article')).toBeVisible();
});

async function donors(): Promise<readonly string[]> {
  const { page } = open;
  const { head } = await invoke(page, 'log.page', {});
  const asked = { componentType: 'Tag', limit: 200, atLeast: head };
  const { rows } = await invoke(page, 'persons.components', asked);
  return rows.filter(({ label }) => label.toLowerCase() === 'donor').map(({ personId }) => personId);
}

test('a tag is taken back from those who were given it, and given back again', async () => {
  const { page } = open;
  const withTag = { componentType: 'Tag', data: { name: 'Donor' } };
  await submit(page, 'AddComponent', { personId: ids[21], ...withTag });
  await goTo(page, '/persons?employer=atlas');
  await expect(page.getByText('of 10')).toBeVisible();
  await grid().focus();
  await page.keyboard.press('Control+a');
  await bar().getByRole('button', { name: 'Tag…' }).click();
  await page.getByRole('menuitem', { name: 'Add a tag…' }).click();
  const dialog = form(page, 'Tag 10 persons');
  await dialog.getByRole('textbox', { name: 'Tag' }).fill('donor');
  await expect(dialog.getByText('9 will be tagged')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Tag' }).press('Enter');
  const given = form(page, 'Bulk tag “donor”');
  await expect(given.getByText('9 of 10 tagged, 1 unchanged')).toBeVisible();
  await given.getByRole('button', { name: 'Undo: remove the tag…' }).click();
  const undo = form(page, 'Remove tag from 9 persons');
  await expect(undo.getByText('9 will be without the tag now')).toBeVisible();
  await expect(undo.getByRole('textbox', { name: 'Tag' })).toHaveValue('donor');
  await expect(undo.getByRole('textbox', { name: 'Tag' })).not.toBeEditable();
  await inspect(page, 'bulk-undo-tag');
  await undo.getByRole('textbox', { name: 'Tag' }).press('Enter');
  const taken = form(page, 'Bulk removal of tag “donor”');
  await expect(taken.getByText('9 of 9 without the tag now')).toBeVisible();
  expect(await donors()).toEqual([ids[21]]);
  await taken.getByRole('button', { name: 'Undo: tag them again…' }).click();
  await form(page, 'Tag 9 persons').getByRole('button', { name: 'Tag 9 persons' }).click();
  await expect(form(page, 'Bulk tag “donor”').getByText('9 of 9 tagged')).toBeVisible();
  expect(await donors()).toHaveLength(10);
  await closeDialog();
});
