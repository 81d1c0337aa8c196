import { expect, type Page, test } from '@playwright/test';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import { invoke, submit } from '../harness/bridge.ts';
import { type OpenConsole, openConsole, ready, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { type Pretence, pretend, tell } from '../harness/pretend.ts';
import { goTo } from '../harness/steps.ts';

/** Each page while it loads, when it cannot be read, and when what it shows could not be refreshed. */
const folders = temporaryFolders();
let open: OpenConsole;
let margaret = '';
let twins: readonly string[] = [];

test.beforeAll(async () => {
  open = await openConsole(folders, {}, ['--demo']);
  const { page, app } = open;
  await page.getByRole('button', { name: 'Not now' }).click();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1180, 700));
  const find = async (text: string) => (await invoke(page, 'persons.search', { text, limit: 2 })).rows;
  margaret = (await find('margaret rose'))[0]?.personId ?? '';
  twins = (await find('pryce')).map(({ personId }) => personId);
});
test.afterAll(async () => {
  await open.close();
  folders.remove();
});
test.afterEach(() => pretend(open.app, {}));

const damaged: ConsoleError = {
  code: 'database-corrupt',
  kind: 'terminal',
  message: 'The log is damaged. Restore a backup.',
};

interface Route {
  readonly name: string;
  readonly address: () => string;
  /** What it asks for; all of it hangs, or fails. */
  readonly asks: readonly ProcedureName[];
  readonly shows: string | RegExp;
  readonly loading: string | RegExp;
  readonly error: string;
  readonly stale: string | RegExp;
  readonly changed: () => Push;
}

const advanced = (personId: string): Push => ({
  name: 'views.advanced',
  payload: { position: 1, streams: [`person-${personId}`] },
});
const appended: Push = { name: 'log.appended', payload: { position: 1, streams: [] } };

const routes: readonly Route[] = [
  {
    name: 'persons',
    address: () => '/persons?sort=created',
    asks: ['persons.list'],
    shows: 'Demo operator',
    loading: 'Persons',
    error: 'The list cannot be shown',
    stale: /The list may be out of date/,
    changed: () => advanced(margaret),
  },
  {
    name: 'preview',
    address: () => `/persons?selected=${margaret}`,
    asks: ['persons.get'],
    shows: 'margaret.hart@example.org (work)',
    loading: 'Loading the person',
    error: 'This person cannot be shown',
    stale: /The record may be out of date/,
    changed: () => advanced(margaret),
  },
  {
    name: 'person',
    address: () => `/persons/${margaret}`,
    asks: ['persons.get', 'persons.timeline'],
    shows: 'Lantern Quay',
    loading: 'Loading the person',
    error: 'This person cannot be shown',
    stale: /The record may be out of date/,
    changed: () => advanced(margaret),
  },
  {
    name: 'history',
    address: () => `/persons/${margaret}`,
    asks: ['persons.timeline'],
    shows: 'Identity linked',
    loading: 'Loading the history',
    error: 'The history cannot be shown',
    stale: /The history may be out of date/,
    changed: () => advanced(margaret),
  },
  {
    name: 'compare',
    address: () => `/persons/${twins[0] ?? ''}/compare/${twins[1] ?? ''}`,
    asks: ['persons.get'],
    shows: 'Only what differs',
    loading: 'Loading both records',
    error: 'The records cannot be compared',
    stale: /What is compared may be out of date/,
    changed: () => advanced(twins[0] ?? ''),
  },
  {
    name: 'log',
    address: () => '/log?event=4',
    asks: ['log.page'],
    shows: 'What happened',
    loading: 'Event log',
    error: 'The log cannot be shown',
    stale: /The log may be out of date/,
    changed: () => appended,
  },
  {
    name: 'log-detail',
    address: () => '/log?event=5',
    asks: ['log.event'],
    shows: 'Around it',
    loading: 'Loading the event',
    error: 'This event cannot be shown',
    stale: /The event may be out of date/,
    changed: () => appended,
  },
  {
    name: 'maintenance',
    address: () => '/maintenance',
    asks: ['views.status', 'jobs.list'],
    shows: 'Nothing was done here yet',
    loading: 'Loading maintenance',
    error: 'Maintenance cannot be shown',
    stale: /What this page says may be out of date/,
    changed: () => ({ name: 'views.changed', payload: { view: 'summary' } }),
  },
  {
    name: 'import',
    address: () => '/import',
    asks: ['jobs.list', 'import.mappings'],
    shows: 'Saved mappings',
    loading: 'Loading the imports',
    error: 'Imports cannot be shown',
    stale: /What this page says may be out of date/,
    changed: () => ({ name: 'engine.state', payload: { state: 'running', error: null } }),
  },
  {
    name: 'link',
    address: () => '/link',
    asks: ['link.status', 'connections.list'],
    shows: 'No connection is set up',
    loading: 'Loading the link',
    error: 'The link cannot be shown',
    stale: /What this page says may be out of date/,
    changed: () => ({ name: 'engine.state', payload: { state: 'running', error: null } }),
  },
  {
    name: 'conflicts',
    address: () => '/conflicts',
    asks: ['conflicts.list'],
    shows: 'Nothing to decide',
    loading: 'Loading the conflicts',
    error: 'The conflicts cannot be shown',
    stale: /This list may be out of date/,
    changed: () => appended,
  },
  {
    name: 'settings',
    address: () => '/settings',
    asks: ['console.info'],
    shows: 'Data and versions',
    loading: '',
    error: 'The console cannot start',
    stale: /The data folder’s state may be out of date/,
    changed: () => appended,
  },
];

