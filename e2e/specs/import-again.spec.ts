import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Job } from '../../domain/contract/jobs.ts';
import type { ProcedureInput } from '../../domain/contract/procedures.ts';
import { answerDialogs, answerQuestions, questionsAsked } from '../harness/answer-dialogs.ts';
import { invoke } from '../harness/bridge.ts';
import { cli } from '../harness/cli.ts';
import { kill } from '../harness/kill.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { pretend, tell } from '../harness/pretend.ts';
import { beginAs, form, goTo } from '../harness/steps.ts';

/** What happens to the file, or to the console, while an import is under way. */
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

const ROWS = 6000;
const MAPPING: ProcedureInput<'import.save-mapping'>['mapping'] = {
  language: 1,
  name: 'many',
  source: 'many',
  key: 'Id',
  person: { name: { givenNames: ['First'], familyNames: ['Last'] } },
  components: [{ type: 'EmailAddress', fact: 'e-mail', data: { address: 'E-mail' } }],
};

function fileOf(name: string, content: string): string {
  const path = join(folders.folder, name);
  writeFileSync(path, content);
  return path;
}

/** Begins a dry run of the file that the dialog answers with. */
async function tryOut(page: Page): Promise<void> {
  await goTo(page, '/import');
  await page.getByRole('button', { name: 'Choose a file…' }).first().click();
  await page.getByRole('button', { name: 'Go on to the mapping' }).click();
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await page.getByRole('button', { name: 'Start the dry run' }).click();
}

test('a file that changed after the dry run is not imported unseen', async () => {
  const { page, app } = open;
  const file = fileOf('people.csv', 'Id,First name,Last name\n1,Ada,Quispe\n');
  await answerDialogs(app, { opened: file });
  await tryOut(page);
  await expect(page.getByText('Dry run, 1 row: 1 new')).toBeVisible();
  appendFileSync(file, '2,Grace,Okafor\n');
  await page.getByRole('button', { name: 'Import…' }).click();
  await form(page, 'Import people.csv').getByRole('button', { name: 'Import 1 person' }).click();
  await expect(page.getByText(/The file has changed since it was looked at/)).toBeVisible();
  await expect(page.getByText('The file has changed since this dry run')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await inspect(page, 'import-file-changed');
  expect((await invoke(page, 'persons.counts', {})).persons['active'] ?? 0).toBe(0);
  await page.getByRole('button', { name: 'Dry run again' }).click();
  await expect(page.getByText('Dry run, 2 rows: 2 new')).toBeVisible();
  await page.getByRole('button', { name: 'Import…' }).click();
  await form(page, 'Import people.csv').getByRole('button', { name: 'Import 2 persons' }).click();
  await expect(page.getByText('2 rows: 2 new', { exact: true })).toBeVisible();
});

test('an import is gone through by the keyboard: what goes on has the focus, and Ctrl+Enter presses it', async () => {
  const { page, app } = open;
  await answerDialogs(app, { opened: fileOf('by-keys.csv', 'Id,First name,Last name\n91,Marta,Solberg\n') });
  await goTo(page, '/import');
  await page.getByRole('button', { name: 'Choose a file…' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Go on to the mapping' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Go on to the dry run' })).toBeFocused();
  await inspect(page, 'import-by-keys');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Start the dry run' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Dry run, 1 row: 1 new')).toBeVisible();
  await expect(page.locator('[data-focus-home]')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(
    form(page, 'Import by-keys.csv').getByRole('button', { name: 'Import 1 person' }),
  ).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 row: 1 new', { exact: true })).toBeVisible();
  await expect(page.locator('[data-focus-home]')).toBeFocused();
});

test('a dry run that was cancelled is called so, and told once', async () => {
  const { page, app } = open;
  await answerDialogs(app, { opened: fileOf('cancelled.csv', 'Id,First name,Last name\n92,Wei,Zhang\n') });
  await tryOut(page);
  await expect(page.getByText('Dry run, 1 row: 1 new')).toBeVisible();
  const { jobs } = await invoke(page, 'jobs.list', {});
  const [last, ...others] = jobs;
  if (last === undefined) throw new Error('The dry run is a job.');
  const cancelled: Job = { ...last, state: 'cancelled' };
  await pretend(app, { 'jobs.list': { ok: true, value: { jobs: [cancelled, ...others] } } });
  await tell(app, { name: 'job.changed', payload: cancelled });
  await goTo(page, '/import');
  const rows = page.getByRole('row', { name: /cancelled\.csv/ });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Dry run cancelled');
  await inspect(page, 'import-dry-run-cancelled');
  await pretend(app, {});
});

