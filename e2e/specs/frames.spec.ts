import { expect, test } from '@playwright/test';
import { type Frames, framesWhile, framesWords } from '../harness/frames.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { createLines, pourIn } from '../harness/many-persons.ts';
import { beginAs, goTo } from '../harness/steps.ts';

/** The window moves smoothly with 100,000 persons, and while commands pour in. */
const folders = temporaryFolders();
const PERSONS = 100_000;
let open: OpenConsole;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await pourIn(folders.data, createLines(PERSONS));
  open = await openConsole(folders);
  await beginAs(open.page, 'Nadia Ferreira');
  await expect(open.page.getByText('of 100,000')).toBeVisible();
});
test.afterAll(async () => {
  expect([...open.faults, ...open.reports]).toEqual([]);
  await open.close();
  folders.remove();
});

function expectSmooth(what: string, frames: Frames): void {
  process.stdout.write(`    ${framesWords(what, frames)}\n`);
  expect(frames.count).toBeGreaterThan(100);
  expect(frames.late).toBeLessThanOrEqual(0.01);
  expect(frames.workP95Ms).toBeLessThanOrEqual(8);
}

test('an idle page, to know what the machine itself is late by', async () => {
  const { app, page } = open;
  const frames = await framesWhile(app, page, () =>
    page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 4000))),
  );
  process.stdout.write(`    ${framesWords('Idle', frames)}\n`);
});

test('scrolling through 100,000 rows', async () => {
  const { app, page } = open;
  const grid = page.getByRole('grid', { name: 'Persons' });
  await grid.hover();
  const frames = await framesWhile(app, page, async () => {
    for (let turn = 0; turn < 240; turn += 1) await page.mouse.wheel(0, 160);
  });
  expectSmooth('Scrolling 100,000 rows', frames);
});

test('the log while commands pour in', async () => {
  const { app, page } = open;
  await goTo(page, '/log');
  await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();
  const frames = await framesWhile(app, page, () => pourIn(folders.data, createLines(20_000, PERSONS)));
  await expect(page.getByText('120,000').first()).toBeVisible();
  expectSmooth('The log while 20,000 commands pour in', frames);
  expect(frames.mainHeldMs).toBeLessThanOrEqual(16);
});
