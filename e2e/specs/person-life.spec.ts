import { expect, test } from '@playwright/test';
import { invoke, submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { chooseAction, createPerson, form, goTo, personIdOf, send } from '../harness/steps.ts';

const open = oneConsole();

test('a person is created, edited, deactivated, reactivated, and still there after a restart', async () => {
  const { page } = open;
  await createPerson(page, 'Ana María', 'Quispe');
  await expect(page.getByRole('heading', { name: 'Ana María Quispe' })).toBeVisible();
  const personId = await personIdOf(page);

  await page.getByRole('button', { name: 'Add component' }).first().click();
  await page.getByLabel('Find a type of component').fill('e-mail');
  await page.keyboard.press('Enter');
  const email = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: /^Add e-?mail/i }) });
  await email
    .getByRole('textbox', { name: /e-?mail|address/i })
    .first()
    .fill('ana@example.org');
  await email.getByRole('button', { name: /^Add e-?mail/i }).click();
  await expect(page.getByText('ana@example.org').first()).toBeVisible();

  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await form(page, 'Rename person').getByLabel('Family names').fill('Quispe, Mamani');
  await send(page, 'Rename person');
  await expect(page.getByRole('heading', { name: 'Ana María Quispe Mamani' })).toBeVisible();

  await chooseAction(page, 'Deactivate…');
  await form(page, 'Deactivate person').getByLabel('Reason').fill('Left the programme');
  await send(page, 'Deactivate person');
  await expect(page.getByRole('button', { name: 'Reactivate' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rename', exact: true })).toBeHidden();

  await page.getByRole('button', { name: 'Reactivate' }).click();
  await form(page, 'Reactivate person').getByLabel('Reason').fill('Came back');
  await send(page, 'Reactivate person');
  await expect(page.getByRole('button', { name: 'Rename', exact: true })).toBeVisible();

  const before = await invoke(page, 'persons.get', { personId });
  await open.restart();
  await expect(open.page.getByText('Ana María Quispe Mamani').first()).toBeVisible();
  expect(await invoke(open.page, 'persons.get', { personId })).toEqual(before);
  const timeline = await invoke(open.page, 'persons.timeline', { personId });
  expect(timeline.rows.map((row) => [row.type, row.actor])).toEqual(
    ['PersonActivated', 'PersonSuspended', 'NameUpdated', 'ComponentAdded', 'PersonCreated'].map((type) => [
      type,
      'user:Nadia Ferreira',
    ]),
  );
});

test('creating and renaming need nothing but the keyboard', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await expect(page.getByRole('heading', { name: 'Persons', exact: true })).toBeVisible();
  await page.keyboard.press('c');
  await expect(form(page, 'Create person')).toBeVisible();
  await tabTo('Given names');
  await page.keyboard.type('Thandiwe');
  await tabTo('Family names');
  await page.keyboard.type('Nkosi');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Thandiwe Nkosi' })).toBeVisible();

  await page.keyboard.press('r');
  await expect(form(page, 'Rename person')).toBeVisible();
  await tabTo('Family names');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Nkosi-Dube');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Thandiwe Nkosi-Dube' })).toBeVisible();

  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Persons', exact: true })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('/');
  await page.keyboard.type('dube');
  await expect(page.getByRole('row', { name: /Thandiwe Nkosi-Dube/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Quispe/ })).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Thandiwe Nkosi-Dube' })).toBeVisible();
});

