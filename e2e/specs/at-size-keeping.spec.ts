import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { consoleAtSize } from '../harness/at-size.ts';
import { invoke, submit } from '../harness/bridge.ts';
import { cli } from '../harness/cli.ts';
import { createLines, numberedId, PERSONS, pourIn } from '../harness/many-persons.ts';
import { repair, spoilPersons } from '../harness/spoilt-view.ts';
import { goTo } from '../harness/steps.ts';

/** What keeps a long log in order: rebuilds, checks, copies; each can be cancelled, and a view that failed is mended. */
const open = consoleAtSize();

const view = (title: string): Locator => open.page.getByRole('row', { name: new RegExp(`^${title}`) });
const work = (title: RegExp): Locator => open.page.getByRole('row', { name: title });

/** Work on so long a log takes long enough for somebody to think better of it. */
async function cancel(title: string): Promise<void> {
  // At once, however busy the machine is: some of it takes a second.
  await open.page.getByRole('button', { name: `Cancel: ${title}`, exact: true }).dispatchEvent('click');
  await expect(work(new RegExp(`^${title}.*Cancelled`)).first()).toBeVisible();
}

test('a check, a rebuild, a backup and an export are cancelled on the way, and leave nothing half-made', async () => {
  const { page, app } = open;
  await goTo(page, '/maintenance');
  await page.getByRole('button', { name: 'Check now' }).click();
  await cancel('Check of the log and the views');
  await view('Search').getByRole('button', { name: 'Rebuild' }).click();
  await cancel('Rebuild of “Search”');
  await expect(view('Search')).toContainText('Current');
  await answerDialogs(app, { saved: join(open.folders.folder, 'given-up.backup') });
  await page.getByRole('button', { name: 'Back up…' }).click();
  await cancel('Backup of the log');
  await answerDialogs(app, { saved: join(open.folders.folder, 'given-up.jsonl') });
  await page.getByRole('button', { name: 'Export…' }).click();
  await cancel('Export of every event');
  expect(readdirSync(open.folders.folder).filter((name) => name.startsWith('given-up'))).toEqual([]);
});

test('a view is built anew while the list is used; the check finds all in order', async () => {
  const { page } = open;
  await goTo(page, '/maintenance');
  const view = page.getByRole('row', { name: /^Persons list/ });
  await view.getByRole('button', { name: 'Rebuild' }).click();
  await expect(view).toContainText(/Rebuilding, \d+ %, [\d,]+ events? a second/);
  await goTo(page, '/persons');
  const grid = page.getByRole('grid', { name: 'Persons' });
  await grid.hover();
  await page.mouse.wheel(0, 3000);
  await expect(grid.getByRole('row').nth(5)).toBeVisible();
  await goTo(page, '/maintenance');
  await expect(page.getByRole('row', { name: /Rebuild of “Persons list”.*events read/ })).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('row', { name: /Check of the log.*In order/ })).toBeVisible({
    timeout: 60_000,
  });
});

test('the list stops at an event that it cannot take; repaired and built anew, it shows all that came since', async () => {
  const { page } = open;
  const { data } = open.folders;
  const personId = numberedId(42);
  await spoilPersons(data, 'Mamani', 'a row that cannot be written');
  await submit(page, 'UpdateName', {
    personId,
    name: { givenNames: ['Ana'], familyNames: ['Quispe Mamani'] },
  });
  await goTo(page, '/maintenance');
  await expect(view('Persons list')).toContainText('Stopped');
  await expect(page.getByText(/Stopped at position 120,001: a row that cannot be written/)).toBeVisible();
  await pourIn(data, createLines(300, PERSONS));
  await expect(view('Search')).toContainText('Current');
  await goTo(page, '/persons');
  await expect(page.getByText(/–\d+ of 100,000$/)).toBeVisible();
  await repair(data);
  await goTo(page, '/maintenance');
  await view('Persons list').getByRole('button', { name: 'Rebuild' }).click();
  await expect(view('Persons list')).toContainText('Current', { timeout: 60_000 });
  await goTo(page, '/persons?sort=updated&descending=true');
  await expect(page.getByText(/–\d+ of 100,300$/)).toBeVisible();
  await goTo(page, '/persons?q=mamani');
  await expect(page.getByRole('row', { name: /Ana Quispe Mamani/ })).toBeVisible();
});

test('a backup of all is written from the window and put in the place of the log; the check finds it in order', async () => {
  const backup = join(open.folders.folder, 'all.backup');
  const before = await invoke(open.page, 'console.info', {});
  await answerDialogs(open.app, { saved: backup });
  await goTo(open.page, '/maintenance');
  await open.page.getByRole('button', { name: 'Back up…' }).click();
  const written = new RegExp(`^Backup of the log.*${before.events.toLocaleString('en')} events`);
  await expect(work(written)).toBeVisible({ timeout: 30_000 });
  const personId = numberedId(43);
  await submit(open.page, 'UpdateName', { personId, name: { familyNames: ['Changed afterwards'] } });
  await open.restart(async () => {
    const { code, stderr } = await cli(['restore', backup, '--data', open.folders.data]);
    expect(code, stderr).toBe(0);
  });
  const { page } = open;
  await goTo(page, `/persons/${personId}`);
  // A backup holds the log alone: all views are built from it first.
  await expect(page.getByText('This person is not in the lists yet')).toBeVisible();
  await expect(page.getByText(/^\d+ %(, .* left)?$/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Margaret Turing 43' })).toBeVisible({
    timeout: 60_000,
  });
  const after = await invoke(page, 'console.info', {});
  expect(after.events).toBe(before.events);
  expect(after.origin).not.toBe(before.origin);
  await goTo(page, '/maintenance');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('In order', {
    timeout: 60_000,
  });
});
