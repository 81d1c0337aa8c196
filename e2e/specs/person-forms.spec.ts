import { expect, type Page, test } from '@playwright/test';
import { invoke, submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { inspect } from '../harness/look.ts';
import { chooseAction, chooseOption, chooseZone, form, goTo, send } from '../harness/steps.ts';

/** Forms for what belongs to a person beside name, lifecycle and components, from where an operator would look. */
const person = crypto.randomUUID();
const open = oneConsole(async () => {
  const name = { givenNames: ['Ana María'], familyNames: ['Quispe'] };
  await submit(open.page, 'CreatePerson', { personId: person, name });
  await submit(open.page, 'AddComponent', {
    personId: person,
    componentType: 'Skill',
    data: { name: 'Sign language', proficiency: 'Expert' },
  });
  await goTo(open.page, `/persons/${person}`);
});

interface Recorded {
  readonly location: string | null;
  readonly identities: object;
  readonly metadata: object;
  readonly components: readonly { readonly type: string; readonly data: Record<string, unknown> }[];
}

async function recorded(): Promise<Recorded> {
  const { person: state } = await invoke(open.page, 'persons.get', { personId: person });
  return state as unknown as Recorded;
}

async function dataOf(type: string): Promise<Record<string, unknown> | undefined> {
  return (await recorded()).components.find((component) => component.type === type)?.data;
}

const sheetOf = (page: Page, title: string) => form(page, title);

test('the menu of a person offers what can be recorded', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: 'Assign location…' })).toBeVisible();
  await inspect(page, 'person-menu');
  await page.keyboard.press('Escape');
});

test('a location is assigned by key and taken away again', async () => {
  const { page } = open;
  await page.keyboard.press('m');
  await sheetOf(page, 'Assign location').getByLabel('Location').fill('lima');
  await inspect(page, 'form-location');
  await send(page, 'Assign location');
  expect((await recorded()).location).toBe('lima');
  await page.keyboard.press('m');
  await expect(sheetOf(page, 'Assign location').getByLabel('Location')).toHaveValue('lima');
  await sheetOf(page, 'Assign location').getByLabel('Location').fill('');
  await send(page, 'Assign location');
  expect((await recorded()).location).toBeNull();
});

