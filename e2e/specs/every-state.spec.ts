import type { ViewStatus } from '../../domain/contract/views.ts';
import { expect, test } from '@playwright/test';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import { invoke, submit } from '../harness/bridge.ts';
import { inspect } from '../harness/look.ts';
import { type OpenConsole, openConsole, ready, temporaryFolders } from '../harness/launch.ts';
import { pretend, tell } from '../harness/pretend.ts';
import { form, goTo } from '../harness/steps.ts';

/** What the pages look like when something is under way, in the way or wrong: axe finds nothing, a picture is kept. */
const folders = temporaryFolders();
let open: OpenConsole;

test.beforeAll(async () => {
  open = await openConsole(folders, {}, ['--demo']);
  await open.page.getByRole('button', { name: 'Not now' }).click();
  // What is looked at here does not grow with the window, axe's work does.
  await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1180, 640));
});
test.afterAll(async () => {
  await open.close();
  folders.remove();
});
test.afterEach(async () => {
  await pretend(open.app, {});
  await tell(open.app, { name: 'engine.state', payload: { state: 'running', error: null } });
});

const damaged: ConsoleError = {
  code: 'database-corrupt',
  kind: 'terminal',
  message: 'The log is damaged. Restore a backup.',
};

async function firstOf(status: 'active' | 'archived' | 'deceased' | 'merged', index = 0): Promise<string> {
  const { rows } = await invoke(open.page, 'persons.list', { status: [status], limit: 20 });
  return rows[index]?.personId ?? '';
}

