import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { beginInstallation, filesHolding, linkState, WITHOUT_KEYRING } from '../harness/connection-steps.ts';
import { type Keyring, startKeyring } from '../harness/keyring.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { type Nats, startNats } from '../harness/nats.ts';
import { beginAs, chooseOption, form, goTo } from '../harness/steps.ts';

/** A server that wants a password: where a keyring guards it it is there after a restart, else it is asked for again. */
const PASSWORD = 'correct-horse-battery-staple';
let nats: Nats;

test.beforeAll(async () => {
  nats = await startNats(`authorization { users: [ { user: ada, password: "${PASSWORD}" } ] }`);
});

test.afterAll(() => nats.remove());

async function describe(page: Page, password: string): Promise<void> {
  await goTo(page, '/link');
  await page.getByRole('button', { name: 'Add a connection…' }).click();
  const sheet = form(page, 'Add a connection');
  await sheet.getByLabel('Server').fill(nats.url);
  await sheet.getByLabel('Name').fill('Head office');
  await chooseOption(sheet.getByLabel('Signs in with'), 'User and password');
  await sheet.getByLabel('User', { exact: true }).fill('ada');
  await sheet.getByLabel('Password').fill(password);
}

test('with a keyring: a wrong password is named by a test, the right one is there after a restart', async () => {
  const folders = temporaryFolders();
  const home = join(folders.folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  const keyring: Keyring = await startKeyring(home);
  let console: OpenConsole = await openConsole(folders, keyring.env);
  try {
    await beginAs(console.page, 'Nadia Ferreira');
    await describe(console.page, 'wrong');
    const sheet = form(console.page, 'Add a connection');
    await expect(sheet.getByText('Kept in this computer’s keyring.')).toBeVisible();
    await sheet.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(sheet.getByText('does not accept these credentials')).toBeVisible();
    await inspect(console.page, 'connection-form');
    await sheet.getByLabel('Password').fill(PASSWORD);
    await sheet.getByRole('button', { name: 'Save and use' }).click();
    await beginInstallation(console.page);
    await expect(linkState(console.page, 'Live')).toBeVisible();
    await console.page.getByRole('button', { name: 'Test Head office' }).click();
    await expect(console.page.getByText('This connection works', { exact: true })).toBeVisible();
    await inspect(console.page, 'connections');
    await console.close();
    expect(filesHolding(folders.folder, PASSWORD)).toEqual([]);
    console = await openConsole(folders, keyring.env);
    await goTo(console.page, '/link');
    await expect(linkState(console.page, 'Live')).toBeVisible();
    await expect(console.page.getByRole('row', { name: /Head office/ })).toContainText('in the keyring');
    expect([...console.faults, ...console.reports].join()).not.toContain(PASSWORD);
  } finally {
    await console.close();
    await keyring.end();
    folders.remove();
  }
});

test('without a keyring: it is said, nothing is stored, and it is asked for again', async () => {
  const folders = temporaryFolders();
  let console: OpenConsole = await openConsole(folders, WITHOUT_KEYRING);
  try {
    await beginAs(console.page, 'Kofi Mensah');
    await describe(console.page, PASSWORD);
    const sheet = form(console.page, 'Add a connection');
    await expect(sheet.getByText('It is not stored on this computer')).toBeVisible();
    await inspect(console.page, 'connection-form-no-keyring');
    await sheet.getByRole('button', { name: 'Save and use' }).click();
    await expect(linkState(console.page, 'Live')).toBeVisible();
    await console.close();
    expect(filesHolding(folders.folder, PASSWORD)).toEqual([]);
    console = await openConsole(folders, WITHOUT_KEYRING);
    await goTo(console.page, '/link');
    await expect(linkState(console.page, 'Refused')).toBeVisible();
    await inspect(console.page, 'connection-secret-missing');
    await console.page.getByRole('button', { name: 'Enter it…' }).click();
    const again = form(console.page, 'Edit Head office');
    await again.getByLabel('Password').fill(PASSWORD);
    await again.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(linkState(console.page, 'Live')).toBeVisible();
  } finally {
    await console.close();
    folders.remove();
  }
});
