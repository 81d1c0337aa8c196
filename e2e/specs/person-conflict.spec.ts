import { expect, test } from '@playwright/test';
import { invoke, submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { inspect } from '../harness/look.ts';
import { staleEmployment } from '../harness/stale-form.ts';
import { aPerson, form, goTo, send } from '../harness/steps.ts';

/** Two edits of the same person: what both changed is decided field by field, and nothing that was typed is lost. */
const open = oneConsole();

async function lastEvent(personId: string): Promise<Record<string, unknown>> {
  const { rows } = await invoke(open.page, 'persons.timeline', { personId, limit: 1 });
  return JSON.parse(rows[0]?.data ?? '{}') as Record<string, unknown>;
}

test('an employment that two edited is put together field by field', async () => {
  const { page } = open;
  const personId = await aPerson(open.page, 'Maria', 'Santos');
  const sheet = await staleEmployment(page, personId);
  await inspect(page, 'conflict-fields');

  await sheet.getByRole('button', { name: 'Take over the changes' }).click();
  await expect(sheet.getByText('Choose mine or theirs')).toHaveCount(2);
  // The first choice has the focus: from here on the keyboard alone.
  await page.keyboard.press('Space');
  await expect(sheet.getByRole('group', { name: 'Position' }).getByLabel('Mine')).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(sheet.getByRole('group', { name: 'Department' }).getByLabel('Theirs')).toBeChecked();
  await inspect(page, 'conflict-chosen');
  await sheet.getByRole('button', { name: 'Take over the changes' }).click();
  await expect(sheet.getByLabel('Position')).toHaveValue('Head of post');
  await expect(sheet.getByLabel('Department')).toHaveValue('Logistics');
  await expect(sheet.getByLabel('Company')).toHaveValue('Analytica Ltd');
  await expect(sheet.getByRole('button', { name: 'Save changes' })).toBeFocused();
  await send(page, 'Edit employment', 'Save changes');
  expect(await lastEvent(personId)).toMatchObject({
    changes: { data: { position: 'Head of post', location: 'Leeds' } },
  });
  const { person } = await invoke(page, 'persons.get', { personId });
  expect(person['components']).toMatchObject([
    {
      data: {
        company: 'Analytica Ltd',
        position: 'Head of post',
        department: 'Logistics',
        location: 'Leeds',
      },
    },
  ]);
});

test('all of one side is one press, and what is theirs alone leaves nothing to send', async () => {
  const { page } = open;
  const personId = await aPerson(open.page, 'Ioana', 'Popescu');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  const sheet = form(page, 'Rename person');
  await sheet.getByLabel('Given names').fill('Ioana Maria');
  await sheet.getByLabel('Family names').fill('Ionescu');
  const name = { givenNames: ['Ioana Elena'], familyNames: ['Popa'] };
  await submit(page, 'UpdateName', { personId, name, reason: 'As in the passport' });
  await expect(sheet.getByText('2 fields changed by both of you')).toBeVisible();
  await sheet.getByRole('button', { name: 'Use all theirs' }).click();
  await sheet.getByRole('button', { name: 'Take over the changes' }).click();
  await expect(sheet.getByLabel('Family names')).toHaveValue('Popa');
  await sheet.getByRole('button', { name: 'Rename person' }).click();
  await expect(sheet.getByText('Nothing has been changed yet')).toBeVisible();
  await sheet.getByLabel('Family names').fill('Popa, Ionescu');
  await send(page, 'Rename person');
  await expect(page.getByRole('heading', { name: 'Ioana Elena Popa Ionescu' })).toBeVisible();
});

test('a form that adds says what happened, and sends anyway', async () => {
  const { page } = open;
  const personId = await aPerson(open.page, 'Chidi', 'Okafor');
  await goTo(page, `/persons/${personId}?form=add-component&person=${personId}&type=Skill`);
  const sheet = form(page, 'Add skill');
  await sheet.getByLabel('Skill', { exact: true }).fill('Carpentry');
  await submit(page, 'SetBirthDate', { personId, birthDate: '1990-04-01' });
  await expect(sheet.getByText('Date of birth set')).toBeVisible();
  await inspect(page, 'conflict-send-anyway');
  await sheet.getByRole('button', { name: 'Add skill anyway' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText('Carpentry').first()).toBeVisible();
});

test('what was typed about a component that others removed is still to be read', async () => {
  const { page } = open;
  const personId = await aPerson(open.page, 'Leilani', 'Kahale');
  const componentId = crypto.randomUUID();
  const data = { name: 'Weaving' };
  await submit(page, 'AddComponent', { personId, componentId, componentType: 'Skill', data });
  await page.getByRole('button', { name: /^Edit skill/ }).click();
  await form(page, 'Edit skill').getByLabel('Category').fill('Craft of the islands');
  await submit(page, 'RemoveComponent', { personId, componentId });
  const gone = page.getByRole('dialog', { name: 'This component is gone' });
  await expect(gone.getByText('Craft of the islands')).toBeVisible();
  await inspect(page, 'conflict-gone');
  await page.keyboard.press('Escape');
});
