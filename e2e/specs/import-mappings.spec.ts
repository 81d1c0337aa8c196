import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { invoke } from '../harness/bridge.ts';
import { inspect } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { form, goTo } from '../harness/steps.ts';

/** Saved mappings, where no file is open: looked at, used, renamed, duplicated, exported, added and deleted. */
const open = oneConsole();

const MAPPING = {
  language: 1,
  name: 'Members',
  source: 'club',
  reading: { format: 'csv' },
  key: 'No',
  person: {
    name: { givenNames: ['First name'], familyNames: ['Last name'] },
    birthDate: { path: 'Born', then: [{ do: 'date', format: 'DD.MM.YYYY' }] },
  },
  components: [
    { type: 'EmailAddress', fact: 'e-mail', data: { address: 'E-mail' }, needs: [], custom: {} },
    { type: 'EmailAddress', fact: 'private', data: { address: 'Private e-mail' }, needs: [], custom: {} },
  ],
};

function fileOf(name: string, content: string): string {
  const path = join(open.folders.folder, name);
  writeFileSync(path, content);
  return path;
}

const entry = (name: string): Locator => open.page.getByRole('row').filter({ hasText: name });

async function chooseFrom(name: string, item: string): Promise<void> {
  await open.page.getByRole('button', { name: `More about ${name}`, exact: true }).click();
  await open.page.getByRole('menuitem', { name: item }).click();
}

test('without a mapping the page says where they come from', async () => {
  const { page } = open;
  await goTo(page, '/import');
  await expect(page.getByText(/None yet. Save one beside the mapping of a file/)).toBeVisible();
  await inspect(page, 'import-mappings-none');
});

test('a mapping comes from a file, and what is none is refused in words', async () => {
  const { page, app } = open;
  await answerDialogs(app, { opened: fileOf('members.csv', 'No,First name\n1,Ada\n') });
  const add = page.getByRole('button', { name: 'Add a mapping from a file…' });
  await add.click();
  await expect(page.getByText(/is no mapping: it is not JSON/)).toBeVisible();
  await expect(page.getByText(/None yet/)).toBeVisible();
  await answerDialogs(app, { opened: fileOf('members.json', JSON.stringify(MAPPING)) });
  await add.click();
  await expect(entry('Members')).toContainText('CSV (a table): No, First name, Last name and 3 more');
  await expect(entry('Members')).toContainText('not known');
  await add.click();
  const dialog = form(page, 'Add mapping');
  await dialog.getByRole('button', { name: 'Add mapping' }).click();
  await expect(dialog.getByText('Another mapping has this name')).toBeVisible();
  await dialog.getByLabel('Name').fill('Guests');
  await dialog.getByRole('button', { name: 'Add mapping' }).click();
  await expect(entry('Guests')).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('it is read without a file, and begins an import', async () => {
  const { page, app } = open;
  await page.getByRole('button', { name: 'Members', exact: true }).click();
  const look = form(page, 'Members');
  await expect(look.getByText('Born, as a date DD.MM.YYYY')).toBeVisible();
  await inspect(page, 'import-mapping-look');
  const table =
    'No,First name,Last name,Born,E-mail,Private e-mail\n1,Ada,Quispe,10.12.1965,ada@example.org,\n';
  await answerDialogs(app, { opened: fileOf('may.csv', table) });
  await look.getByRole('button', { name: 'Import a file by it…' }).click();
  await expect(page.getByRole('heading', { name: 'may.csv' })).toBeVisible();
  await expect(page.getByText('Saved, version 1')).toBeVisible();
  await expect(page.getByText('1965-12-10')).toBeVisible();
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await page.getByRole('button', { name: 'Start the dry run' }).click();
  await expect(page.getByText('Dry run, 1 row: 1 new')).toBeVisible();
  await goTo(page, '/import');
  await expect(
    page
      .getByRole('table')
      .last()
      .getByRole('row', { name: /^Members/ })
      .getByRole('time'),
  ).toBeVisible();
});

test('it is duplicated and renamed, each name once', async () => {
  const { page } = open;
  await chooseFrom('Members', 'Duplicate…');
  await form(page, 'Duplicate mapping').getByLabel('Name').fill('Members abroad');
  await form(page, 'Duplicate mapping').getByRole('button', { name: 'Duplicate mapping' }).click();
  await expect(entry('Members abroad')).toBeVisible();
  await chooseFrom('Guests', 'Rename…');
  const rename = form(page, 'Rename mapping');
  await rename.getByLabel('Name').fill('members');
  await rename.getByRole('button', { name: 'Rename mapping' }).click();
  await expect(rename.getByText('Another mapping has this name')).toBeVisible();
  await rename.getByLabel('Name').fill('Visitors');
  await rename.getByRole('button', { name: 'Rename mapping' }).click();
  await expect(entry('Visitors')).toBeVisible();
  await expect(entry('Guests')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'More about Visitors' })).toBeFocused();
  const { mappings } = await invoke(page, 'import.mappings', {});
  expect(mappings.map(({ name, source }) => [name, source])).toEqual([
    ['Members', 'club'],
    ['Members abroad', 'club'],
    ['Visitors', 'club'],
  ]);
  await inspect(page, 'import-mappings');
});

test('it is exported as a file that another console takes', async () => {
  const { app } = open;
  const saved = join(open.folders.folder, 'visitors.mapping.json');
  await answerDialogs(app, { saved });
  await chooseFrom('Visitors', 'Export as a file…');
  await expect.poll(() => existsSync(saved)).toBe(true);
  expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({ ...MAPPING, name: 'Visitors' });
});

test('it is deleted only after a question', async () => {
  const { page } = open;
  await chooseFrom('Visitors', 'Delete…');
  const question = page.getByRole('alertdialog');
  await inspect(page, 'import-mapping-delete');
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(entry('Visitors')).toBeVisible();
  await chooseFrom('Visitors', 'Delete…');
  await question.getByRole('button', { name: 'Delete mapping' }).click();
  await expect(entry('Visitors')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'More about Members abroad' })).toBeFocused();
});
