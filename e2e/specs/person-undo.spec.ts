import { expect, test } from '@playwright/test';
import { invoke, submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { inspect } from '../harness/look.ts';
import { aPerson, chooseAction, form, send } from '../harness/steps.ts';

/** What has an inverse is taken back: from its notice, by Ctrl+Z, and from the history. */
const open = oneConsole();

async function rename(family: string): Promise<void> {
  await open.page.keyboard.press('r');
  await form(open.page, 'Rename person').getByLabel('Family names').fill(family);
  await send(open.page, 'Rename person');
}

const notices = () => open.page.getByRole('region', { name: 'Notices' });
const undoButton = () => notices().getByRole('button', { name: 'Undo' });
const heading = (name: string) => open.page.getByRole('heading', { name, level: 1 });

async function types(personId: string): Promise<readonly string[]> {
  const { rows } = await invoke(open.page, 'persons.timeline', { personId });
  return rows.map(({ type }) => type);
}

test('a rename is undone from its notice', async () => {
  const { page } = open;
  const personId = await aPerson(open.page, 'Ioana', 'Popescu');
  await rename('Ionescu');
  await expect(undoButton()).toBeVisible();
  await undoButton().hover();
  await inspect(page, 'undo-offered');
  await undoButton().click();
  await expect(heading('Ioana Popescu')).toBeVisible();
  await expect(notices().getByText('Undone: person renamed')).toBeVisible();
  await inspect(page, 'undo-done');
  expect(await types(personId)).toEqual(['NameUpdated', 'NameUpdated', 'PersonCreated']);
});

test('Ctrl+Z walks back through what this window did, and asks once the notice is gone', async () => {
  const { page } = open;
  const personId = await aPerson(open.page, 'Tomasz', 'Nowak');
  await rename('Kowalski');
  await chooseAction(page, 'Deactivate…');
  await form(page, 'Deactivate person').getByLabel('Reason').fill('On leave');
  await send(page, 'Deactivate person');
  await expect(undoButton().last()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Rename', exact: true })).toBeVisible();
  for (const dismiss of await notices().getByRole('button', { name: 'Dismiss' }).all()) {
    if (await dismiss.isVisible()) await notices().getByRole('button', { name: 'Dismiss' }).first().click();
  }
  await page.keyboard.press('Control+z');
  const question = page.getByRole('alertdialog', { name: 'Undo “Person renamed”?' });
  await expect(question).toContainText('Tomasz');
  await inspect(page, 'undo-asked');
  await question.getByRole('button', { name: 'Undo' }).click();
  await expect(heading('Tomasz Nowak')).toBeVisible();
  expect(await types(personId)).toEqual([
    'NameUpdated',
    'PersonActivated',
    'PersonSuspended',
    'NameUpdated',
    'PersonCreated',
  ]);
});

test('after a creation, which cannot be taken back, Ctrl+Z asks before it takes back what was done to another', async () => {
  const { page } = open;
  const renamed = await aPerson(page, 'Amara', 'Diallo');
  await rename('Keita');
  await expect(undoButton().last()).toBeVisible();
  await aPerson(page, 'Leila', 'Haddad');
  await expect(notices().getByText('Person renamed')).toBeVisible();
  await page.keyboard.press('Control+z');
  const question = page.getByRole('alertdialog', { name: 'Undo “Person renamed”?' });
  await expect(question).toContainText('to Amara Keita');
  await question.getByRole('button', { name: 'Leave it' }).click();
  expect(await types(renamed)).toEqual(['NameUpdated', 'PersonCreated']);
});

test('in a text field Ctrl+Z belongs to the text', async () => {
  const { page } = open;
  const personId = await aPerson(open.page, 'Wei', 'Zhang');
  await rename('Zhao');
  await expect(undoButton().last()).toBeVisible();
  await page.keyboard.press('r');
  const field = form(page, 'Rename person').getByLabel('Family names');
  await field.focus();
  await page.keyboard.type('X');
  await page.keyboard.press('Control+z');
  await expect(form(page, 'Rename person')).toBeVisible();
  await page.keyboard.press('Escape');
  if (await page.getByRole('button', { name: 'Discard' }).isVisible())
    await page.getByRole('button', { name: 'Discard' }).click();
  expect((await types(personId)).length).toBe(2);
});

test('what somebody changed meanwhile is never overwritten', async () => {
  const { page } = open;
  const personId = await aPerson(open.page, 'Maria', 'Santos');
  await rename('Silva');
  await expect(undoButton().last()).toBeVisible();
  await submit(page, 'SetBirthDate', { personId, birthDate: '1990-04-01' });
  await undoButton().last().click();
  await expect(notices().getByText('Not undone: Maria Silva was changed since')).toBeVisible();
  await expect(notices()).toContainText('Since then: date of birth set by Nadia Ferreira');
  await notices().getByText('Not undone').hover();
  await inspect(page, 'undo-conflict');
  await expect(heading('Maria Silva')).toBeVisible();
  expect(await types(personId)).toEqual(['BirthDateSet', 'NameUpdated', 'PersonCreated']);
});

test('the newest change of a history is undone there, where it can be', async () => {
  const { page } = open;
  const personId = await aPerson(open.page, 'Chidi', 'Okafor');
  const componentId = crypto.randomUUID();
  const data = { address: 'chidi@example.org' };
  await submit(page, 'AddComponent', { personId, componentId, componentType: 'EmailAddress', data });
  await submit(page, 'RemoveComponent', { personId, componentId });
  const menu = page.getByRole('button', { name: 'More for E-mail address removed' });
  await expect(menu).toBeVisible();
  await menu.click();
  await inspect(page, 'undo-history');
  await page.getByRole('menuitem', { name: 'Undo this change' }).click();
  await expect(page.getByRole('button', { name: 'Edit e-mail address: chidi@example.org' })).toBeVisible();
  const { person } = await invoke(page, 'persons.get', { personId });
  expect(person['components']).toMatchObject([{ componentId, data }]);
  await submit(page, 'SetBirthDate', { personId, birthDate: '1990-04-01' });
  await expect(page.getByText('Date of birth set').first()).toBeVisible();
  // What is set once has no inverse.
  await expect(page.getByRole('button', { name: /^More for (E-mail|Date)/ })).toBeHidden();
});
