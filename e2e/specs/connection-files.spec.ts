import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { makeCertificates } from '../../main/sync/testing/certificates.ts';
import { operatedServer } from '../../main/sync/testing/operator.ts';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { beginInstallation, filesHolding, linkState, WITHOUT_KEYRING } from '../harness/connection-steps.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { type Nats, startNats } from '../harness/nats.ts';
import { beginAs, chooseOption, form, goTo } from '../harness/steps.ts';

/** A server of a private authority, which lets in who has a credentials file; no keyring is here. */
const files = mkdtempSync(join(tmpdir(), 'person-console-files-'));
const [creds, note, authority] = ['ada.creds', 'note.txt', 'ca.pem'].map((name) => join(files, name)) as [
  string,
  string,
  string,
];
let nats: Nats;
let seed: string;

test.beforeAll(async () => {
  const served = operatedServer();
  writeFileSync(creds, served.creds);
  writeFileSync(note, 'Ask Kofi for the file.');
  seed = /^SU\w+$/mu.exec(served.creds)?.[0] ?? '';
  nats = await startNats(served.config, makeCertificates(files));
});

test.afterAll(async () => {
  await nats.remove();
  rmSync(files, { recursive: true, force: true });
});

/** The operator is asked for a file, and opens this one; null: they think better of it. */
async function choose({ app }: OpenConsole, button: Locator, file: string | null): Promise<void> {
  await answerDialogs(app, file === null ? {} : { opened: file });
  await button.click();
}

test('files are chosen for a connection: what is none is said, and the page never has the credentials', async () => {
  const folders = temporaryFolders();
  let console: OpenConsole = await openConsole(folders, WITHOUT_KEYRING);
  try {
    const { page } = console;
    await beginAs(page, 'Kofi Mensah');
    await goTo(page, '/link');
    await page.getByRole('button', { name: 'Add a connection…' }).click();
    const sheet = form(page, 'Add a connection');
    await sheet.getByLabel('Server').fill(nats.url);
    await sheet.getByLabel('Name').fill('Head office');
    await chooseOption(sheet.getByLabel('Signs in with'), 'Credentials file (JWT)');
    const credentials = sheet.getByRole('button', { name: 'Choose a credentials file…' });
    const certificate = sheet.getByRole('button', { name: 'Choose a certificate…' });
    const tryIt = sheet.getByRole('button', { name: 'Test', exact: true });
    await tryIt.click();
    await expect(sheet.getByText('Choose a credentials file', { exact: true })).toBeVisible();
    await choose(console, credentials, note);
    await expect(page.getByText('note.txt cannot be used.')).toBeVisible();
    await choose(console, credentials, null);
    await expect(sheet.getByText('None chosen')).toBeVisible();
    await choose(console, credentials, creds);
    await expect(sheet.getByText('ada.creds', { exact: true })).toBeVisible();
    await tryIt.click();
    await expect(
      sheet
        .getByText(/certificate/u)
        .filter({ hasText: /authority|trust/u })
        .first(),
    ).toBeVisible();
    await inspect(page, 'connection-form-untrusted');
    await choose(console, certificate, note);
    await expect(page.getByText('note.txt cannot be used.').last()).toBeVisible();
    await choose(console, certificate, authority);
    await expect(sheet.getByText('ca.pem', { exact: true })).toBeVisible();
    await sheet.getByRole('button', { name: 'Remove' }).click();
    await expect(sheet.getByText('The authorities that this computer trusts')).toBeVisible();
    await choose(console, certificate, authority);
    await tryIt.click();
    await expect(sheet.getByText('Its certificate is trusted')).toBeVisible();
    await inspect(page, 'connection-form-files');
    expect(await page.content()).not.toContain(seed);
    await sheet.getByRole('button', { name: 'Save and use' }).click();
    await beginInstallation(page);
    await expect(linkState(page, 'Live')).toBeVisible();
    await console.close();
    expect(filesHolding(folders.folder, seed)).toEqual([]);

    console = await openConsole(folders, WITHOUT_KEYRING);
    await goTo(console.page, '/link');
    await expect(linkState(console.page, 'Refused')).toBeVisible();
    await console.page.getByRole('button', { name: 'Enter it…' }).click();
    const again = form(console.page, 'Edit Head office');
    await expect(again.getByText('One of its own')).toBeVisible();
    await choose(console, again.getByRole('button', { name: 'Choose a credentials file…' }), creds);
    await again.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(linkState(console.page, 'Live')).toBeVisible();
    expect([...console.faults, ...console.reports].join()).not.toContain(seed);
  } finally {
    await console.close();
    folders.remove();
  }
});