test('name parts that say something are not folded away', async () => {
  const { page } = open;
  const personId = crypto.randomUUID();
  const name = { givenNames: ['Bernard'], familyNames: ['Sanders'], preferred: 'Bernie' };
  await submit(page, 'CreatePerson', { personId, name });
  await goTo(page, `/persons/${personId}?form=rename&person=${personId}`);
  const sheet = sheetOf(page, 'Rename person');
  await expect(sheet.getByLabel('Preferred name')).toHaveValue('Bernie');
  await expect(sheet.getByLabel('Preferred name')).toBeVisible();
  await goTo(page, `/persons/${person}?form=rename&person=${person}`);
  await expect(sheet.getByLabel('Family names')).toHaveValue('Quispe');
  await expect(sheet.getByLabel('Preferred name')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('an identity is linked, and metadata is written, changed and removed', async () => {
  const { page } = open;
  await chooseAction(page, 'Link identity…');
  await sheetOf(page, 'Link identity').getByLabel('System', { exact: true }).fill('ldap');
  await sheetOf(page, 'Link identity').getByLabel('Id in that system').fill('ana.quispe');
  await send(page, 'Link identity');
  expect((await recorded()).identities).toEqual({ ldap: 'ana.quispe' });

  await submit(page, 'UpdateMetadata', { personId: person, changes: { batch: '17', draft: 'yes' } });
  await chooseAction(page, 'Edit metadata…');
  const sheet = sheetOf(page, 'Edit metadata');
  await sheet.getByLabel('Value of batch').fill('18');
  await sheet.getByRole('button', { name: 'Remove draft' }).click();
  await sheet.getByRole('button', { name: 'Add an entry' }).click();
  await sheet.getByLabel('Name 2').fill('origin');
  await sheet.getByLabel('Value of origin').fill('register');
  await inspect(page, 'form-metadata');
  await send(page, 'Edit metadata', 'Save changes');
  expect((await recorded()).metadata).toEqual({ batch: '18', origin: 'register' });
});

test('a skill is endorsed from its row, a consent recorded, preferences saved', async () => {
  const { page } = open;
  await page.getByRole('button', { name: /^More for skill/ }).click();
  await page.getByRole('menuitem', { name: 'Endorse…' }).click();
  await sheetOf(page, 'Endorse skill').getByLabel('Endorsed by').fill('Grace Hopper');
  await inspect(page, 'form-endorse');
  await send(page, 'Endorse skill');
  const endorsements = Object.values((await dataOf('Skill'))?.['endorsements'] ?? {});
  expect(endorsements).toMatchObject([{ endorserName: 'Grace Hopper' }]);

  await chooseAction(page, 'Record consent…');
  const consent = sheetOf(page, 'Record consent');
  await consent.getByRole('button', { name: 'Record consent' }).click();
  await expect(consent.getByText('3 fields to fix before this can be sent')).toBeVisible();
  // One goes on in the first of them; the words that say so are read out.
  await expect(consent.getByRole('alert')).toBeVisible();
  await expect(consent.getByLabel('Consent', { exact: true })).toBeFocused();
  await consent.getByLabel('Consent', { exact: true }).fill('newsletter');
  await consent.getByRole('radio', { name: 'Yes' }).check();
  await consent.getByLabel('Version of the text').fill('2026-1');
  await inspect(page, 'form-consent');
  await send(page, 'Record consent');
  expect((await dataOf('PrivacyPreferences'))?.['consents']).toMatchObject({ newsletter: { granted: true } });

  await chooseAction(page, 'Communication preferences…');
  const preferences = sheetOf(page, 'Communication preferences');
  await preferences.getByLabel('Language').fill('es-PE');
  await preferences.getByRole('checkbox', { name: 'Post' }).check();
  await inspect(page, 'form-communication');
  await send(page, 'Communication preferences', 'Save preferences');
  expect(await dataOf('CommunicationPreferences')).toEqual({ language: 'es-PE', channels: ['Post'] });
});

test('an attribute is recorded from the palette, corrected and invalidated from its row', async () => {
  const { page } = open;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('record attr');
  await page.keyboard.press('Enter');
  const sheet = sheetOf(page, 'Record attribute');
  await chooseOption(sheet.getByLabel('Category'), 'Physical');
  await sheet.getByLabel('Name', { exact: true }).fill('Height');
  await chooseOption(sheet.getByLabel('Kind of value'), 'number');
  await sheet.getByLabel('Number', { exact: true }).fill('168');
  await sheet.getByLabel('Unit').fill('cm');
  await inspect(page, 'form-attribute');
  await send(page, 'Record attribute');
  expect((await dataOf('Attribute'))?.['value']).toEqual({ type: 'number', number: 168, unit: 'cm' });

  await page.getByRole('button', { name: /^More for attribute/ }).click();
  await inspect(page, 'component-menu');
  await page.getByRole('menuitem', { name: 'Correct…' }).click();
  await chooseOption(sheetOf(page, 'Correct attribute').getByLabel('Kind of value'), 'text');
  await sheetOf(page, 'Correct attribute').getByLabel('Text', { exact: true }).fill('tall');
  await send(page, 'Correct attribute', 'Save changes');
  expect((await dataOf('Attribute'))?.['value']).toEqual({ type: 'text', text: 'tall' });

  await page.getByRole('button', { name: /^More for attribute/ }).click();
  await page.getByRole('menuitem', { name: 'Invalidate…' }).click();
  await send(page, 'Invalidate attribute');
  expect((await dataOf('Attribute'))?.['invalidated']).toBeDefined();
  await expect(page.getByRole('button', { name: /^More for attribute/ })).toBeHidden();
});

test('a component to come is noted, and all of a type are removed', async () => {
  const { page } = open;
  await chooseAction(page, 'Note a component to come…');
  await chooseOption(sheetOf(page, 'Note a component to come').getByLabel('Type of component'), 'Website');
  await send(page, 'Note a component to come', 'Note component');
  expect(await dataOf('Website')).toEqual({});
  await chooseAction(page, 'Remove all of a type…');
  await chooseOption(sheetOf(page, 'Remove all of a type').getByLabel('Type of component'), 'Website');
  await inspect(page, 'form-remove-type');
  await send(page, 'Remove all of a type', 'Remove all');
  expect(await dataOf('Website')).toBeUndefined();
});

test('custom fields go with a component, and a person is worked on by all of this', async () => {
  const { page } = open;
  await page.getByRole('button', { name: /^Edit skill/ }).click();
  const sheet = sheetOf(page, 'Edit skill');
  await sheet.getByLabel('Name 1').fill('badge');
  await sheet.getByLabel('Value of badge').fill('B-1');
  await send(page, 'Edit skill', 'Save changes');
  await expect(page.getByText('B-1').first()).toBeVisible();
  await inspect(page, 'person-recorded');
});

test('times are shown and read in the zone of the settings, and kept in UTC', async () => {
  const { page } = open;
  const componentId = crypto.randomUUID();
  const [recordedAt, validFrom] = ['2026-01-05T10:00:00.123Z', '2026-01-01T00:00:00.000Z'];
  const value = { type: 'text', text: 'left-handed' };
  const data = { category: 'Physical', name: 'Hand', value, recordedAt, validFrom };
  await submit(page, 'AddComponent', { personId: person, componentId, componentType: 'Attribute', data });
  await goTo(page, '/settings');
  await chooseZone(page, 'tokyo');
  await goTo(page, `/persons/${person}?form=edit-component&person=${person}&component=${componentId}`);
  const sheet = sheetOf(page, 'Edit attribute');
  await expect(sheet.getByLabel('Recorded at')).toHaveValue('5 Jan 2026, 19:00:00 UTC+09:00');
  await expect(sheet.getByLabel('Valid from')).toHaveValue('1 Jan 2026, 09:00:00 UTC+09:00');
  const until = sheet.getByLabel('Valid until');
  await until.fill('in spring');
  await expect(sheet.getByText('Must be a date or a time, like 2026-11-14')).toBeVisible();
  await inspect(page, 'form-times');
  await until.fill('2026-03-01');
  await expect(sheet.getByText('Must be a date or a time')).toBeHidden();
  await expect(until).toHaveValue('2026-03-01');
  await until.press('Tab');
  await expect(until).toHaveValue('1 Mar 2026, 00:00:00 UTC+09:00');
  await send(page, 'Edit attribute', 'Save changes');
  const { components } = await recorded();
  expect(components.map((component) => component.data)).toContainEqual({
    ...data,
    validUntil: '2026-02-28T15:00:00.000Z',
  });
});
