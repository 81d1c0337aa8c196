import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { inspect } from '../harness/look.ts';
import { answerHeld, pretend, tell } from '../harness/pretend.ts';
import { goTo } from '../harness/steps.ts';
import { someJobs } from '../harness/some-jobs.ts';

/** What keeps the log in order, from the page: checks, rebuilds, copies, and what came of them. */
const open = oneConsole(async () => {
  for (const family of ['Quispe', 'Nkosi', 'Zhang'])
    await submit(open.page, 'CreatePerson', {
      personId: crypto.randomUUID(),
      name: { givenNames: ['Ana'], familyNames: [family] },
    });
});
test.beforeEach(async () => {
  await pretend(open.app, {});
  await goTo(open.page, '/maintenance');
});

/** The system's own dialog cannot be operated from here: it answers with this file, or with none. */
function chooseFile(filePath: string | null): Promise<void> {
  return open.app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, filePath);
}

test('begins with nothing done', async () => {
  const { page } = open;
  await expect(page.getByText('Nothing was done here yet')).toBeVisible();
  await expect(page.getByRole('row', { name: /Persons list.*Current/ })).toBeVisible();
  await inspect(page, 'maintenance-empty');
});

test('checks the log, says so on every page, and keeps the report', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    'In order: 3 events of 3 persons',
  );
  const row = page.getByRole('row', { name: /Check of the log and the views.*In order/ }).first();
  await expect(row).toContainText('Nadia Ferreira');
  await row.getByRole('button', { name: 'Check of the log and the views', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('In order: 3 events of 3 persons');
  await inspect(page, 'maintenance-report');
  await page.keyboard.press('Escape');
});

test('what was pressed is busy until the work is listed', async () => {
  const { page, app } = open;
  const check = page.getByRole('button', { name: 'Check now' });
  const rebuild = page.getByRole('row', { name: /^Search/ }).getByRole('button', { name: 'Rebuild' });
  await pretend(app, { 'jobs.start': 'never' });
  await check.click();
  await rebuild.click();
  await expect(check).toBeDisabled();
  await expect(rebuild).toBeDisabled();
  await inspect(page, 'maintenance-pressed');
  await pretend(app, {});
  await answerHeld(app);
  await expect(check).toBeEnabled();
  await expect(rebuild).toBeEnabled();
});

test('says what becomes of the log when a backup is restored', async () => {
  await expect(open.page.getByText('the present log is set aside, not deleted')).toBeVisible();
});

test('rebuilds a view', async () => {
  const { page } = open;
  const view = page.getByRole('row', { name: /^Search/ });
  const done = page.getByRole('row', { name: /Rebuild of “Search”.*3 events read/ });
  // What was pressed before; as long as that is under way, another one would be the same.
  await expect(done).toHaveCount(1);
  await view.getByRole('button', { name: 'Rebuild' }).click();
  await expect(done).toHaveCount(2);
  await expect(view).toContainText('Current');
});

test('writes a backup and an export where the operator says, and nothing where they choose nothing', async () => {
  const { page } = open;
  const [backup, lines] = [join(open.folders.folder, 'my.backup'), join(open.folders.folder, 'my.jsonl')];
  await chooseFile(null);
  await page.getByRole('button', { name: 'Back up…' }).click();
  await chooseFile(backup);
  await page.getByRole('button', { name: 'Back up…' }).click();
  await expect(page.getByRole('row', { name: /Backup of the log/ })).toHaveCount(1);
  await expect(page.getByRole('row', { name: /Backup of the log.*3 events/ })).toBeVisible();
  await chooseFile(lines);
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('row', { name: /Export of every event.*3 events/ })).toBeVisible();
  expect(existsSync(backup)).toBe(true);
  expect(readFileSync(lines, 'utf8').trim().split('\n')).toHaveLength(3);
  await chooseFile(lines);
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('row', { name: /Export of every event.*Failed/ })).toBeVisible();
});

test('forgets a result, and shows the others again after a restart', async () => {
  const { page } = open;
  const failed = page.getByRole('row', { name: /Export of every event.*Failed/ });
  await failed.getByRole('button', { name: /^Remove/ }).click();
  await expect(failed).toHaveCount(0);
  await open.restart();
  await goTo(open.page, '/maintenance');
  await expect(open.page.getByRole('row', { name: /Export of every event.*3 events/ })).toBeVisible();
});

test('shows work under way, in the status bar too, with a way to cancel it', async () => {
  const { page, app } = open;
  await pretend(app, { 'jobs.list': { ok: true, value: { jobs: someJobs } } });
  await tell(app, { name: 'job.changed', payload: someJobs[0] as never });
  const row = page.getByRole('row', { name: /Check of the log.*43 %/ });
  await expect(row.getByRole('button', { name: /^Cancel/ })).toBeVisible();
  const inBar = page.getByRole('contentinfo').getByRole('link', { name: 'Checking the log' });
  await expect(inBar).toHaveText('Checking the log 43 %');
  await inspect(page, 'maintenance-full');
  await page
    .getByRole('row', { name: /2 findings/ })
    .getByRole('button')
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText('events are missing');
  await inspect(page, 'maintenance-findings');
  await page.keyboard.press('Escape');
});

test('shows a stopped view with what can be done about it', async () => {
  const { page, app } = open;
  const error = { code: 'view-failed', message: 'The event could not be read', position: 2 };
  const stopped = { view: 'search', title: 'Search', state: 'stopped' as const, position: 1, head: 3 };
  const rest = { rows: null, skipped: [], rebuild: null };
  await pretend(app, {
    'views.status': { ok: true, value: { head: 3, views: [{ ...stopped, ...rest, error }] } },
  });
  await tell(app, { name: 'views.changed', payload: { view: 'search' } });
  await expect(page.getByText('Stopped at position 2: The event could not be read')).toBeVisible();
  await inspect(page, 'maintenance-stopped');
  await page.getByRole('button', { name: 'Skip event…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('a rebuild takes it in again');
  await page.getByRole('button', { name: 'Keep it' }).click();
});

test('says when it cannot be shown, and loads', async () => {
  const { page, app } = open;
  await pretend(app, { 'jobs.list': 'never' });
  await page.reload();
  await goTo(page, '/maintenance');
  await expect(page.getByText('Loading maintenance')).toBeAttached();
  await inspect(page, 'maintenance-loading');
  const error = {
    code: 'data-folder-readonly',
    kind: 'terminal',
    message: 'The data folder cannot be written.',
  } as const;
  await pretend(app, { 'jobs.list': { ok: false, error } });
  await page.reload();
  await goTo(page, '/maintenance');
  await expect(page.getByText('Maintenance cannot be shown')).toBeVisible();
  await inspect(page, 'maintenance-error');
});
