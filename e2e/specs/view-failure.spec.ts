import { expect, type Locator, test } from '@playwright/test';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { repair, spoilPersons } from '../harness/spoilt-view.ts';
import { aPerson, beginAs, chooseAction, form, goTo } from '../harness/steps.ts';

/** A view that really fails: nothing is lost, the operator sees where it stands, mends it and builds it anew. */
const folders = temporaryFolders();
let open: OpenConsole;
let personId = '';

test.beforeAll(async () => {
  open = await openConsole(folders);
  await beginAs(open.page, 'Nadia Ferreira');
  personId = await aPerson(open.page, 'Ana', 'Quispe');
  await aPerson(open.page, 'Grace', 'Okafor');
});
test.afterAll(async () => {
  expect(open.faults).toEqual([]);
  await open.close();
  folders.remove();
});

function viewRow(title: string): Locator {
  return open.page.getByRole('row', { name: new RegExp(`^${title}`) });
}

test('it stops at the event that it cannot take; the command stands, and the other views go on', async () => {
  const { page } = open;
  await spoilPersons(folders.data, 'Mamani', 'a row that cannot be written');
  await goTo(page, `/persons/${personId}`);
  await chooseAction(page, 'Rename');
  await form(page, 'Rename person').getByLabel('Family names').fill('Quispe Mamani');
  await form(page, 'Rename person').getByRole('button', { name: 'Rename person', exact: true }).click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('stopped');
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Quispe Mamani' })).toBeVisible();
  await inspect(page, 'view-failed-person');

  await goTo(page, '/maintenance');
  await expect(viewRow('Persons list')).toContainText('Stopped');
  await expect(page.getByText('Stopped at position 3: a row that cannot be written')).toBeVisible();
  await expect(viewRow('Search')).toContainText('Current');
  await inspect(page, 'view-failed-really');
});

test('trying again without a repair fails again, and says how; commands are taken meanwhile', async () => {
  const { page } = open;
  // In other words than before: what is shown is the new attempt, not the old one.
  await spoilPersons(folders.data, 'Mamani', 'still a row that cannot be written');
  await viewRow('Persons list').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Stopped at position 3: still a row that cannot be written')).toBeVisible();
  await aPerson(page, 'Hedy', 'Lamarr');
  await expect(page.getByRole('heading', { level: 1, name: 'Hedy Lamarr' })).toBeVisible();
  await goTo(page, '/persons');
  await expect(page.getByRole('row', { name: /Ana Quispe/ })).not.toContainText('Mamani');
  await expect(page.getByRole('row', { name: /Hedy Lamarr/ })).toHaveCount(0);
  await inspect(page, 'view-failed-list');
});

test('once it is repaired it is built anew, and shows all that happened', async () => {
  const { page } = open;
  await repair(folders.data);
  await goTo(page, '/maintenance');
  await viewRow('Persons list').getByRole('button', { name: 'Rebuild' }).click();
  await expect(viewRow('Persons list')).toContainText('Current');
  await goTo(page, '/persons');
  await expect(page.getByRole('row', { name: /Ana Quispe Mamani/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Hedy Lamarr/ })).toBeVisible();
  await inspect(page, 'view-failed-mended');
});

test('trying again is enough where nothing but the obstacle was wrong', async () => {
  const { page } = open;
  await spoilPersons(folders.data, 'Nkosi', 'no room for it');
  await aPerson(page, 'Thandiwe', 'Nkosi');
  await goTo(page, '/maintenance');
  await expect(page.getByText('Stopped at position 5: no room for it')).toBeVisible();
  await repair(folders.data);
  await viewRow('Persons list').getByRole('button', { name: 'Try again' }).click();
  await expect(viewRow('Persons list')).toContainText('Current');
  await expect(page.getByText(/Stopped at/)).toHaveCount(0);
  await goTo(page, '/persons');
  await expect(page.getByRole('row', { name: /Thandiwe Nkosi/ })).toBeVisible();
});
