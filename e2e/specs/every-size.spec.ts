import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { invoke } from '../harness/bridge.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { conflictsPage } from '../harness/conflict-states.ts';
import { linkStates } from '../harness/link-states.ts';
import { expectAccessible, keepWindowPicture, painted, setTheme, themes } from '../harness/look.ts';
import { type Pretence, pretend } from '../harness/pretend.ts';
import { misplaced, resize, type Size, tooWide } from '../harness/sizes.ts';
import { goTo } from '../harness/steps.ts';

/** Every page in windows from the smallest that is usual to the largest: nothing is cut off, nothing is lost in the room. */
const folders = temporaryFolders();
let open: OpenConsole;
let views: readonly View[] = [];

interface View {
  readonly name: string;
  readonly address: string;
  readonly shows: string;
  /** What the engine would say, where a state takes other systems to come to. */
  readonly answers?: Pretence;
}

/** A name that is no name of a person: right to left, and made to look like markup. */
const OPERATOR = 'نادية <b>Ferreira</b> الأندلسي, Department of Rather Long Names and Titles';

test.beforeAll(async () => {
  open = await openConsole(folders, {}, ['--demo']);
  await open.page.getByRole('button', { name: 'Not now' }).click();
  await invoke(open.page, 'operator.set', { name: OPERATOR });
  views = [...(await everyView(open.page)), ...(await importViews()), ...(await sharedViews(open.page))];
});
test.afterAll(async () => {
  await open.close();
  folders.remove();
});
test.afterEach(async () => {
  await pretend(open.app, {});
  expect([...open.faults, ...open.reports]).toEqual([]);
});

async function find(page: Page, text: string): Promise<string> {
  const { rows } = await invoke(page, 'persons.search', { text, limit: 1 });
  return rows[0]?.personId ?? '';
}

const LONG = 'Hohenschwangau';
const MARKUP = '<b>Bobby</b>';

async function everyView(page: Page): Promise<readonly View[]> {
  const [margaret, long, markup, rtl, han] = await Promise.all(
    ['margaret rose', 'hohenschwangau', 'bobby', 'الأندلسي', '欧阳'].map((text) => find(page, text)),
  );
  const person = (id = ''): string => `/persons/${id}`;
  const form = (id: string | undefined, rest: string): string => `${person(id)}?person=${id ?? ''}&${rest}`;
  const log = (id = ''): string => `/log?stream=person-${id}`;
  return [
    { name: 'list', address: '/persons', shows: 'Ashworth' },
    { name: 'list-long', address: `/persons?q=hohenschwangau&selected=${long ?? ''}`, shows: LONG },
    { name: 'list-markup', address: `/persons?q=bobby&selected=${markup ?? ''}`, shows: MARKUP },
    { name: 'list-nothing', address: '/persons?q=qqqq', shows: 'qqqq' },
    { name: 'person', address: person(margaret), shows: 'Lantern Quay' },
    { name: 'as-of', address: `${person(margaret)}?asOf=9`, shows: 'As of version 9' },
    { name: 'person-long', address: person(long), shows: LONG },
    { name: 'person-rtl', address: person(rtl), shows: 'الأندلسي' },
    { name: 'person-han', address: person(han), shows: '欧阳' },
    { name: 'compare', address: `${person(long)}/compare/${markup ?? ''}`, shows: 'Compare records' },
    { name: 'rename', address: form(long, 'form=rename'), shows: 'Rename person' },
    { name: 'merge', address: form(markup, `form=merge&into=${long ?? ''}`), shows: MARKUP },
    { name: 'form', address: form(rtl, 'form=add-component&type=Employment'), shows: 'Company' },
    { name: 'log', address: '/log', shows: 'What happened' },
    { name: 'log-long', address: log(long), shows: 'Created' },
    { name: 'log-detail', address: `${log(markup)}&event=1`, shows: 'Around it' },
    { name: 'maintenance', address: '/maintenance', shows: 'Check now' },
    { name: 'settings', address: '/settings', shows: 'Appearance' },
    { name: 'missing', address: '/nowhere', shows: 'There is no such page' },
  ];
}

/** A file that is being imported, in each of its steps. */
async function importViews(): Promise<readonly View[]> {
  const { app, page } = open;
  const file = join(folders.folder, 'People of the northern and the southern district offices.csv');
  writeFileSync(file, `Id,First,Last,E-mail\n1,${MARKUP},الأندلسي,bobby@example.org\n2,,,\n`);
  await answerDialogs(app, { opened: file });
  const chosen = await invoke(page, 'import.choose', {});
  const step = (name: string): string => `/import?file=${chosen.file?.fileId ?? ''}&step=${name}`;
  const run = await dryRun(page, chosen.file?.fileId ?? '');
  return [
    { name: 'import', address: '/import', shows: 'Saved mappings' },
    { name: 'import-file', address: step('file'), shows: 'northern' },
    { name: 'import-mapping', address: step('mapping'), shows: 'Given names' },
    { name: 'import-try', address: step('try'), shows: 'Start the dry run' },
    { name: 'import-run', address: `/import?run=${run}`, shows: '2 rows: ' },
  ];
}

