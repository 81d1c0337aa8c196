import { expect, test } from '@playwright/test';
import { invoke } from '../harness/bridge.ts';
import { conflictsPage, refusal } from '../harness/conflict-states.ts';
import { linkStates } from '../harness/link-states.ts';
import { inspect } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { pretend } from '../harness/pretend.ts';
import { misplaced, resize, tooWide } from '../harness/sizes.ts';
import { goTo } from '../harness/steps.ts';

/** The link and the conflicts in states that take other systems, and hours to come to. */
const open = oneConsole(() =>
  resize({ app: open.app, page: open.page }, { width: 1024, height: 700, zoom: 1 }),
);
test.afterEach(() => pretend(open.app, {}));

async function look(name: string): Promise<void> {
  await inspect(open.page, name);
  expect([...(await misplaced(open.page)), ...(await tooWide(open.page))]).toEqual([]);
}

for (const { name, shows, answers } of linkStates) {
  test(`the link: ${name}`, async () => {
    const { app, page } = open;
    await pretend(app, answers(await invoke(page, 'console.info', {})));
    await goTo(page, '/link');
    await page.reload();
    await expect(page.getByText(shows).first()).toBeVisible();
    await look(`link-${name}`);
  });
}

test('a conflict of each kind says in words why it is one, and offers what can help', async () => {
  const { app, page } = open;
  await pretend(app, { 'conflicts.list': { ok: true, value: conflictsPage('open', 6) } });
  await goTo(page, '/conflicts');
  await page.reload();
  const cards = page.getByRole('article');
  for (const words of [
    'Both changed: name.',
    'another change in conflict: decide that one first',
    'Others archived the person',
    'Others merged the person into another one',
    'Others recorded the death of the person',
    'The person has no such component',
  ])
    await expect(cards.filter({ hasText: words })).toHaveCount(1);
  // A record that is closed for good takes no change, however often it is asked.
  await expect(cards.getByRole('button', { name: 'Apply again' })).toHaveCount(3);
  await expect(cards.getByRole('button', { name: 'Drop…' })).toHaveCount(6);
  await look('conflicts-kinds');
});

test('many are decided at once: how far it is, and of each that was refused, why', async () => {
  const { app, page } = open;
  const value = conflictsPage('open', 12);
  await pretend(app, {
    'conflicts.list': { ok: true, value },
    'conflicts.apply': 'never',
    'conflicts.drop': { ok: true, value: refusal },
  });
  await goTo(page, '/conflicts');
  await page.reload();
  await page.getByRole('checkbox', { name: 'Select all 12' }).check();
  const selection = page.getByRole('group', { name: 'Selection' });
  await selection.getByRole('button', { name: 'Drop…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Drop 12 changes' });
  await dialog.getByLabel('Reason').fill('Entered twice');
  await dialog.getByRole('button', { name: 'Drop 12 changes' }).click();
  await expect(page.getByRole('alert')).toContainText('12 of 12 conflicts stayed as they were');
  await look('conflicts-refused');
  await page.getByRole('checkbox', { name: 'Select all 12' }).check();
  await selection.getByRole('button', { name: 'Apply again' }).click();
  await expect(page.getByText('Decided 0 of 12')).toBeVisible();
  await look('conflicts-progress');
  await page.reload();
});
