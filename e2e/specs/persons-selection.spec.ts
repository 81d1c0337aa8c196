import { expect, type Locator, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { inspect } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { form, goTo } from '../harness/steps.ts';

/** Rows are ticked where their persons are in the selection, whatever has changed since it was taken. */
const [ada, grace, late] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const employ = (personId: string) =>
  submit(open.page, 'AddComponent', {
    personId,
    componentType: 'Employment',
    data: { company: 'Atlas', position: 'Engineer', current: true },
  });
const open = oneConsole(async () => {
  for (const [personId, given] of [
    [ada, 'Ada'],
    [grace, 'Grace'],
    [late, 'Zora'],
  ])
    await submit(open.page, 'CreatePerson', { personId, name: { givenNames: [given] } });
  await employ(ada);
  await employ(grace);
});

const grid = (): Locator => open.page.getByRole('grid', { name: 'Persons' });
const tick = (name: string): Locator => grid().getByRole('row', { name }).getByRole('checkbox');

test('whoever came to match after all were selected is not ticked, and whoever changed since still is', async () => {
  const { page } = open;
  await goTo(page, '/persons?employer=atlas');
  await expect(page.getByText('of 2')).toBeVisible();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('2 selected');
  await submit(page, 'UpdateName', { personId: ada, name: { givenNames: ['Ada Augusta'] } });
  await employ(late);
  await expect(grid().getByRole('row', { name: /Zora/ })).toBeVisible();
  await expect(tick('Zora')).not.toBeChecked();
  await expect(tick('Ada Augusta')).toBeChecked();
  await expect(tick('Grace')).toBeChecked();
  await expect(bar).toContainText('2 selected');
  await expect(grid().getByRole('checkbox', { name: 'Select all that match' })).not.toBeChecked();
  await inspect(page, 'persons-selected-then-more');
  await grid().locator('[data-index="2"] [data-mark]').click();
  await expect(page.getByText('Zora came to match after the others were selected')).toBeVisible();
  await expect(tick('Zora')).not.toBeChecked();
  await bar.getByRole('button', { name: 'Archive…' }).click();
  const order = form(page, 'Archive 2 persons');
  await expect(order.getByText('2 will be archived')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await expect(bar).toContainText('3 selected');
  await expect(tick('Zora')).toBeChecked();
});
