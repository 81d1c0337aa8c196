import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import type { Job } from '../../domain/contract/jobs.ts';
import { invoke } from '../harness/bridge.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { pretend, tell } from '../harness/pretend.ts';
import { root } from '../harness/runtime.ts';
import { beginAs, form, goTo } from '../harness/steps.ts';

/** Persons from a file, through the page: looked at, mapped, tried out, imported, mended and imported again. */
const folders = temporaryFolders();
let open: OpenConsole;

test.beforeAll(async () => {
  open = await openConsole(folders);
  await beginAs(open.page, 'Nadia Ferreira');
});
test.afterAll(async () => {
  await open.close();
  folders.remove();
});
test.beforeEach(async () => {
  await pretend(open.app, {});
});
test.afterEach(() => {
  expect([...open.faults, ...open.reports]).toEqual([]);
});

/** The system's own dialogs cannot be operated from here: they answer with these files. */
async function answerDialogs(files: { readonly opened?: string; readonly saved?: string }): Promise<void> {
  await open.app.evaluate(({ dialog }, { opened, saved }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: opened === undefined, filePaths: opened === undefined ? [] : [opened] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: saved === undefined, filePath: saved ?? '' });
  }, files);
}

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folders.folder, name);
  writeFileSync(path, content);
  return path;
}

async function choose(path: string): Promise<void> {
  await answerDialogs({ opened: path });
  await goTo(open.page, '/import');
  await open.page.getByRole('button', { name: 'Choose a file…' }).first().click();
  await expect(open.page.getByRole('link', { name: 'File' })).toHaveAttribute('aria-current');
}

const segment = (name: RegExp): Locator => open.page.getByRole('radio', { name });
const rows = (): Locator => open.page.getByRole('table').getByRole('row');

async function useMapping(text: string): Promise<void> {
  const { page } = open;
  await page.getByRole('button', { name: 'More about this mapping' }).click();
  await page.getByRole('menuitem', { name: 'As JSON…' }).click();
  const dialog = form(page, 'Mapping as JSON');
  await dialog.getByLabel('Mapping', { exact: true }).fill(text);
  await dialog.getByRole('button', { name: 'Use this mapping' }).click();
  await expect(dialog).toBeHidden();
}

const PERSONS = join(root, '..', 'shared', 'data', 'us-legislators.jsonl');
const MAPPING = readFileSync(join(root, 'docs', 'examples', 'us-legislators.mapping.json'), 'utf8');

/** The real ones, or made-up ones of the same form, with the same two that have to be refused. */
function legislators(): { readonly lines: readonly string[]; readonly count: number } {
  if (existsSync(PERSONS)) {
    const lines = readFileSync(PERSONS, 'utf8').trim().split('\n');
    return { lines, count: lines.length };
  }
  const lines = Array.from({ length: 60 }, (_, index) =>
    JSON.stringify({
      id: `X${String(index).padStart(6, '0')}`,
      name: { first: `Ada ${index}`, last: 'Quispe' },
      bio: { birthday: '1960-01-02', gender: 'F' },
      terms: [{ type: 'rep', start: '2011-01-03', end: '2013-01-03', state: 'OH', party: 'None' }],
    }),
  );
  return { lines, count: lines.length };
}

test('begins with an empty page that says what would be here', async () => {
  const { page } = open;
  await goTo(page, '/import');
  await expect(page.getByText('Nothing was imported yet')).toBeVisible();
  await inspect(page, 'import-empty');
});

test('real persons: tried out, imported, the refused ones saved, mended and imported again', async () => {
  const { page } = open;
  const { lines, count } = legislators();
  const broken = lines.map((line, index) => (index === 3 || index === 40 ? line.replace(/"birthday":\s*"[^"]*"/, '"birthday":"someday"') : line));
  const file = fileOf('us-legislators.jsonl', broken.join('\n'));
  await choose(file);
  await expect(page.getByText(`${count} rows`)).toBeVisible();
  await inspect(page, 'import-file');
  await page.getByRole('button', { name: 'Go on to the mapping' }).click();
  await inspect(page, 'import-suggested');
  await useMapping(MAPPING);
  await expect(page.locator('samp').first()).toBeVisible();
  await inspect(page, 'import-mapping');
  await page.getByText('Employment', { exact: true }).click();
  await expect(page.getByText('looked up in a table of 2 entries').first()).toBeVisible();
  await inspect(page, 'import-mapping-rule');
  await page.getByRole('button', { name: 'Save mapping' }).click();
  await expect(page.getByText('Saved, version 1')).toBeVisible();
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await inspect(page, 'import-before-dry-run');
  await page.getByRole('button', { name: 'Start the dry run' }).click();
  await expect(page.getByText(`Dry run, ${count} rows: ${count - 2} new, 2 refused`)).toBeVisible();
  await inspect(page, 'import-dry-run');
  await segment(/Refused/).click();
  await expect(rows()).toHaveCount(3);
  await inspect(page, 'import-refused');
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = form(page, 'Import us-legislators.jsonl');
  await expect(dialog).toContainText(`Dry run, ${count} rows`);
  await inspect(page, 'import-start');
  await dialog.getByRole('button', { name: `Import ${count - 2} persons` }).click();
  await expect(page.getByText(`${count} rows: ${count - 2} new, 2 refused`)).toBeVisible({ timeout: 60_000 });
  await inspect(page, 'import-done');
  await mend(count);
});

async function mend(count: number): Promise<void> {
  const { page } = open;
  const saved = join(folders.folder, 'us-legislators.refused.jsonl');
  await answerDialogs({ saved });
  await page.getByRole('button', { name: 'Save what was refused…' }).click();
  await expect.poll(() => (existsSync(saved) ? readFileSync(saved, 'utf8').trim().split('\n').length : 0)).toBe(2);
  const mended = fileOf('mended.jsonl', readFileSync(saved, 'utf8').replaceAll('"someday"', '"1961-02-03"'));
  await answerDialogs({ opened: mended });
  await page.getByRole('button', { name: 'Import the mended file…' }).click();
  await expect(page.getByText('Dry run, 2 rows: 2 new')).toBeVisible();
  await page.getByRole('button', { name: 'Import…' }).click();
  await form(page, 'Import mended.jsonl').getByRole('button', { name: 'Import 2 persons' }).click();
  await expect(page.getByText('2 rows: 2 new', { exact: true })).toBeVisible();
  await answerDialogs({ opened: mended });
  await page.getByRole('button', { name: 'File and mapping' }).click();
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await page.getByRole('button', { name: /Dry run again|Start the dry run/ }).click();
  await expect(page.getByText('Dry run, 2 rows: 2 unchanged')).toBeVisible();
  expect(count).toBeGreaterThan(2);
}

test('an import is found again under Import and under Maintenance', async () => {
  const { page } = open;
  await goTo(page, '/import');
  await inspect(page, 'import-list');
  const earlier = page.getByRole('row', { name: /us-legislators.jsonl.*2 refused/ }).first();
  await earlier.getByRole('button').click();
  await expect(page.getByRole('button', { name: 'Save what was refused…' })).toBeVisible();
  await goTo(page, '/maintenance');
  await page.getByRole('button', { name: 'Import of us-legislators.jsonl', exact: true }).first().click();
  await page.getByRole('dialog').getByRole('link', { name: 'What came of each row' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'us-legislators.jsonl' })).toBeVisible();
});
