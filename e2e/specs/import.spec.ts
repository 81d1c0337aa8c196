import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import type { Job } from '../../domain/contract/jobs.ts';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { invoke } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { inspect } from '../harness/look.ts';
import { pretend, tell } from '../harness/pretend.ts';
import { root } from '../harness/runtime.ts';
import { chooseOption, form, goTo } from '../harness/steps.ts';

/** Persons from a file, through the page: looked at, mapped, tried out, imported, mended and imported again. */
const open = oneConsole();
test.beforeEach(async () => {
  await pretend(open.app, {});
});

function fileOf(name: string, content: string | Buffer): string {
  const path = join(open.folders.folder, name);
  writeFileSync(path, content);
  return path;
}

async function choose(path: string): Promise<void> {
  await answerDialogs(open.app, { opened: path });
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

/** Beside a copy of the sources alone there are none. */
const ARE_REAL = existsSync(PERSONS);

/** Of the form of the real ones, with the same two that have to be refused. */
function madeUp(): readonly string[] {
  return Array.from({ length: 60 }, (_, index) =>
    JSON.stringify({
      id: `X${String(index).padStart(6, '0')}`,
      name: { first: `Ada ${index}`, last: 'Quispe' },
      bio: { birthday: '1960-01-02', gender: 'F' },
      terms: [
        {
          type: 'rep',
          start: '2011-01-03',
          end: '2013-01-03',
          state: 'OH',
          party: 'None',
          ...(index === 3 || index === 40 ? { contact_form: 'no address' } : {}),
        },
      ],
    }),
  );
}

function legislators(): { readonly lines: readonly string[]; readonly count: number } {
  const lines = ARE_REAL ? readFileSync(PERSONS, 'utf8').trim().split('\n') : madeUp();
  return { lines, count: lines.length };
}

test('begins with an empty page that says what would be here', async () => {
  const { page } = open;
  await goTo(page, '/import');
  await expect(page.getByText('Nothing was imported yet')).toBeVisible();
  await inspect(page, 'import-empty');
});

test(`${ARE_REAL ? 'real' : '60 made-up'} persons: tried out, imported, the refused ones saved, mended and imported again`, async () => {
  const { page } = open;
  test.setTimeout(180_000);
  const { lines, count } = legislators();
  const file = fileOf('us-legislators.jsonl', lines.join('\n'));
  await choose(file);
  await expect(page.getByText(`${count} rows`)).toBeVisible();
  await inspect(page, 'import-file');
  await page.getByRole('button', { name: 'Go on to the mapping' }).click();
  await inspect(page, 'import-suggested');
  await useMapping(MAPPING);
  await expect(page.locator('samp').first()).toBeVisible();
  await inspect(page, 'import-mapping');
  await page.locator('summary', { hasText: 'Employment' }).first().click();
  await expect(page.getByText('looked up in a table of 2 entries').first()).toBeVisible();
  await inspect(page, 'import-mapping-rule');
  await page.getByRole('button', { name: 'Save mapping' }).click();
  await expect(page.getByText('Saved, version 1')).toBeVisible();
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await inspect(page, 'import-before-dry-run');
  await expect(page.getByRole('button', { name: 'Start the dry run' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Dry run, ${count} rows: ${count - 2} new, 2 refused`)).toBeVisible({
    timeout: 30_000,
  });
  await inspect(page, 'import-dry-run');
  await segment(/Refused/).click();
  await expect(rows()).toHaveCount(3);
  await inspect(page, 'import-refused');
  const results = join(open.folders.folder, 'results.csv');
  await answerDialogs(open.app, { saved: results });
  // All of them, whichever are shown.
  await page.getByRole('button', { name: 'Export all rows as CSV…' }).click();
  await expect
    .poll(() => (existsSync(results) ? readFileSync(results, 'utf8').trim().split('\r\n').length : 0))
    .toBe(count + 1);
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = form(page, 'Import us-legislators.jsonl');
  await expect(dialog).toContainText(`Dry run, ${count} rows`);
  await inspect(page, 'import-start');
  await dialog.getByRole('button', { name: `Import ${count - 2} persons` }).click();
  await expect(page.getByText(`${count} rows: ${count - 2} new, 2 refused`, { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await inspect(page, 'import-done');
  await mend();
});

interface Legislator {
  readonly terms: readonly { contact_form?: string }[];
  readonly offices?: readonly { latitude?: number; longitude?: number }[];
}

/** What is no web address and no place on earth is taken out. */
function mendedLine(line: string): string {
  const person = JSON.parse(line) as Legislator;
  for (const term of person.terms)
    if (term.contact_form?.startsWith('http') !== true) delete term.contact_form;
  for (const office of person.offices ?? []) {
    delete office.latitude;
    delete office.longitude;
  }
  return JSON.stringify(person);
}

async function mend(): Promise<void> {
  const { page } = open;
  const saved = join(open.folders.folder, 'us-legislators.refused.jsonl');
  await answerDialogs(open.app, { saved });
  await page.getByRole('button', { name: 'Save what was refused…' }).click();
  await expect
    .poll(() => (existsSync(saved) ? readFileSync(saved, 'utf8').trim().split('\n').length : 0))
    .toBe(2);
  const lines = readFileSync(saved, 'utf8').trim().split('\n');
  const mended = fileOf('mended.jsonl', lines.map(mendedLine).join('\n'));
  await answerDialogs(open.app, { opened: mended });
  await page.getByRole('button', { name: 'Import the mended file…' }).click();
  await expect(page.getByText('Dry run, 2 rows: 2 new')).toBeVisible();
  await page.getByRole('button', { name: 'Import…' }).click();
  await form(page, 'Import mended.jsonl').getByRole('button', { name: 'Import 2 persons' }).click();
  await expect(page.getByText('2 rows: 2 new', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'File and mapping' }).click();
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await page.getByRole('button', { name: /Dry run again|Start the dry run/ }).click();
  await expect(page.getByText('Dry run, 2 rows: 2 unchanged')).toBeVisible();
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

const TABLE = Buffer.from(
  [
    'Nummer;Vorname;Nachname;Geboren;E-Mail;Bemerkung',
    '1;J\xfcrgen;M\xfcller;10.12.1965;juergen@example.org;<img src=x onerror=alert(1)>',
    '2;Zo\xe9;Stra\xdfer;23.06.1972;zoe@example.org;' + 'sehr lang '.repeat(60),
    '3;Fran\xe7ois;L\xe9ger;9.1.1980;francois@example.org;',
  ].join('\r\n'),
  'latin1',
);

test('a table with semicolons in Windows-1252 is read as it is meant, and a half-made mapping is kept', async () => {
  const { page } = open;
  await choose(fileOf('kunden.csv', TABLE));
  await expect(page.getByLabel('Separator')).toHaveText('Semicolon');
  await expect(page.getByLabel('Encoding')).toHaveText('Windows-1252 (Western European)');
  await expect(page.getByRole('cell', { name: 'Jürgen' })).toBeVisible();
  await inspect(page, 'import-file-csv');
  await chooseOption(page.getByLabel('Separator'), ',');
  await expect(page.getByText('1 column', { exact: false }).first()).toBeVisible();
  await chooseOption(page.getByLabel('Separator'), ';');
  await expect(page.getByRole('cell', { name: 'Jürgen' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on to the mapping' }).click();
  await chooseOption(page.getByLabel('Source key', { exact: true }), ':Nummer');
  await chooseOption(page.getByLabel('Name on one line', { exact: true }), '');
  await chooseOption(page.getByLabel('Given names', { exact: true }), ':Vorname');
  await chooseOption(page.getByLabel('Family names', { exact: true }), ':Nachname');
  await chooseOption(page.getByLabel('Date of birth', { exact: true }), ':Geboren');
  await chooseOption(page.getByLabel('Convert date of birth', { exact: true }), 'date');
  await page.getByLabel('Form of the date').fill('DD.MM');
  await expect(page.getByText(/1 thing to mend/)).toBeVisible();
  await inspect(page, 'import-mapping-faults');
  await expect(page.getByRole('button', { name: 'Go on to the dry run' })).toBeDisabled();
  await page.getByLabel('Form of the date').fill('D.M.YYYY');
  await expect(page.getByText('1965-12-10')).toBeVisible();
  await page.getByRole('button', { name: 'The next row' }).click();
  await expect(page.getByText('1972-06-23')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Form of the date')).toHaveValue('D.M.YYYY');
  await page.getByRole('button', { name: 'Keep Bemerkung as an attribute' }).click();
  await expect(page.getByText('Every column of the file goes somewhere.')).toBeVisible();
  await inspect(page, 'import-mapping-csv');
  await goTo(page, '/import');
  await expect(page.getByRole('heading', { name: 'Begun here' })).toBeVisible();
  await expect(page.getByRole('row', { name: /kunden\.csv Mapping .* begun/ })).toBeVisible();
  await page.getByRole('button', { name: 'kunden.csv' }).first().click();
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = form(page, 'Import kunden.csv');
  await expect(dialog).toContainText('No dry run was made');
  await inspect(page, 'import-start-untried');
  await dialog.getByRole('button', { name: 'Import without a dry run' }).click();
  await expect(page.getByText('3 rows: 3 new', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Jürgen Müller' }).click();
  await expect(page.getByRole('heading', { name: 'Jürgen Müller' })).toBeVisible();
  await page.goBack();
  await expect(page.getByText('3 rows: 3 new', { exact: true })).toBeVisible();
});

test('who is possibly there already is passed over, named, saved to be checked, and imported after all', async () => {
  const { page, app } = open;
  await choose(fileOf('again.csv', 'Id,First name,Last name,E-mail\nx1,Jürgen,Müller,juergen@example.org\n'));
  await page.getByRole('button', { name: 'Go on to the mapping' }).click();
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await page.getByRole('button', { name: 'Start the dry run' }).click();
  await expect(page.getByText('Dry run, 1 row: 1 possible duplicate')).toBeVisible();
  await expect(
    page.getByRole('row', { name: /Possible duplicate/ }).getByRole('link', { name: 'Jürgen Müller' }),
  ).toBeVisible();
  await inspect(page, 'import-duplicate');
  const saved = join(open.folders.folder, 'again.not-taken.csv');
  await answerDialogs(app, { saved, opened: saved });
  await page.getByRole('button', { name: 'Save the possible duplicates…' }).click();
  await expect
    .poll(() => (existsSync(saved) ? readFileSync(saved, 'utf8') : ''))
    .toMatch(/1,possible-duplicate,.*,x1,Jürgen,Müller,/u);
  await page.getByRole('button', { name: 'Import the checked file…' }).click();
  await expect(page.getByRole('heading', { name: 'again.not-taken.csv' })).toBeVisible();
  await expect(page.getByText('Dry run, 1 row: 1 possible duplicate')).toBeVisible();
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = form(page, 'Import again.not-taken.csv');
  await expect(dialog.getByRole('button', { name: 'Import 0 persons' })).toBeVisible();
  await dialog.getByText('Import anyway').click();
  await inspect(page, 'import-start-duplicates');
  await dialog.getByRole('button', { name: 'Import 1 person' }).click();
  await expect(page.getByText('1 row: 1 new', { exact: true })).toBeVisible();
});

test('an import is cancelled, and goes on from there', async () => {
  const { page, app } = open;
  const many = Array.from({ length: 4000 }, (_, index) => `${index},Wanda ${index},Many${index}`);
  await choose(fileOf('many.csv', ['Id,First name,Last name', ...many].join('\n')));
  const fileId = /file=([^&]+)/.exec(page.url())?.[1] ?? '';
  await goTo(page, `/import?file=${fileId}&step=try`);
  await page.getByRole('button', { name: 'Import…' }).click();
  const question = form(page, 'Import many.csv');
  await question.getByRole('button', { name: 'Import without a dry run' }).click();
  // The question has a way to cancel as well.
  await expect(question).toBeHidden();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Go on from there' })).toBeVisible();
  await inspect(page, 'import-cancelled');
  const jobId = /run=([^&]+)/.exec(page.url())?.[1] ?? '';
  const job = await invoke(page, 'jobs.get', { jobId });
  await lookAs(job, { state: 'interrupted' }, 'import-interrupted');
  const progress = { done: 412_000, total: 1_000_000, perSecond: 90_000, secondsLeft: 7 };
  const rowsRead = { done: 1650, perSecond: 360 };
  await lookAs(
    job,
    { state: 'running', endedAt: null, progress: { ...progress, rows: rowsRead } },
    'import-running',
  );
  await pretend(app, {});
  await tell(app, { name: 'job.changed', payload: job });
  await page.getByRole('button', { name: 'Go on from there' }).click();
  await goTo(page, '/persons');
  await goTo(page, `/import?run=${jobId}`);
  await expect(page.getByText('4,000 rows: 4,000 new', { exact: true })).toBeVisible({ timeout: 90_000 });
});

/** A picture of an import in a state that it is in for moments. */
async function lookAs(job: Job, changes: Partial<Job>, name: string): Promise<void> {
  const { page, app } = open;
  const shown: Job = { ...job, ...changes };
  await pretend(app, { 'jobs.list': { ok: true, value: { jobs: [shown] } } });
  await tell(app, { name: 'job.changed', payload: shown });
  if (shown.state === 'running') await expect(page.getByText('360 a second').first()).toBeVisible();
  await inspect(page, name);
}

test('a file that cannot be read says so, and what to do', async () => {
  const { page } = open;
  await goTo(page, '/import?file=nowhere&step=file');
  await expect(page.getByText('import-file-gone')).toBeVisible();
  await inspect(page, 'import-file-gone');
  await goTo(page, '/import?run=nothing');
  await expect(page.getByText('This import is no longer kept')).toBeVisible();
  await inspect(page, 'import-run-gone');
  await pretend(open.app, { 'import.inspect': 'never' });
  await goTo(page, '/import?file=other&step=file');
  await expect(page.getByText('Reading the file')).toBeAttached();
  await inspect(page, 'import-reading');
});

test('two hundred columns, long and right-to-left values, and the smallest window', async () => {
  const { page, app } = open;
  const columns = Array.from({ length: 200 }, (_, index) => `Column ${index + 1}`);
  const cells = columns.map((_, index) =>
    index === 1 ? 'محمد عبد الله' : index === 2 ? 'x'.repeat(3000) : `v${index}`,
  );
  await choose(fileOf('wide.csv', [columns.join(','), cells.join(',')].join('\n')));
  await expect(page.getByText('200 columns')).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));
  await inspect(page, 'import-file-wide');
  await page.getByRole('button', { name: 'Go on to the mapping' }).click();
  await chooseOption(page.getByLabel('Given names', { exact: true }), ':Column 2');
  await chooseOption(page.getByLabel('Family names', { exact: true }), ':Column 3');
  await expect(page.getByText('محمد عبد الله').first()).toBeVisible();
  await inspect(page, 'import-mapping-narrow');
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(sideways).toBe(false);
  await chooseOption(page.getByLabel('Another rule for'), 'Address');
  await expect(page.getByText('Address', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/Is needed/)).toHaveCount(0);
  await inspect(page, 'import-rule-new-narrow');
  await page.getByLabel('Name of the rule').last().focus();
  await page.getByLabel('Another rule for').focus();
  await expect(page.getByText(/Is needed/).first()).toBeVisible();
  await inspect(page, 'import-rule-left-narrow');
  await goTo(page, '/import');
  await inspect(page, 'import-list-narrow');
});
