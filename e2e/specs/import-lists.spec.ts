import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { expectKept } from '../harness/kill.ts';
import { inspect } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { chooseOption, form, goTo } from '../harness/steps.ts';

/** JSON whose rows hold a list each: mapped in the form, kept over a power cut, and imported again once it has changed. */
const open = oneConsole();

interface Stint {
  readonly at: string;
  readonly as: string;
}

const ada: readonly Stint[] = [
  { at: 'Harbour Logistics', as: 'Planner' },
  { at: 'Acme Freight', as: 'Clerk' },
];
const grace: readonly Stint[] = [{ at: 'Lindqvist Shipping', as: 'Pilot' }];

function crew(stints: readonly Stint[]): string {
  const path = join(open.folders.folder, 'crew.json');
  const rows = [
    { no: 'a1', first_name: 'Ada', last_name: 'Quispe', stints },
    { no: 'g2', first_name: 'Grace', last_name: 'Okafor', stints: grace },
  ];
  writeFileSync(path, JSON.stringify(rows));
  return path;
}

async function tryOut(): Promise<void> {
  await open.page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await open.page.getByRole('button', { name: 'Start the dry run' }).click();
}

test('a rule for each entry of a list is made in the form, and a power cut takes nothing of it', async () => {
  const { page, app } = open;
  await answerDialogs(app, { opened: crew(ada) });
  await goTo(page, '/import');
  await page.getByRole('button', { name: 'Choose a file…' }).first().click();
  await expect(page.getByText('2 rows')).toBeVisible();
  await page.getByRole('button', { name: 'Go on to the mapping' }).click();
  await chooseOption(page.getByLabel('Another rule for'), 'Employment');
  const rule = page.locator('details', { has: page.locator('summary', { hasText: 'Employment' }) });
  // It begins calm; what it lacks is said once one would go on.
  await expect(page.getByText(/to mend/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Go on to the dry run' }).click();
  await expect(page.getByText('2 things to mend before this can be imported')).toBeVisible();
  await expect(rule.getByRole('combobox', { name: 'Company', exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Go on to the dry run' })).toBeDisabled();
  await chooseOption(rule.getByLabel('One for'), 'stints');
  await chooseOption(rule.getByLabel('Company', { exact: true }), ':at');
  const name = rule.getByLabel('Name of the rule');
  await name.fill('');
  await name.pressSequentially('served');
  await expectKept(open.folders, 'served');
  await open.killAndOpen();
});

test('it goes on from there: each entry becomes one of its own', async () => {
  const { page } = open;
  await goTo(page, '/import');
  await page.getByRole('button', { name: 'crew.json' }).first().click();
  const rule = page.locator('details', { has: page.locator('summary', { hasText: 'served' }) });
  await expect(rule.locator('summary')).toContainText('each of stints · Company');
  await rule.locator('summary').click();
  await chooseOption(rule.getByLabel('Position', { exact: true }), ':as');
  await expect(rule.getByText('Harbour Logistics')).toBeVisible();
  await inspect(page, 'import-nested-list');
  await page.getByRole('button', { name: 'Save mapping' }).click();
  await tryOut();
  await expect(page.getByText('Dry run, 2 rows: 2 new')).toBeVisible();
  await page.getByRole('button', { name: 'Import…' }).click();
  await form(page, 'Import crew.json').getByRole('button', { name: 'Import 2 persons' }).click();
  await expect(page.getByText('2 rows: 2 new', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Ada Quispe' }).click();
  await expect(page.getByText('Harbour Logistics').first()).toBeVisible();
  await expect(page.getByText('Acme Freight').first()).toBeVisible();
});

test('a dry run of what has changed since says what would change, of whom', async () => {
  const { page, app } = open;
  const changed = ada.map((stint, index) => (index === 1 ? { ...stint, as: 'Harbour master' } : stint));
  await answerDialogs(app, { opened: crew(changed) });
  await goTo(page, '/import');
  await page.getByRole('button', { name: 'More about crew' }).click();
  await page.getByRole('menuitem', { name: 'Import a file by it…' }).click();
  await tryOut();
  await expect(page.getByText('Dry run, 2 rows: 1 changed, 1 unchanged')).toBeVisible();
  const row = page.getByRole('row', { name: /Ada Quispe/ });
  await expect(row).toContainText('Changed');
  await expect(row).toContainText('Employment changed: position');
  await inspect(page, 'import-changed');
});
