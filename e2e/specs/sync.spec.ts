import { expect, type Page, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { beginInstallation, linkState } from '../harness/connection-steps.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { type Nats, startNats } from '../harness/nats.ts';
import { beginAs, goTo } from '../harness/steps.ts';

/** Two windows of two data folders, and one server: the same person changed in both while they are apart. */
const ada = crypto.randomUUID();
const folders = { first: temporaryFolders(), second: temporaryFolders() };
let nats: Nats;
let first: OpenConsole;
let second: OpenConsole;

test.beforeAll(async () => {
  nats = await startNats();
  first = await openConsole(folders.first);
  second = await openConsole(folders.second);
  await beginAs(first.page, 'Nadia Ferreira');
  await beginAs(second.page, 'Kofi Mensah');
});

test.afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
  await nats.remove();
  folders.first.remove();
  folders.second.remove();
});

test.afterEach(() => {
  expect([...first.faults, ...first.reports, ...second.faults, ...second.reports]).toEqual([]);
});

async function connect(page: Page): Promise<void> {
  await goTo(page, '/link');
  await page.getByRole('button', { name: 'Add a connection…' }).click();
  await page.getByLabel('Server').fill(nats.url);
  await page.getByRole('button', { name: 'Save and use' }).click();
}

async function workOffline(page: Page): Promise<void> {
  await goTo(page, '/link');
  await page.getByRole('button', { name: 'Work offline' }).click();
  await expect(linkState(page, 'Working offline')).toBeVisible();
}

/** All that was done is out when it answers: who goes online first is who was faster. */
async function goOnline(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Go online' }).click();
  await expect(linkState(page, 'Live')).toBeVisible();
  await expect(page.getByText('Nothing waits: what is done here')).toBeVisible();
}

function name(family: string) {
  return { personId: ada, name: { givenNames: ['Ada'], familyNames: [family] } };
}

async function heading(page: Page): Promise<string> {
  await goTo(page, `/persons/${ada}`);
  return page.getByRole('heading', { level: 1 }).innerText();
}

test('without a server the link says what that means', async () => {
  const { page } = first;
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Link' }).click();
  await expect(page.getByText('No server is named. Everything is kept here')).toBeVisible();
  await submit(page, 'CreatePerson', name('Lovelace'));
  await expect(page.getByRole('cell', { name: 'Person created' })).toBeVisible();
  await inspect(page, 'link-none');
});

test('an installation is begun by a click, and not before', async () => {
  const { page } = first;
  await connect(page);
  await expect(page.getByText('No installation has begun on this server.')).toBeVisible();
  await inspect(page, 'link-begin');
  await beginInstallation(page);
  await expect(linkState(page, 'Live')).toBeVisible();
  await expect(page.getByText('Nothing waits: what is done here')).toBeVisible();
  await inspect(page, 'link-live');
});

test('another console has everything once it has joined', async () => {
  await connect(second.page);
  await expect(linkState(second.page, 'Live')).toBeVisible();
  await expect.poll(() => heading(second.page)).toBe('Ada Lovelace');
});

test('a change is seen by the other one at once', async () => {
  await goTo(second.page, `/persons/${ada}`);
  await submit(first.page, 'SetBirthDate', { personId: ada, birthDate: '1815-12-10' });
  await expect(second.page.getByText('10 Dec 1815').first()).toBeVisible();
});

test('both change the name while they are apart; one field each holds', async () => {
  for (const { page } of [first, second]) await workOffline(page);
  await submit(first.page, 'UpdateName', name('King'));
  await submit(second.page, 'UpdateName', name('Byron'));
  await submit(second.page, 'AssignLocation', { personId: ada, locationId: 'London' });
  await expect(second.page.getByRole('row', { name: /Name updated/ })).toBeVisible();
  await inspect(second.page, 'link-offline');
  for (const { page } of [first, second]) await goOnline(page);
});

test('the conflict shows what was there, theirs and mine, to both', async () => {
  for (const { page } of [first, second]) {
    await page.getByRole('link', { name: '1 conflict to decide' }).click();
    const row = page.getByRole('row', { name: /^Name/ });
    await expect(row).toContainText('Lovelace');
    await expect(row).toContainText('King');
    await expect(row).toContainText('Byron');
    await expect.poll(() => heading(page)).toBe('Ada King');
  }
  await goTo(second.page, '/conflicts');
  await inspect(second.page, 'conflicts');
});

