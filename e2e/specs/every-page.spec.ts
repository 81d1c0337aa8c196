import { expect, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { inspect } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';
import { goTo } from '../harness/steps.ts';

/** Every page and form of the console, in both themes: axe finds nothing, and a picture is kept. */
const [person, suspended] = [crypto.randomUUID(), crypto.randomUUID()];
const component = crypto.randomUUID();
const open = oneConsole(() => fill());

async function fill(): Promise<void> {
  const { page } = open;
  const names = [
    ['Ana María', 'Quispe'],
    ['Thandiwe', 'Nkosi'],
    ['Wei', 'Zhang'],
    ['Ingrid', 'Solberg'],
    ['Mehmet', 'Yılmaz'],
    ['Siobhán', 'Ní Dhomhnaill'],
  ];
  for (const [index, [given, family]] of names.entries()) {
    const personId = index === 0 ? person : index === 1 ? suspended : crypto.randomUUID();
    await submit(page, 'CreatePerson', { personId, name: { givenNames: [given], familyNames: [family] } });
  }
  await submit(page, 'SetBirthDate', { personId: person, birthDate: '1987-02-28' });
  const email = { personId: person, componentId: component, componentType: 'EmailAddress', primary: true };
  await submit(page, 'AddComponent', { ...email, data: { address: 'ana.quispe@example.org' } });
  await submit(page, 'AddComponent', {
    personId: person,
    componentType: 'Skill',
    data: { name: 'Sign language', category: 'Language', proficiency: 'Expert' },
  });
  await submit(page, 'UpdateName', {
    personId: person,
    name: { givenNames: ['Ana María'], familyNames: ['Quispe', 'Mamani'], convention: 'Spanish' },
  });
  await submit(page, 'DeactivatePerson', { personId: suspended, reason: 'On leave' });
  // The list shows the last command, and with it all of them: pictures then do not depend on how fast it follows.
  await expect(page.getByRole('row', { name: /Thandiwe Nkosi.*Deactivated/ })).toBeVisible();
  await expect(page.getByText(`1–${names.length} of ${names.length}`)).toBeVisible();
}

interface View {
  readonly name: string;
  readonly address: string;
  readonly shows: string;
}

const views: readonly View[] = [
  { name: 'persons', address: '/persons', shows: 'Ingrid Solberg' },
  { name: 'persons-preview', address: `/persons?selected=${person}`, shows: 'ana.quispe@example.org' },
  { name: 'persons-search', address: '/persons?q=solb', shows: 'Ingrid Solberg' },
  { name: 'persons-nothing-found', address: '/persons?q=qqqq', shows: 'qqqq' },
  { name: 'persons-suspended', address: '/persons?status=suspended', shows: 'Thandiwe Nkosi' },
  { name: 'person', address: `/persons/${person}`, shows: 'ana.quispe@example.org' },
  { name: 'person-suspended', address: `/persons/${suspended}`, shows: 'Reactivate' },
  { name: 'person-missing', address: `/persons/${crypto.randomUUID()}`, shows: 'person-missing' },
  { name: 'import', address: '/import', shows: 'Nothing was imported yet' },
  { name: 'maintenance', address: '/maintenance', shows: 'Check now' },
  { name: 'log', address: '/log', shows: 'Deactivated' },
  { name: 'log-detail', address: '/log?event=3', shows: 'Around it' },
  { name: 'log-filtered', address: '/log?types=%5B%22NameUpdated%22%5D', shows: '1 event found' },
  { name: 'log-nothing-found', address: '/log?types=%5B%22Nonsense%22%5D', shows: 'No event matches' },
  { name: 'log-missing-event', address: '/log?event=4711', shows: 'event-missing' },
  { name: 'no-such-page', address: '/nowhere', shows: 'There is no such page' },
];

const forms: readonly View[] = [
  { name: 'form-create', address: '/persons?form=create', shows: 'Create person' },
  { name: 'form-rename', address: `/persons/${person}?form=rename&person=${person}`, shows: 'Rename person' },
  {
    name: 'form-birth-date',
    address: `/persons/${suspended}?form=birth-date&person=${suspended}`,
    shows: 'Set date of birth',
  },
  {
    name: 'form-deactivate',
    address: `/persons/${person}?form=deactivate&person=${person}`,
    shows: 'Deactivate person',
  },
  {
    name: 'form-reactivate',
    address: `/persons/${suspended}?form=reactivate&person=${suspended}`,
    shows: 'Reactivate person',
  },
  { name: 'form-death', address: `/persons/${person}?form=death&person=${person}`, shows: 'Record death' },
  {
    name: 'form-archive',
    address: `/persons/${person}?form=archive&person=${person}`,
    shows: 'Archive person',
  },
  {
    name: 'form-choose-component',
    address: `/persons/${person}?form=add-component&person=${person}`,
    shows: 'Add component',
  },
  {
    name: 'form-add-employment',
    address: `/persons/${person}?form=add-component&person=${person}&type=Employment`,
    shows: 'Add employment',
  },
  {
    name: 'form-edit-component',
    address: `/persons/${person}?form=edit-component&person=${person}&component=${component}`,
    shows: 'Save changes',
  },
  {
    name: 'form-remove-component',
    address: `/persons/${person}?form=remove-component&person=${person}&component=${component}`,
    shows: 'Remove',
  },
];

for (const { name, address, shows } of [...views, ...forms]) {
  test(name, async () => {
    await goTo(open.page, address);
    await expect(open.page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
    await inspect(open.page, name);
  });
}

test('form with faults', async () => {
  await goTo(open.page, '/persons?form=create');
  await open.page.getByRole('dialog').getByRole('button', { name: 'Create person' }).click();
  await expect(open.page.getByRole('alert').first()).toBeVisible();
  await inspect(open.page, 'form-with-faults');
  await open.page.getByRole('button', { name: 'Cancel' }).click();
});

const panels: readonly [string, string, string][] = [
  ['palette', 'Control+k', ''],
  ['shortcuts', '?', ''],
  ['about', '', 'About this console'],
  ['operator', '', 'Operator'],
];
for (const [name, key, button] of panels) {
  test(name, async () => {
    const { page } = open;
    await goTo(page, '/persons');
    await expect(page.getByText('Ingrid Solberg').first()).toBeVisible();
    if (key === '')
      await page
        .getByRole('button', { name: new RegExp(button) })
        .first()
        .click();
    else await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await inspect(page, `panel-${name}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
}
