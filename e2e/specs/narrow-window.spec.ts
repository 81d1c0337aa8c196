import { expect, type Page, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { expectAccessible, keepWindowPicture } from '../harness/look.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { misplaced, resize, type Size } from '../harness/sizes.ts';
import { beginAs, goTo } from '../harness/steps.ts';

/** In a narrow window, and enlarged, one thing has the stage at a time: nothing is cut off or scrolls sideways. */
const folders = temporaryFolders();
const personId = crypto.randomUUID();
const name = 'Ana María Quispe Mamani';
let open: OpenConsole;

test.beforeAll(async () => {
  open = await openConsole(folders);
  const { page } = open;
  await beginAs(page, 'Nadia Ferreira');
  await submit(page, 'CreatePerson', {
    personId,
    name: { givenNames: ['Ana María'], familyNames: ['Quispe', 'Mamani'], convention: 'Spanish' },
  });
  await submit(page, 'AddComponent', {
    personId,
    componentType: 'EmailAddress',
    primary: true,
    data: { address: 'ana.quispe@example.org' },
  });
});
test.afterAll(async () => {
  await open.close();
  folders.remove();
});

const sizes: readonly (Size & { readonly title: string })[] = [
  { title: 'below-900', width: 890, height: 700, zoom: 1 },
  { title: 'smallest', width: 720, height: 480, zoom: 1 },
  { title: 'usual-at-200-percent', width: 1360, height: 860, zoom: 2 },
  { title: 'smallest-at-200-percent', width: 720, height: 480, zoom: 2 },
];

const views: readonly (readonly [string, string, string])[] = [
  ['list', '/persons', name],
  ['preview', `/persons?selected=${personId}`, 'History'],
  ['person', `/persons/${personId}`, 'History'],
  ['form', `/persons/${personId}?form=add-component&person=${personId}&type=Employment`, 'Company'],
  ['log', `/log?types=%5B%22PersonCreated%22%5D&stream=person-${personId}&at=2`, 'Created'],
  ['event', '/log?event=1', 'Around it'],
];

for (const size of sizes) {
  test(`everything has its place: ${size.title}`, async () => {
    const { app, page } = open;
    await goTo(page, '/persons');
    await resize(open, size);
    for (const [view, address, shows] of views) {
      await goTo(page, address);
      await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
      await expect.poll(() => misplaced(page)).toEqual([]);
      await keepWindowPicture(app, `narrow-${size.title}-${view}`);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
}

/** Where the middle of a name's first line is, and the middles of the badge and the buttons beside it. */
function middles(page: Page): Promise<{ readonly line: number; readonly beside: readonly number[] }> {
  return page.evaluate(() => {
    const name = document.querySelector('article header h1') ?? document.body;
    const range = document.createRange();
    range.selectNodeContents(name);
    const middle = ({ top, height }: DOMRect): number => top + height / 2;
    const beside = [...document.querySelectorAll('article header button, article header h1 + span')];
    return {
      line: middle(range.getClientRects()[0] ?? new DOMRect()),
      beside: beside
        .filter((each) => each.checkVisibility())
        .map((each) => middle(each.getBoundingClientRect())),
    };
  });
}

test('what stands beside a name of several lines stands beside its first one', async () => {
  const { app, page } = open;
  const long = crypto.randomUUID();
  const familyNames = ['von und zu Hohenberg-Falkenstein auf Schloss Oberdorf am Wildbach', 'Quispe Mamani'];
  await submit(page, 'CreatePerson', { personId: long, name: { givenNames: ['Maximiliane'], familyNames } });
  await resize(open, { width: 1360, height: 860, zoom: 2 });
  for (const id of [long, personId]) {
    await goTo(page, `/persons/${id}`);
    await expect(page.getByRole('button', { name: 'More actions' })).toBeVisible();
    await expect(
      page.getByRole('heading', { level: 1, name: id === long ? 'Maximiliane' : name }),
    ).toBeVisible();
    const { line, beside } = await middles(page);
    expect(beside.length).toBeGreaterThan(2);
    for (const each of beside) expect(Math.abs(each - line)).toBeLessThan(3);
    await keepWindowPicture(app, `name-beside-${id === long ? 'several-lines' : 'one-line'}`);
  }
  await expectAccessible(page);
});

test('the detail takes the stage, and gives it back with the place in the list', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await resize(open, { width: 720, height: 480, zoom: 1 });
  const list = page.getByRole('grid', { name: 'Persons' });
  await page.getByRole('row', { name }).click();
  const detail = page.getByRole('article', { name });
  await expect(detail).toBeVisible();
  await expect(list).toBeHidden();
  const width = await detail.evaluate((element) => element.clientWidth);
  expect(width).toBeGreaterThan(720 - 76 - 20);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(list).toBeVisible();
  await expect(list).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('side by side again where there is room', async () => {
  const { page } = open;
  await resize(open, { width: 1200, height: 700, zoom: 1 });
  await goTo(page, `/persons?selected=${personId}`);
  await expect(page.getByRole('article', { name })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Persons' })).toBeVisible();
  await expect(page.getByRole('separator', { name: 'Width of the detail' })).toBeVisible();
});
