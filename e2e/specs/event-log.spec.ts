import { expect, type Locator, test } from '@playwright/test';
import { invoke, submit } from '../harness/bridge.ts';
import { cli } from '../harness/cli.ts';
import { inspect, keepScreenshot } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { goTo } from '../harness/steps.ts';

/** The event log: found by filter, by place and by what led to what; and live while commands pour in. */
const [ada, hostile, arabic] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const chain = crypto.randomUUID();
const MARKUP = '<img src=x onerror=alert(1)>';
const PERSONS = 90;
const open = oneConsole(() => fill());
test.afterEach(async () => {
  if (await open.page.getByRole('dialog').isVisible()) await open.page.keyboard.press('Escape');
});

const named = (given: string, family: string) => ({ givenNames: [given], familyNames: [family] });

/** Position 1 is Ada, 2 to 6 happen to her; 7 is caused by 6; then many others. */
async function fill(): Promise<void> {
  const { page } = open;
  await submit(page, 'CreatePerson', { personId: ada, name: named('Ada', 'Byron') });
  await submit(page, 'SetBirthDate', { personId: ada, birthDate: '1815-12-10' });
  await submit(page, 'AddEmail', { personId: ada, address: 'ada@example.org', type: 'Work' });
  await submit(page, 'UpdateName', { personId: ada, name: named('Ada', 'Lovelace'), reason: 'Marriage' });
  await submit(page, 'DeactivatePerson', { personId: ada, reason: 'On leave' });
  const cause = await submit(page, 'ReactivatePerson', { personId: ada, reason: 'Back' });
  const data = { personId: hostile, name: named(MARKUP, 'L'.repeat(120)) };
  const ids = { correlationId: chain, causationId: cause.events[0]?.eventId ?? '' };
  await invoke(page, 'commands.submit', { type: 'CreatePerson', data, ...ids });
  await submit(page, 'CreatePerson', { personId: arabic, name: named('نادية', 'عبد الرحمن') });
  await createMany('Quispe', PERSONS);
}

async function createMany(family: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const name = named('Ana', `${family} ${String(index).padStart(3, '0')}`);
    await submit(open.page, 'CreatePerson', { personId: crypto.randomUUID(), name });
  }
}

const grid = (): Locator => open.page.getByRole('grid', { name: 'Events' });
const row = (position: number): Locator =>
  grid()
    .locator('[data-index]')
    .filter({ has: open.page.getByText(String(position), { exact: true }) });
const firstRow = (): Locator => grid().locator('[data-index="0"]');
const cursor = (): Locator => grid().locator('[data-cursor]');
const detail = (position: number): Locator =>
  open.page.getByRole('article', { name: `Event ${position}`, exact: true });
const footer = (): Locator => open.page.getByRole('region', { name: 'Event log' }).locator('footer');
const head = async (): Promise<number> => (await invoke(open.page, 'console.info', {})).events;

/** The position under the cursor, and where on the screen it stands. */
async function settledRow(): Promise<unknown> {
  const words = await cursor().getByRole('gridcell').first().textContent();
  return [words, await cursor().boundingBox()];
}

async function openLog(search = ''): Promise<void> {
  // From elsewhere, so that every test begins with a list of its own.
  await goTo(open.page, '/persons');
  await expect(open.page.getByRole('heading', { name: 'Persons' })).toBeVisible();
  await goTo(open.page, `/log${search}`);
  await expect(open.page.getByRole('heading', { name: 'Event log', level: 1 })).toBeVisible();
}

async function choose(key: string, text: string): Promise<void> {
  const { page } = open;
  await page.keyboard.press(key);
  await page.getByRole('combobox').fill(text);
}

test('the newest event stands first, in words, with whom it is about', async () => {
  await openLog();
  await expect(firstRow()).toContainText('Created');
  await expect(firstRow()).toContainText(`Quispe 0${PERSONS - 1}`);
  await expect(firstRow().getByRole('link')).toHaveAttribute('href', /persons/);
  await inspect(open.page, 'event-log');
});

test('whom a row names is the way to them, and Back leads to the list as it was', async () => {
  const { page } = open;
  await openLog();
  const link = firstRow().getByRole('link');
  const name = (await link.textContent()) ?? '';
  // A double click opens no event beside the list: it is the link's as well.
  await link.dispatchEvent('dblclick');
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.goBack();
  await expect(firstRow().getByRole('link')).toHaveText(name);
  await expect(page.getByRole('article')).toBeHidden();
});