/** Presses Tab until the field has the focus, as somebody without a mouse would. */
async function tabTo(label: string): Promise<void> {
  const { page } = open;
  const field = page.getByRole('dialog').getByLabel(label);
  for (let press = 0; press < 20; press += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach "${label}"`);
}

test('a form that went stale is refused, shows what happened since, and keeps what was typed', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await createPerson(page, 'Ioana', 'Popescu');
  const personId = await personIdOf(page);
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  const sheet = form(page, 'Rename person');
  await sheet.getByLabel('Family names').fill('Ionescu');
  await invoke(page, 'commands.submit', {
    type: 'SetBirthDate',
    data: { personId, birthDate: '1990-04-01' },
  });
  await sheet.getByRole('button', { name: 'Rename person' }).click();
  await expect(sheet.getByText('This person changed while the form was open')).toBeVisible();
  await expect(sheet.getByLabel('Family names')).toHaveValue('Ionescu');
  await sheet.getByRole('button', { name: 'Take over the changes' }).click();
  await send(page, 'Rename person');
  await expect(page.getByRole('heading', { name: 'Ioana Ionescu' })).toBeVisible();
});

test('what was typed and taken away again does not come back', async () => {
  const { page } = open;
  const sheet = form(page, 'Rename');
  const drafts = () => page.evaluate(() => JSON.stringify(localStorage));
  await page.keyboard.press('r');
  const family = sheet.getByLabel('Family names');
  const before = await family.inputValue();
  await family.fill('Vaillancourt');
  await expect.poll(drafts).toContain('Vaillancourt');
  await family.fill(before);
  await expect.poll(drafts).not.toContain('Vaillancourt');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('a draft that is restored says what others changed since, and does not take it back', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await createPerson(page, 'Mirela', 'Dumitru');
  const personId = await personIdOf(page);
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  const sheet = form(page, 'Rename person');
  await sheet.getByLabel('Family names').fill('Dumitrescu');
  const drafts = () => page.evaluate(() => JSON.stringify(localStorage));
  await expect.poll(drafts).toContain('Dumitrescu');
  const name = { givenNames: ['Mirela Ana'], familyNames: ['Dumitru'] };
  await submit(page, 'UpdateName', { personId, name });
  await page.reload();
  await expect(sheet.getByText('What you had typed before is here again.')).toBeVisible();
  await expect(sheet.getByLabel('Given names')).toHaveValue('Mirela Ana');
  await expect(sheet.getByLabel('Family names')).toHaveValue('Dumitrescu');
  const overtaken = sheet.getByText('This person has changed since you typed this');
  await expect(overtaken).toBeVisible();
  await expect(sheet.getByText('Name changed')).toBeVisible();
  await sheet.getByRole('button', { name: 'Rename person' }).click();
  await expect(sheet.getByText(/What you sent was not carried out/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Take over the changes' }).click();
  await expect(overtaken).toBeHidden();
  // What was taken over is not asked again.
  await expect.poll(drafts).toContain(String.raw`{\"version\":2,`);
  await page.reload();
  await expect(sheet.getByLabel('Family names')).toHaveValue('Dumitrescu');
  await expect(overtaken).toBeHidden();
  await send(page, 'Rename person');
  await expect(page.getByRole('heading', { name: 'Mirela Ana Dumitrescu' })).toBeVisible();
});

test('what was sent can be changed again at once, and is sent once however often the key is pressed', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await createPerson(page, 'Tomasz', 'Nowak');
  const personId = await personIdOf(page);
  for (const family of ['Kowalski', 'Kowalczyk', 'Kowal']) {
    await page.keyboard.press('r');
    await form(page, 'Rename person').getByLabel('Family names').fill(family);
    await page.keyboard.down('Control');
    for (let press = 0; press < 3; press += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await expect(form(page, 'Rename person')).toBeHidden();
  }
  await expect(page.getByRole('heading', { name: 'Tomasz Kowal' })).toBeVisible();
  const { rows } = await invoke(page, 'persons.timeline', { personId });
  expect(rows.map((row) => row.version)).toEqual([4, 3, 2, 1]);
});

test('an id that is copied is on the clipboard, also from within a dialog', async () => {
  const { page, app } = open;
  const clipboard = () => app.evaluate(({ clipboard: system }) => system.readText());
  await goTo(page, '/persons');
  await createPerson(page, 'Chidi', 'Okafor');
  const personId = await personIdOf(page);
  await chooseAction(page, 'Copy id');
  await expect(page.getByText('Id copied')).toBeVisible();
  expect(await clipboard()).toBe(personId);
  await page.getByRole('button', { name: /About this console/ }).click();
  const copy = page
    .getByRole('dialog')
    .getByRole('button', { name: /^Copy / })
    .first();
  await copy.click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await clipboard()).not.toBe(personId);
  await page.keyboard.press('Escape');
});