function answering(asks: readonly ProcedureName[], answer: 'never' | 'damaged'): Pretence {
  const reply = answer === 'never' ? 'never' : { ok: false as const, error: damaged };
  return Object.fromEntries(asks.map((name) => [name, reply]));
}

async function seen(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByText(text).filter({ visible: true }).first()).toBeAttached();
}

for (const { name, address, asks, shows, loading, error, stale, changed } of routes) {
  test(`${name}: loading, not to be read, out of date`, async () => {
    const { app, page } = open;
    await goTo(page, address());
    await seen(page, shows);
    await pretend(app, answering(asks, 'damaged'));
    await tell(app, changed());
    await seen(page, stale);
    await inspect(page, `state-${name}-stale`);
    await pretend(app, {});
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(page.getByText(stale)).toBeHidden();
    if (loading !== '') {
      await pretend(app, answering(asks, 'never'));
      await page.reload();
      await seen(page, loading);
      await inspect(page, `state-${name}-loading`);
    }
    await pretend(app, answering(asks, 'damaged'));
    await page.reload();
    await ready(page);
    await seen(page, error);
    await seen(page, 'database-corrupt');
    await inspect(page, `state-${name}-error`);
    await pretend(app, {});
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await seen(page, shows);
    await expect(page.getByText(error)).toBeHidden();
  });
}

test('parts of a page that cannot be read say so in their place: the rest stands', async () => {
  const { app, page } = open;
  await submit(page, 'AddComponent', {
    personId: margaret,
    componentType: 'OrganizationRelationship',
    data: { organization: 'Royal Society', relation: 'Advisor' },
  });
  await pretend(app, answering(['persons.duplicates', 'persons.relatedTo', 'persons.counts'], 'damaged'));
  await goTo(page, `/persons/${margaret}`);
  await page.reload();
  await ready(page);
  await seen(page, 'Lantern Quay');
  await seen(page, /Who may be the same could not be read/);
  await seen(page, /Who names this person could not be read/);
  await seen(page, /Who else is there could not be read/);
  await inspect(page, 'person-parts-unread');
  await goTo(page, '/persons');
  const counts = page.getByRole('button', { name: /How many there are of each could not be read/ });
  await expect(counts).toBeVisible();
  await inspect(page, 'persons-counts-unread');
  await pretend(app, {});
  await counts.click();
  await expect(counts).toBeHidden();
});
