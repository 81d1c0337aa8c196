import { expect, test } from '@playwright/test';
import { invoke, submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { inspect } from '../harness/look.ts';
import { chooseOption, form, goTo, send } from '../harness/steps.ts';

/** Relationships as both sides have recorded them, and another person picked by name. */
const [maria, wei, ingrid] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const open = oneConsole(async () => {
  for (const [personId, given, family] of [
    [maria, 'Maria', 'Santos'],
    [wei, 'Wei', 'Zhang'],
    [ingrid, 'Ingrid', 'Solberg'],
  ]) {
    const name = { givenNames: [given], familyNames: [family] };
    await submit(open.page, 'CreatePerson', { personId, name });
  }
  const add = (personId: string, componentType: string, data: object) =>
    submit(open.page, 'AddComponent', { personId, componentType, data });
  await add(maria, 'Relationship', { otherPersonId: ingrid, relationshipType: 'Manager' });
  await add(maria, 'OrganizationRelationship', { organization: 'Royal Society', relation: 'Advisor' });
  await add(ingrid, 'OrganizationRelationship', { organization: 'Royal society', relation: 'Member' });
});

test('another person is picked by typing a name, by keyboard alone', async () => {
  const { page } = open;
  await goTo(page, `/persons/${ingrid}?form=add-component&person=${ingrid}&type=Relationship`);
  const sheet = form(page, 'Add relationship');
  await sheet.getByLabel('Other person').fill('zh');
  await expect(sheet.getByRole('option', { name: /Wei Zhang/ })).toBeVisible();
  await inspect(page, 'relationship-picker');
  await page.keyboard.press('Enter');
  await expect(sheet.getByText('Wei Zhang')).toBeVisible();
  await sheet.getByRole('textbox', { name: 'Relationship', exact: true }).fill('Mentor');
  await inspect(page, 'relationship-picked');
  await send(page, 'Add relationship');
  const { person } = await invoke(page, 'persons.get', { personId: ingrid });
  expect(person['components']).toMatchObject([
    { type: 'OrganizationRelationship' },
    { type: 'Relationship', data: { otherPersonId: wei, relationshipType: 'Mentor' } },
  ]);
});

test('a form that is chosen by its type does not begin with something wrong', async () => {
  const { page } = open;
  await goTo(page, `/persons/${ingrid}?form=add-component&person=${ingrid}`);
  await form(page, 'Add component').getByRole('combobox').fill('relationship');
  await page.keyboard.press('Enter');
  const sheet = form(page, 'Add relationship');
  await expect(sheet.getByLabel('Other person')).toBeFocused();
  await sheet.getByLabel('Other person').fill('zh');
  await expect(sheet.getByRole('option', { name: /Wei Zhang/ })).toBeVisible();
  await expect(sheet.getByText('Enter a value')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('a person shows whom they name, who names them, and who else is at an organisation', async () => {
  const { page } = open;
  await goTo(page, `/persons/${ingrid}`);
  const article = page.getByRole('article');
  await expect(article.getByRole('link', { name: 'Wei Zhang' }).first()).toBeVisible();
  const named = page.getByRole('region', { name: 'Named by others' });
  await expect(named.getByText('names them as: Manager')).toBeVisible();
  await expect(article.getByText('Also there')).toBeVisible();
  await inspect(page, 'person-related');
  // What others record meanwhile appears by itself.
  await submit(page, 'AddComponent', {
    personId: wei,
    componentType: 'Relationship',
    data: { otherPersonId: ingrid, relationshipType: 'Colleague' },
  });
  await expect(named.getByText('names them as: Colleague')).toBeVisible();
  await named.getByRole('link', { name: 'Maria Santos' }).click();
  await expect(page.getByRole('heading', { name: 'Maria Santos' })).toBeVisible();
  await expect(page.getByRole('article').getByRole('link', { name: 'Ingrid Solberg' }).first()).toBeVisible();
});

test('more than are read at once are not counted before they are, and are read on demand', async () => {
  const { page } = open;
  for (let count = 0; count < 101; count += 1) {
    const personId = crypto.randomUUID();
    await submit(page, 'CreatePerson', {
      personId,
      name: { givenNames: ['Ana'], familyNames: [`F${count}`] },
    });
    const add = (componentType: string, data: object) =>
      submit(page, 'AddComponent', { personId, componentType, data });
    await add('Relationship', { otherPersonId: maria, relationshipType: 'Mentor' });
    await add('OrganizationRelationship', { organization: 'Royal Society', relation: 'Member' });
  }
  await goTo(page, `/persons/${maria}`);
  const named = page.getByRole('region', { name: 'Named by others' });
  await expect(named.getByRole('heading')).toHaveText('Named by others100+');
  await expect(page.getByText('Also there')).toHaveCount(1);
  await expect(page.getByText(/^and more$/)).toBeVisible();
  await inspect(page, 'person-related-many');
  await named.getByRole('button', { name: 'Load more' }).click();
  await expect(named.getByRole('heading')).toHaveText('Named by others101');
  await expect(named.getByRole('listitem')).toHaveCount(101);
  await expect(named.getByRole('button', { name: 'Load more' })).toHaveCount(0);
});

test('a record is merged into another one that is found by name', async () => {
  const { page } = open;
  await goTo(page, `/persons/${maria}?form=merge&person=${maria}`);
  const sheet = form(page, 'Merge into another record');
  await sheet.getByLabel('Merge into').fill('ingr');
  await expect(sheet.getByRole('option', { name: /Ingrid Solberg/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await chooseOption(sheet.getByLabel('Reason'), 'DuplicateIdentity');
  await inspect(page, 'form-merge-picked');
  await send(page, 'Merge into another record', 'Merge records');
  await expect(page.getByText('Merged into').first()).toBeVisible();
});