interface Exported {
  readonly type: string;
  readonly streamId: string;
  readonly data: { readonly source?: string };
}

/** What was written of each person, without when. */
async function written(data: string): Promise<readonly string[]> {
  const { code, stdout } = await cli(['export', '--data', data]);
  expect(code).toBe(0);
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Exported);
  return events.map(({ type, streamId, data: content }) => JSON.stringify([streamId, type, content])).sort();
}

/** As many as take a while. */
function manyPersons(): string {
  const rows = Array.from({ length: ROWS }, (_, n) => `${n},Wanda${n},Many${n},w${n}@example.org\n`);
  return fileOf('many.csv', `Id,First,Last,E-mail\n${rows.join('')}`);
}

/** Under way, with some hundred rows done; answers the job's id. */
async function beginMany({ page, app }: OpenConsole, file: string): Promise<string> {
  await beginAs(page, 'Nadia Ferreira');
  await invoke(page, 'import.save-mapping', { mapping: MAPPING });
  await answerDialogs(app, { opened: file });
  await goTo(page, '/import');
  await page.getByRole('button', { name: 'More about many' }).click();
  await page.getByRole('menuitem', { name: 'Import a file by it…' }).click();
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await page.getByRole('button', { name: 'Import…' }).click();
  await form(page, 'Import many.csv').getByRole('button', { name: 'Import without a dry run' }).click();
  await page.waitForURL(/run=/);
  const jobId = /run=([^&]+)/.exec(page.url())?.[1] ?? '';
  await expect
    .poll(async () => (await invoke(page, 'import.results', { jobId, limit: 1 })).counts.rows, {
      intervals: [20],
    })
    .toBeGreaterThan(500);
  return jobId;
}

test('an import that the console died in goes on, and ends as if nothing had happened', async () => {
  test.setTimeout(180_000);
  const data = {
    ...folders,
    data: join(folders.folder, 'killed'),
    user: join(folders.folder, 'killed-user'),
  };
  const file = manyPersons();
  const first = await openConsole(data);
  const jobId = await beginMany(first, file);
  await kill(first);

  const second = await openConsole(data);
  await goTo(second.page, '/import');
  await second.page
    .getByRole('row', { name: /many\.csv Interrupted/ })
    .getByRole('button')
    .click();
  const { counts } = await invoke(second.page, 'import.results', { jobId });
  expect(counts.rows).toBeLessThan(ROWS);
  await expect(second.page.getByText(/The console closed before the import was done/)).toBeVisible();
  await inspect(second.page, 'import-killed');
  await second.page.getByRole('button', { name: 'Go on from there' }).click();
  await expect(second.page.getByText('6,000 rows: 6,000 new', { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await second.close();

  const undisturbed = join(folders.folder, 'undisturbed');
  const mapping = fileOf('many.mapping.json', JSON.stringify(MAPPING));
  expect((await cli(['import', file, '--mapping', mapping, '--data', undisturbed])).code).toBe(0);
  const expected = await written(undisturbed);
  expect(expected).toHaveLength(2 * ROWS);
  expect(await written(data.data)).toEqual(expected);
});

test('neither the window nor the console closes over an import without a question', async () => {
  test.setTimeout(120_000);
  const data = { ...folders, data: join(folders.folder, 'quit'), user: join(folders.folder, 'quit-user') };
  const first = await openConsole(data);
  const jobId = await beginMany(first, manyPersons());
  await answerQuestions(first.app, 'Keep working');
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => questionsAsked(first.app)).toEqual(['Work is under way: an import']);
  expect(await invoke(first.page, 'jobs.get', { jobId })).toMatchObject({ state: 'running' });
  await answerQuestions(first.app, 'Quit');
  const gone = first.app.waitForEvent('close');
  await first.app.evaluate(({ app }) => setImmediate(() => app.quit()));
  await gone;

  const second = await openConsole(data);
  expect(await invoke(second.page, 'jobs.get', { jobId })).toMatchObject({ state: 'interrupted' });
  await second.close();
});