test('it is dropped with a reason, taken up again, and carried out again; both show the same', async () => {
  const { page } = second;
  await page.getByRole('button', { name: 'Drop…' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Drop this change' });
  await dialog.getByRole('button', { name: 'Drop change' }).click();
  await expect(dialog.getByText('Enter a reason')).toBeVisible();
  await dialog.getByLabel('Reason').fill('King is right');
  await inspect(page, 'conflict-drop');
  await dialog.getByRole('button', { name: 'Drop change' }).click();
  await expect(page.getByText('Nothing to decide')).toBeVisible();
  await goTo(first.page, '/conflicts');
  await first.page.getByRole('radio', { name: /Dropped/ }).click();
  await expect(first.page.getByText('King is right')).toBeVisible();
  await inspect(first.page, 'conflicts-dropped');
  await first.page.getByRole('button', { name: 'Take up again' }).click();
  await page.getByRole('radio', { name: /To decide/ }).click();
  await page.getByRole('button', { name: 'Apply again' }).last().click();
  await expect(page.getByText('Nothing to decide')).toBeVisible();
  for (const each of [first, second]) await expect.poll(() => heading(each.page)).toBe('Ada Byron');
});

test('what lost stays in the history, struck through, and leads to its conflict and to what stands for it', async () => {
  const { page } = second;
  await goTo(page, `/persons/${ada}`);
  const history = page.getByRole('list', { name: 'What happened, newest first' });
  await expect(history.getByText('It was decided again on what they did')).toBeVisible();
  await inspect(page, 'superseded');
  await history.getByRole('link', { name: 'see the conflict' }).click();
  await expect(page.getByRole('article', { name: 'Rename: Ada Byron' })).toContainText('Carried out again');
});

test('a conflict is edited in the form of its change, with theirs beside mine, and applied', async () => {
  for (const { page } of [first, second]) await workOffline(page);
  await submit(first.page, 'UpdateName', {
    personId: ada,
    name: { givenNames: ['Augusta'], familyNames: ['King'] },
  });
  await submit(second.page, 'UpdateName', name('Noel'));
  for (const { page } of [first, second]) await goOnline(page);
  const { page } = second;
  await page.getByRole('link', { name: '1 conflict to decide' }).click();
  await page.getByRole('button', { name: 'Edit and apply…' }).click();
  const form = page.getByRole('dialog', { name: 'Rename person' });
  const given = form.getByRole('textbox', { name: 'Given names' });
  const family = form.getByRole('textbox', { name: 'Family names' });
  await expect(given).toHaveValue('Ada');
  await expect(family).toHaveValue('Noel');
  await inspect(page, 'conflict-form');
  await family.fill('');
  await given.fill('');
  await expect(form.getByText('Enter at least one given name or family name')).toBeVisible();
  await expect(given).toHaveAttribute('aria-invalid', 'true');
  await form
    .getByRole('group', { name: 'Given names' })
    .getByRole('radio', { name: /Theirs/ })
    .check();
  await expect(given).toHaveValue('Augusta');
  await family.fill('Noel Byron');
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Noel Byron');
  await page.reload();
  await expect(form.getByText('What you had typed before is here again.')).toBeVisible();
  await expect(family).toHaveValue('Noel Byron');
  await form.getByRole('button', { name: 'Rename person' }).click();
  await expect(page.getByText('Nothing to decide')).toBeVisible();
  for (const each of [first, second]) await expect.poll(() => heading(each.page)).toBe('Augusta Noel Byron');
});

test('several are dropped, taken up again and carried out at once, by keyboard alone', async () => {
  const { page } = second;
  const [one, two, gone] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const named = (personId: string, given: string) => ({
    personId,
    name: { givenNames: [given], familyNames: ['Byron'] },
  });
  for (const personId of [one, two, gone])
    await submit(first.page, 'CreatePerson', named(personId, 'Allegra'));
  await goTo(page, `/persons/${gone}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Allegra Byron');
  for (const each of [first, second]) await workOffline(each.page);
  for (const personId of [one, two]) {
    await submit(first.page, 'UpdateName', named(personId, 'Clara'));
    await submit(page, 'UpdateName', named(personId, 'Clare'));
  }
  await submit(first.page, 'ArchivePerson', { personId: gone, reason: 'Entered twice' });
  await submit(page, 'SetBirthDate', { personId: gone, birthDate: '1817-01-12' });
  for (const each of [first, second]) await goOnline(each.page);
  await page.getByRole('link', { name: '3 conflicts to decide' }).press('Enter');
  await page.getByRole('checkbox', { name: 'Select all 3' }).press('Space');
  await expect(page.getByText('3 of 3 selected')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Drop 3 changes' })).toBeVisible();
  await page.keyboard.type('Clara is right');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nothing to decide')).toBeVisible();
  // The list is gone, and the focus is on what leads to others.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: /To decide/ })).toBeFocused();
  await page.getByRole('radio', { name: /Dropped/ }).press('Enter');
  await page.getByRole('checkbox', { name: 'Select all 3' }).press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /To decide/ }).press('Enter');
  await page.getByRole('checkbox', { name: 'Select all 3' }).press('Space');
  await page.keyboard.press('Tab');
  const again = page.getByRole('group', { name: 'Selection' }).getByRole('button', { name: 'Apply again' });
  await expect(again).toBeFocused();
  await expect(again).toBeEnabled();
  await page.keyboard.press('Enter');
  const stayed = page.getByRole('alert');
  await expect(stayed).toContainText('1 of 3 conflicts stayed as they were');
  await expect(stayed).toContainText('The person is archived');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article')).toContainText('Archived meanwhile');
  await stayed.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(stayed).toHaveCount(0);
  await goTo(first.page, `/persons/${one}`);
  await expect(first.page.getByRole('heading', { level: 1 })).toHaveText('Clare Byron');
});

test('a server that is killed is seen within a second, and what is done meanwhile goes out afterwards', async () => {
  const { page } = first;
  await goTo(page, '/link');
  await expect(linkState(page, 'Live')).toBeVisible();
  await nats.kill();
  await expect(linkState(page, 'Connecting')).toBeVisible({ timeout: 1000 });
  await submit(page, 'UpdateName', name('Gordon'));
  await inspect(page, 'link-connecting');
  await nats.start();
  await expect(linkState(page, 'Live')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => heading(second.page), { timeout: 30_000 }).toBe('Ada Gordon');
});
