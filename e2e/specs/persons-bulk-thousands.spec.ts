import { expect, type Locator, test } from '@playwright/test';
import type { Job } from '../../domain/contract/jobs.ts';
import { invoke } from '../harness/bridge.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { createLines, pourIn } from '../harness/many-persons.ts';
import { pretend, tell } from '../harness/pretend.ts';
import { beginAs, form } from '../harness/steps.ts';

/** A change to thousands of persons takes long enough to be followed, stopped and gone on with. */
const many = temporaryFolders();
const MANY = 6000;
let busy: OpenConsole;

test.beforeAll(async () => {
  await pourIn(many.data, createLines(MANY));
  busy = await openConsole(many);
  await beginAs(busy.page, 'Nadia Ferreira');
});
test.afterAll(async () => {
  expect([...busy.faults, ...busy.reports]).toEqual([]);
  await busy.close();
  many.remove();
});

/** A picture of the last job as it was under way: the job itself waits for nobody. */
async function lookAsUnderWay({ page, app }: OpenConsole, report: Locator): Promise<void> {
  const [job] = (await invoke(page, 'jobs.list', {})).jobs;
  if (job === undefined) throw new Error('There is no job.');
  const progress = { done: 2214, total: 6000, perSecond: 1842, secondsLeft: 2 };
  const running: Job = { ...job, state: 'running', endedAt: null, progress };
  await pretend(app, { 'jobs.list': { ok: true, value: { jobs: [running] } } });
  await tell(app, { name: 'job.changed', payload: running });
  await expect(report.getByText('1,842 a second').first()).toBeVisible();
  // What it has not come to yet is no failure as long as it runs.
  await expect(report.getByRole('radio', { name: /Still to come/ })).toBeVisible();
  await inspect(page, 'bulk-running');
  await pretend(app, {});
  await tell(app, { name: 'job.changed', payload: job });
}

test('a change is followed, cancelled, and runs on from where it was', async () => {
  // How long 6,000 changes take is the machine's doing.
  test.setTimeout(150_000);
  const { page } = busy;
  await expect(page.getByText('of 6,000')).toBeVisible();
  await page.getByRole('grid', { name: 'Persons' }).focus();
  await page.keyboard.press('Control+a');
  const selection = page.getByRole('region', { name: 'Selection' });
  await expect(selection).toContainText('6,000 selected');
  await selection.getByRole('button', { name: 'Deactivate…' }).click();
  const order = form(page, 'Deactivate 6,000 persons');
  await order.getByRole('button', { name: 'Show all: 6,000 will be deactivated' }).click();
  const everybody = order.getByRole('list', { name: '6,000 will be deactivated' });
  await expect(everybody.getByRole('listitem')).toHaveCount(1001);
  await expect(everybody.getByRole('listitem').last()).toHaveText('and 5,000 others');
  await order.getByRole('button', { name: 'Show more: 6,000 will be deactivated' }).click();
  await expect(everybody.getByRole('listitem')).toHaveCount(2001);
  await expect(everybody.getByRole('listitem').last()).toHaveText('and 4,000 others');
  await inspect(page, 'bulk-everybody');
  await order.getByLabel('Reason').fill('Test of the change to many');
  await order.getByRole('button', { name: 'Deactivate 6,000 persons' }).click();
  const report = form(page, 'Bulk deactivation');
  await report.getByRole('button', { name: 'Cancel' }).click();
  await expect(report.getByText(/of 6,000 deactivated, .* not reached/)).toBeVisible();
  await expect(report.getByRole('radio', { name: /Not reached/ })).toBeVisible();
  await inspect(page, 'bulk-cancelled');
  await lookAsUnderWay(busy, report);
  await report.getByRole('button', { name: 'Go on from there' }).click();
  await expect(report.getByText('6,000 of 6,000 deactivated')).toBeVisible({ timeout: 90_000 });
});
