import { expect, type Locator, test } from '@playwright/test';
import { invoke, submit } from '../harness/bridge.ts';
import { inspect, keepScreenshot } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { goTo } from '../harness/steps.ts';

/** What is pointed at says more where there is more to say: in the console's own way, and once. */
const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Hohenschwangau-Oberammergau-Garmisch';

const open = oneConsole(async () => {
  for (const family of [LONG, 'Solberg']) {
    const name = { givenNames: ['Ingrid'], familyNames: [family] };
    await submit(open.page, 'CreatePerson', { personId: crypto.randomUUID(), name });
  }
  await goTo(open.page, '/persons');
  await expect(cell('Ingrid Solberg')).toBeVisible();
});

const cell = (name: string): Locator =>
  open.page.getByRole('grid').locator('[data-hint]').filter({ hasText: name }).first();
const hint = (): Locator => open.page.getByRole('tooltip');

test('a name that is cut off is told whole; one that can be read is not told again', async () => {
  // Its middle is cut off.
  await cell(LONG).hover({ position: { x: 30, y: 5 } });
  await expect(hint()).toContainText(`Ingrid ${LONG}`);
  await inspect(open.page, 'hint-name');
  await cell('Ingrid Solberg').hover();
  await expect(hint()).toHaveCount(0);
  // A time is told after it: had the name anything to say, it would have said so by now.
  await open.page.getByRole('grid').locator('time').first().hover();
  await expect(hint()).toContainText(/\d{4}, \d\d:\d\d:\d\d/);
  await keepScreenshot(open.page, 'hint-time');
});

test('it goes with the pointer, a key and the wheel, and comes back only when it is asked for again', async () => {
  const { page } = open;
  const time = page.getByRole('grid').locator('time').first();
  for (const leave of [
    () => page.keyboard.press('ArrowDown'),
    () => page.mouse.wheel(0, 40),
    () => page.getByRole('heading', { name: 'Persons' }).hover(),
  ]) {
    await time.hover();
    await expect(hint()).toBeVisible();
    await leave();
    await expect(hint()).toHaveCount(0);
    await page.getByRole('heading', { name: 'Persons' }).hover();
  }
});

test('no page has a tooltip of the system', async () => {
  const person = { name: { whole: 'Name' } };
  const mapping = { language: 1 as const, name: 'Members', source: 'club', key: 'No', person };
  await invoke(open.page, 'import.save-mapping', { mapping });
  for (const route of ['/persons', '/log', '/log?event=1', '/link', '/maintenance', '/settings', '/import']) {
    await goTo(open.page, route);
    await expect(open.page.locator('main')).toBeVisible();
    await expect(open.page.locator('main [title]')).toHaveCount(0);
  }
  // Under Import the saved mappings are read first.
  const members = open.page.getByRole('button', { name: 'Members', exact: true });
  await expect(members).toBeVisible();
  await expect(open.page.locator('main [title]')).toHaveCount(0);
  await members.hover();
  await expect(hint()).toHaveText('Version 1');
});