test('a notice leaves the sheet and its button alone, and can be dismissed beside it', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await createPerson(page, 'Leilani', 'Kahale');
  await personIdOf(page);
  await chooseAction(page, 'Copy id');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  const sheet = form(page, 'Rename person');
  await expect(sheet).toBeVisible();
  // Until the sheet has slid in, it hides less than it will.
  await page.waitForFunction(() => document.getAnimations().length === 0);
  const notices = await page.locator('[data-beside-dialogs]').boundingBox();
  const edge = await sheet.boundingBox();
  expect((notices?.x ?? 0) + (notices?.width ?? 0)).toBeLessThanOrEqual(edge?.x ?? 0);
  await page.getByLabel('Dismiss').last().click();
  await expect(page.getByText('Id copied')).toBeHidden();
  await expect(sheet).toBeVisible();
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await expect(sheet).toBeHidden();
});

test('keys do not open what the lifecycle forbids', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await createPerson(page, 'Arjun', 'Mehta');
  await personIdOf(page);
  await chooseAction(page, 'Deactivate…');
  await form(page, 'Deactivate person').getByLabel('Reason').fill('Left');
  await send(page, 'Deactivate person');
  await page.keyboard.press('r');
  await page.keyboard.press('a');
  // The shortcuts open after whatever else was asked for before them.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a person that is missing is no refusal: the way leads to the persons', async () => {
  const { page } = open;
  await goTo(page, `/persons/${crypto.randomUUID()}`);
  await expect(page.getByText('Code person-missing')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
  await page.getByRole('button', { name: 'Go to persons' }).click();
  await expect(page.getByRole('grid', { name: 'Persons' })).toBeVisible();
});

test('a form in which nothing was typed follows what others change', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await createPerson(page, 'Sadia', 'Rahman');
  const personId = await personIdOf(page);
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  const sheet = form(page, 'Rename person');
  await expect(sheet.getByLabel('Family names')).toHaveValue('Rahman');
  await submit(page, 'UpdateName', { personId, name: { givenNames: ['Sadia'], familyNames: ['Khatun'] } });
  await expect(sheet.getByLabel('Family names')).toHaveValue('Khatun');
  await sheet.getByLabel('Given names').fill('Sadia Noor');
  await send(page, 'Rename person');
  await expect(page.getByRole('heading', { name: 'Sadia Noor Khatun' })).toBeVisible();
});

test('a form that does not show the record says what changed under it, and asks again', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await createPerson(page, 'Nino', 'Beridze');
  const personId = await personIdOf(page);
  await chooseAction(page, 'Archive…');
  const sheet = form(page, 'Archive person');
  await expect(sheet.getByLabel('Reason')).toBeVisible();
  await submit(page, 'SetBirthDate', { personId, birthDate: '1990-04-01' });
  const changed = sheet.getByText('This person changed while the form was open');
  await expect(changed).toBeVisible();
  await expect(sheet.getByText('Date of birth set')).toBeVisible();
  await sheet.getByLabel('Reason').fill('Left the organisation');
  await sheet.getByRole('button', { name: 'Archive person', exact: true }).click();
  await expect(sheet.getByText('What you sent was not carried out.')).toBeVisible();
  expect((await invoke(page, 'persons.get', { personId })).version).toBe(2);
  await expect(sheet.getByLabel('Reason')).toHaveValue('Left the organisation');
  await sheet.getByRole('button', { name: 'Archive person anyway' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText('Archived: Left the organisation')).toBeVisible();
});