/** Which rows are taken and which are refused does not matter here: there are some of both. */
async function dryRun(page: Page, fileId: string): Promise<string> {
  const { suggestion: mapping } = await invoke(page, 'import.inspect', { fileId });
  if (mapping === null) throw new Error('Nothing is suggested for this file.');
  const order = { fileId, mapping, dryRun: true, duplicates: 'skip' } as const;
  const { jobId } = await invoke(page, 'import.start', order);
  await expect.poll(async () => (await invoke(page, 'jobs.get', { jobId })).state).toBe('done');
  return jobId;
}

/** The link and the conflicts in states that take other systems, and hours to come to. */
async function sharedViews(page: Page): Promise<readonly View[]> {
  const info = await invoke(page, 'console.info', {});
  const conflicts: Pretence = { 'conflicts.list': { ok: true, value: conflictsPage('open', 6) } };
  return [
    { name: 'link', address: '/link', shows: 'Connections' },
    { name: 'conflicts', address: '/conflicts', shows: 'Nothing to decide' },
    ...linkStates.map(({ name, shows, answers }) => ({
      name: `link-${name}`,
      address: '/link',
      shows,
      answers: answers(info),
    })),
    { name: 'conflicts-kinds', address: '/conflicts', shows: 'Both changed: name.', answers: conflicts },
  ];
}

const sizes: readonly Size[] = [
  { width: 1024, height: 700, zoom: 1 },
  { width: 1280, height: 800, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1 },
  { width: 2560, height: 1440, zoom: 1 },
  { width: 3840, height: 2160, zoom: 1 },
  { width: 1024, height: 700, zoom: 2 },
];

const titleOf = ({ width, height, zoom }: Size): string =>
  `${width}x${height}${zoom === 1 ? '' : `-at-${zoom * 100}-percent`}`;

/** Leaves a form without an answer to whether what was typed may go: nothing was. */
async function show(page: Page, { address, shows, answers }: View): Promise<void> {
  await pretend(open.app, answers ?? {});
  await goTo(page, address);
  // What was asked before would be shown instead.
  if (answers !== undefined) await page.reload();
  await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
  await painted(page);
}

/** What the last views were pretended to show must not be shown by the first ones. */
async function forgetPretended(page: Page): Promise<void> {
  await pretend(open.app, {});
  await page.reload();
}

for (const size of sizes) {
  test(`every page at ${titleOf(size)}`, async () => {
    test.setTimeout(360_000);
    const { page, app } = open;
    await goTo(page, '/persons');
    await resize(open, size);
    const found: Record<string, readonly string[]> = {};
    // What is where does not depend on the theme: both are looked at where the room is tightest. Large pictures take
    // long, so that only the widest is kept besides.
    const tight = size.width === 1024;
    const looked = tight ? themes : (['light'] as const);
    const kept = tight || size.width === 3840;
    for (const theme of looked) {
      await forgetPretended(page);
      await setTheme(page, theme);
      for (const view of views) {
        await show(page, view);
        const wrong = [...(await misplaced(page)), ...(await tooWide(page)).map((each) => `wide: ${each}`)];
        if (wrong.length > 0) found[view.name] = wrong;
        // What is reachable and told does not depend on the size, but on what is folded away where there is no room.
        if (size.zoom === 2) await expectAccessible(page);
        if (kept) await keepWindowPicture(app, `size-${titleOf(size)}-${view.name}-${theme}`);
      }
    }
    expect(found).toEqual({});
  });
}

test('names that are none are shown as they are in palette, notices and dialogs', async () => {
  const { page, app } = open;
  await resize(open, { width: 1024, height: 700, zoom: 1 });
  for (const [name, text] of [
    ['long', 'hohenschwangau'],
    ['markup', 'bobby'],
    ['rtl', 'الأندلسي'],
    ['han', '欧阳'],
  ] as const) {
    await goTo(page, '/persons');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(text);
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await misplaced(page)).toEqual([]);
    await keepWindowPicture(app, `names-palette-${name}`);
    await page.keyboard.press('Escape');
    const personId = await find(page, text);
    await goTo(page, `/persons/${personId}?form=deactivate&person=${personId}`);
    await page.getByRole('dialog').getByLabel('Reason').fill('<i>On leave</i> إجازة');
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate person' }).click();
    await expect(page.getByRole('region', { name: 'Notices' }).getByRole('status').first()).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await misplaced(page)).toEqual([]);
    await keepWindowPicture(app, `names-notice-${name}`);
  }
  expect(await page.evaluate(() => document.querySelectorAll('main b, main img, footer b').length)).toBe(0);
});