test('the keyboard walks it: arrows, End, Enter, Esc', async () => {
  const { page } = open;
  await page.keyboard.press('l');
  await openLog();
  await expect(grid()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(cursor()).toHaveAttribute('data-index', '2');
  await page.keyboard.press('Enter');
  const at = (await head()) - 2;
  await expect(detail(at)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(detail(at - 1)).toBeVisible();
  await page.keyboard.press('End');
  await expect(detail(1)).toBeVisible();
  await inspect(page, 'event-log-detail');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toBeHidden();
  await expect(grid()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(cursor()).toHaveAttribute('data-index', '0');
});

test('filters are found by typing, taken off one by one, and kept by the address', async () => {
  const { page } = open;
  await openLog();
  await choose('f', 'relationship');
  await expect(page.getByText('No type, person, actor, time or id is called “relationship”')).toBeVisible();
  await page.getByRole('combobox').fill('nameup');
  await expect(page.getByRole('option', { name: 'NameUpdated' })).toBeVisible();
  await inspect(page, 'event-log-filter');
  await page.keyboard.press('Enter');
  await expect(footer()).toContainText('1 event found, searched all');
  await expect(row(4)).toContainText('Name changed');
  await choose('f', 'PersonSus');
  await page.keyboard.press('Enter');
  await expect(footer()).toContainText('2 events found');
  await choose('f', 'ada lovelace');
  await page.getByRole('option', { name: /Ada Lovelace/ }).click();
  const chips = page.getByRole('list', { name: 'Filters' });
  await expect(chips).toContainText('PersonAda Lovelace');
  await inspect(page, 'event-log-filtered');
  await page.reload();
  await expect(chips.getByRole('listitem')).toHaveCount(4);
  await expect(footer()).toContainText('2 events found');
  await page.goBack();
  await expect(chips.getByRole('listitem')).toHaveCount(3);
  await page.goForward();
  await chips.getByRole('button', { name: 'Remove filter: Type', exact: false }).first().click();
  await expect(footer()).toContainText('1 event found');
  await chips.getByRole('button', { name: 'Remove all' }).click();
  await expect(chips).toBeHidden();
  await expect(firstRow()).toContainText('Quispe');
});

test('an actor, a span of time and an id narrow it down as well', async () => {
  const { page } = open;
  await openLog();
  await choose('f', 'nadia');
  await page.keyboard.press('Enter');
  await choose('f', 'last hour');
  await page.keyboard.press('Enter');
  await choose('f', chain);
  await page.keyboard.press('Enter');
  await expect(footer()).toContainText('1 event found');
  await expect(row(7)).toContainText(MARKUP);
});

test('one goes to a position or a time, and up from there', async () => {
  const { page } = open;
  await openLog();
  await choose('g', '70');
  await inspect(page, 'event-log-jump');
  await page.keyboard.press('Enter');
  await expect(firstRow()).toContainText('Quispe 061');
  await expect(footer()).toContainText('Not live');
  await keepScreenshot(page, 'event-log-jumped');
  const before = await firstRow().boundingBox();
  await page.getByRole('button', { name: 'Show newer ones above' }).click();
  await expect(row(71)).toBeAttached();
  // What was first has stayed where it was.
  expect(await row(70).boundingBox()).toEqual(before);
  await page.getByRole('button', { name: 'Newest' }).click();
  await expect(footer()).toContainText('Live');
  await choose('g', '1 hour ago');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Down from position1');
  await choose('g', '2999-01-01');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Nothing has been recorded since 1 Jan 2999/)).toBeVisible();
});

test('the oldest come first where the header is asked', async () => {
  await openLog();
  await grid().getByRole('button', { name: 'Position' }).click();
  await expect(firstRow()).toContainText('Ada Byron');
  await expect(grid().getByRole('columnheader', { name: 'Position' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('what led to an event and what it led to are a step away, and so is all of a correlation', async () => {
  const { page } = open;
  await openLog('?event=7');
  await expect(detail(7)).toContainText(MARKUP);
  await inspect(page, 'event-log-hostile-name');
  await detail(7)
    .getByRole('button', { name: /Reactivated/ })
    .click();
  await expect(detail(6)).toBeVisible();
  await expect(detail(6)).toContainText('It is the newest');
  await detail(6)
    .getByRole('button', { name: /Created/ })
    .click();
  await expect(detail(7)).toBeVisible();
  await page.goBack();
  await detail(6)
    .getByRole('button', { name: /Deactivated/ })
    .click();
  await expect(detail(5)).toBeVisible();
  await goTo(page, '/log?event=7');
  await detail(7).getByRole('button', { name: 'Everything with this correlation' }).click();
  await expect(footer()).toContainText('1 event found');
  await goTo(page, '/log?event=6');
  await detail(6).getByRole('button', { name: 'Everything it led to' }).click();
  await expect(row(7)).toBeVisible();
  await detail(6).getByRole('button', { name: 'Everything of this person' }).click();
  await expect(footer()).toContainText('6 events found');
  await detail(6).getByRole('link', { name: 'Ada Lovelace' }).click();
  await expect(page.getByRole('heading', { name: 'Ada Lovelace' })).toBeVisible();
  await page.goBack();
  await expect(detail(6)).toBeVisible();
});

test('a name from right to left leaves everything around it in its place', async () => {
  await openLog(`?stream=person-${arabic}&event=8`);
  await expect(detail(8)).toContainText('نادية');
  await inspect(open.page, 'event-log-right-to-left');
});

test('ids, positions and whole events are copied', async () => {
  const { page } = open;
  await openLog('?event=4');
  for (const item of ['Copy position', 'Copy event id', 'Copy event as JSON']) {
    await detail(4).getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByText(/ copied$/).last()).toBeVisible();
  }
});

test('new events appear while one is at the top, and wait where one reads or has paused', async () => {
  const { page } = open;
  await openLog();
  await expect(footer()).toContainText('Live');
  for (const family of ['Mbeki', 'Nkosi']) {
    await createMany(family, 3);
    await expect(firstRow()).toContainText(`${family} 002`);
    await expect(footer()).not.toContainText('held');
  }

  await page.keyboard.press('p');
  await expect(footer()).toContainText('Paused');
  const top = await head();
  await createMany('Paused', 4);
  const waiting = page.getByRole('button', { name: '4 new events' });
  await expect(waiting).toBeVisible();
  await expect(firstRow()).toContainText('Nkosi 002');
  await inspect(page, 'event-log-waiting');
  await waiting.click();
  await expect(firstRow()).toContainText('Paused 003');
  expect(await head()).toBe(top + 4);
  await page.keyboard.press('p');

  await grid().focus();
  for (let press = 0; press < 40; press += 1) await page.keyboard.press('ArrowDown');
  await expect(footer()).toContainText('held while you read');
  const reading = await settledRow();
  await createMany('Later', 2);
  await expect(page.getByRole('button', { name: '2 new events' })).toBeVisible();
  expect(await settledRow()).toEqual(reading);
  await page.getByRole('button', { name: '2 new events' }).click();
  await expect(firstRow()).toContainText('Later 001');
});

test('nothing moves under the cursor while commands pour in from outside', async () => {
  const { page } = open;
  await openLog();
  await grid().focus();
  await page.keyboard.press('Enter');
  const reading = await settledRow();
  const before = await head();
  const lines = Array.from({ length: 300 }, (_, index) =>
    JSON.stringify({
      type: 'CreatePerson',
      data: { personId: crypto.randomUUID(), name: named('Poured', `In ${index}`) },
    }),
  );
  const result = await cli(['batch', '--data', open.folders.data], lines.join('\n'));
  expect(result.stderr + result.stdout).toContain('300');
  expect(await head()).toBe(before + 300);
  await expect(page.getByRole('button', { name: '300 new events' })).toBeVisible();
  expect(await settledRow()).toEqual(reading);
  await inspect(page, 'event-log-held');
  await page.keyboard.press('Escape');
  // Nobody reads any more, and the list is at its top: it follows again.
  await expect(firstRow()).toContainText('Poured');
  await expect(footer()).toContainText('Live');
});

test('dates are written out in a row as they are beside it', async () => {
  const data = { company: 'Royal Society', position: 'Fellow', startDate: '1833-04-09' };
  await submit(open.page, 'AddComponent', { personId: ada, componentType: 'Employment', data });
  await openLog();
  await expect(firstRow()).toContainText('Fellow, Royal Society (since 9 Apr 1833)');
});