for (const status of ['archived', 'deceased', 'merged'] as const) {
  test(`a person that is ${status}`, async () => {
    const { page } = open;
    await goTo(page, `/persons/${await firstOf(status)}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(/from the first on/)).toBeVisible();
    // The other record by name, at the top and in the history.
    const around = page
      .getByRole('article')
      .getByRole('link', { name: /\p{L}{2}/u })
      .locator('..');
    const into = around.filter({ hasText: /^\s*(Merged into|Into)/u });
    await expect(into).toHaveCount(status === 'merged' ? 2 : 0);
    await inspect(page, `person-${status}`);
  });
}

test('a form that somebody was faster than', async () => {
  const { page } = open;
  const personId = await firstOf('active', 3);
  await goTo(page, `/persons/${personId}?form=rename&person=${personId}`);
  const sheet = form(page, 'Rename person');
  await sheet.getByLabel('Family names').fill('Ashworth Lindqvist');
  const name = { givenNames: ['Iris'], familyNames: ['Ashworth-Hale'] };
  await submit(page, 'UpdateName', { personId, name, reason: 'As in the passport' });
  await sheet.getByRole('button', { name: 'Rename person' }).click();
  await expect(sheet.getByText('Name changed')).toBeVisible();
  await inspect(page, 'form-conflict');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
});

test('a command that a rule refuses', async () => {
  const { page } = open;
  const personId = crypto.randomUUID();
  const name = { givenNames: ['Tomasz'], familyNames: ['Nowak'] };
  await submit(page, 'CreatePerson', { personId, name });
  await submit(page, 'SetBirthDate', { personId, birthDate: '1990-04-01' });
  await goTo(page, `/persons/${personId}`);
  // A form that is opened before the page has heard of it is one that somebody was faster than.
  // The history may have heard of it already: the record says it by its side.
  await expect(page.getByText(/^Born/).locator('..')).toContainText('1 Apr 1990');
  await goTo(page, `/persons/${personId}?form=death&person=${personId}`);
  const sheet = form(page, 'Record death');
  await sheet.getByLabel('Date of death').fill('1980-01-01');
  await sheet.getByRole('button', { name: 'Record death', exact: true }).click();
  await expect(sheet.getByRole('alert').first()).toBeVisible();
  await expect(sheet.getByLabel('Date of death')).toHaveAccessibleDescription(/before .*, 1 Apr 1990/);
  await inspect(page, 'form-refused');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
});

test("a command's way", async () => {
  const { page } = open;
  await goTo(page, '/persons?form=create');
  const sheet = form(page, 'Create person');
  await sheet.getByLabel('Given names').fill('Grace');
  await sheet.getByLabel('Family names').fill('Okafor');
  await sheet.getByRole('button', { name: 'Create person' }).click();
  const way = page.getByRole('list', { name: 'Progress of the command' });
  // Nobody shares this log: the way ends with what can be seen here.
  await expect(way.getByRole('listitem')).toHaveText([/Accepted/, /Committed/, /Visible/]);
  await page.getByRole('region', { name: 'Notices' }).getByRole('status').hover();
  await inspect(page, 'command-progress');
  await page.getByRole('button', { name: 'Dismiss' }).click();
});

test('a command that a stopped view does not show yet', async () => {
  const { app, page } = open;
  const personId = await firstOf('active', 9);
  const { version } = await invoke(page, 'persons.get', { personId });
  const commandId = crypto.randomUUID();
  const value = { commandId, status: 'accepted', streamId: personId, version, events: [] };
  await goTo(page, `/persons/${personId}?form=deactivate&person=${personId}`);
  await pretend(app, { 'commands.submit': { ok: true, value } });
  const sheet = form(page, 'Deactivate person');
  await sheet.getByLabel('Reason').fill('On leave');
  await sheet.getByRole('button', { name: 'Deactivate person' }).click();
  await expect(sheet).toBeHidden();
  await tell(app, { name: 'command.update', payload: { commandId, stage: 'committed' } });
  const error = {
    code: 'view-stopped',
    kind: 'terminal',
    message: 'The view “Persons list” stopped',
  } as const;
  await tell(app, { name: 'command.update', payload: { commandId, stage: 'stalled', error } });
  await expect(page.getByText('Not visible yet')).toBeVisible();
  await inspect(page, 'command-stalled');
  await page.getByRole('button', { name: 'Dismiss' }).click();
});

test('a list and a person that are being loaded', async () => {
  const { app, page } = open;
  const personId = await firstOf('active', 9);
  await pretend(app, { 'persons.list': 'never', 'persons.get': 'never' });
  await goTo(page, `/persons?sort=updated&descending=true&selected=${personId}`);
  await page.reload();
  const list = page.getByRole('grid', { name: 'Persons' });
  await expect(list).toHaveAttribute('aria-busy', 'true');
  await expect(list).toHaveCSS('overflow-y', 'hidden');
  await expect(page.getByText('Loading the person')).toBeVisible();
  await inspect(page, 'persons-loading');
});

test('a list that cannot be read', async () => {
  const { app, page } = open;
  await pretend(app, { 'persons.list': { ok: false, error: damaged } });
  await goTo(page, '/persons?status=suspended');
  await page.reload();
  await ready(page);
  await expect(page.getByText('The list cannot be shown')).toBeVisible();
  await inspect(page, 'persons-error');
});

test('rows that could not be refreshed', async () => {
  const { app, page } = open;
  await goTo(page, '/persons');
  await page.reload();
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  await pretend(app, { 'persons.list': { ok: false, error: damaged } });
  await tell(app, { name: 'views.advanced', payload: { position: 1, streams: [] } });
  await expect(page.getByText(/The list may be out of date/)).toBeVisible();
  await inspect(page, 'persons-out-of-date');
});

const searched = { rows: [], next: 480_001, head: 1_000_000, reached: 480_001 };
const reachedAt = '2026-11-12T09:41:07.000Z';

test('a search of the log that goes on, that is stopped, and that goes on again', async () => {
  const { app, page } = open;
  await pretend(app, { 'log.page': { ok: true, value: { ...searched, reachedAt } } });
  await goTo(page, '/log?types=%5B%22PersonMerged%22%5D');
  await expect(page.getByText(/Searched to position 480,001, 12 Nov 2026/).first()).toBeVisible();
  await inspect(page, 'log-searching');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped before the search was through')).toBeVisible();
  await inspect(page, 'log-search-stopped');
  await pretend(app, {});
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText(/searched all/)).toBeVisible();
});

test('a log that is being loaded, that cannot be read, and that cannot be followed', async () => {
  const { app, page } = open;
  await pretend(app, { 'log.page': 'never', 'log.event': 'never' });
  await goTo(page, '/log?event=3');
  await page.reload();
  await expect(page.getByRole('grid', { name: 'Events' })).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByText('Loading the event')).toBeVisible();
  await inspect(page, 'log-loading');
  await pretend(app, { 'log.page': { ok: false, error: damaged } });
  await page.reload();
  await ready(page);
  await expect(page.getByText('The log cannot be shown')).toBeVisible();
  await inspect(page, 'log-error');
  await pretend(app, {});
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  await pretend(app, { 'log.page': { ok: false, error: damaged } });
  await tell(app, { name: 'log.appended', payload: { position: 1, streams: [] } });
  await expect(page.getByText(/The log may be out of date/)).toBeVisible();
  await inspect(page, 'log-out-of-date');
  await pretend(app, {});
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/The log may be out of date/)).toBeHidden();
});

test('a view that stopped, another that is rebuilt', async () => {
  const { app, page } = open;
  await goTo(page, '/persons');
  const { head, views } = await invoke(page, 'views.status', {});
  const [first, second, ...rest] = views;
  if (first === undefined || second === undefined) throw new Error('There are no views');
  const error = { code: 'view-failed', message: 'The event could not be read', position: head - 3 };
  const rebuild: ViewStatus['rebuild'] = {
    share: 0.42,
    eventsPerSecond: 21_000,
    secondsLeft: 12,
    needed: false,
  };
  const value = {
    head,
    views: [
      { ...first, state: 'stopped', position: head - 3, error },
      { ...second, state: 'rebuilding', rebuild },
      ...rest,
    ],
  };
  await pretend(app, { 'views.status': { ok: true, value } });
  await tell(app, { name: 'views.changed', payload: { view: first.view } });
  await expect(page.getByText(/stopped/).first()).toBeVisible();
  await inspect(page, 'view-stopped');
  await pretend(app, {});
  await tell(app, { name: 'views.changed', payload: { view: first.view } });
  await expect(page.getByText('Views up to date')).toBeVisible();
});

test('views that are first built: the list and a page say how far that is, and appear by themselves', async () => {
  const { app, page } = open;
  const personId = await firstOf('active', 3);
  const { head, views } = await invoke(page, 'views.status', {});
  const rebuild: ViewStatus['rebuild'] = {
    share: 0.42,
    eventsPerSecond: 21_000,
    secondsLeft: 12,
    needed: true,
  };
  const filled = views.map((view) => ({ ...view, state: 'rebuilding', position: 0, rebuild }));
  const error: ConsoleError = { code: 'person-not-in-views', kind: 'rejected', message: 'Not yet' };
  const none = { ok: true, value: { rows: [], total: 0, next: null } } as const;
  await goTo(page, '/maintenance');
  await pretend(app, {
    'views.status': { ok: true, value: { head, views: filled } },
    'persons.list': none,
    'persons.search': none,
    'persons.get': { ok: false, error },
  });
  await tell(app, { name: 'views.advanced', payload: { position: head, streams: [] } });
  await expect(page.getByRole('row', { name: /^Search.*Rebuilding, 42 %/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel rebuild' })).toHaveCount(0);
  await goTo(page, '/persons?sort=created');
  await expect(page.getByRole('heading', { name: 'The list is being built' })).toBeVisible();
  await expect(page.getByText('42 %, 12 s left', { exact: true })).toBeVisible();
  await inspect(page, 'views-built-list');
  await goTo(page, `/persons/${personId}`);
  await expect(page.getByRole('heading', { name: 'This person is not in the lists yet' })).toBeVisible();
  await inspect(page, 'views-built-person');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('nobody yet');
  await expect(page.getByText('The lists are still being built: 42 %, 12 s left')).toBeVisible();
  await page.keyboard.press('Escape');
  await pretend(app, { 'views.status': { ok: true, value: { head, views: filled } } });
  await tell(app, { name: 'views.advanced', payload: { position: head, streams: [] } });
  await expect(page.getByRole('article')).toBeVisible();
  await goTo(page, '/persons?sort=created');
  await expect(page.getByText('The list is being built: 42 %, 12 s left')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Persons' })).toBeVisible();
  await inspect(page, 'views-built-some');
  await pretend(app, {});
  await tell(app, { name: 'views.changed', payload: { view: 'summary' } });
  await expect(page.getByText(/is being built/)).toHaveCount(0);
});

test('an engine that is being restarted, and one that stays down', async () => {
  const { app, page } = open;
  await goTo(page, '/persons');
  await tell(app, { name: 'engine.state', payload: { state: 'restarting', error: null } });
  await expect(page.getByText(/is being restarted/)).toBeVisible();
  await inspect(page, 'engine-restarting');
  await tell(app, { name: 'engine.state', payload: { state: 'failed', error: damaged } });
  await expect(page.getByRole('button', { name: 'Open the data folder' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start the engine again' })).toBeVisible();
  await inspect(page, 'engine-failed');
});

for (const [name, button, address] of [
  ['columns', 'Columns', '/persons?q=ashw'],
  ['display', 'Display', '/persons/'],
  ['actions', 'More actions', '/persons/'],
] as const) {
  test(`the menu of ${name}`, async () => {
    const { page } = open;
    await goTo(page, address.endsWith('/') ? `${address}${await firstOf('active', 9)}` : address);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await inspect(page, `menu-${name}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
  });
}

test('the palette with persons found', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('ashw');
  await expect(page.getByRole('option', { name: /Ashworth/ }).first()).toBeVisible();
  await inspect(page, 'palette-found');
  await page.keyboard.press('Escape');
});
