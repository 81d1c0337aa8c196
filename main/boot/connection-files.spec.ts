import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memorySecrets } from '../sync/memory-secrets.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { connectionFiles } from './connection-files.ts';

const CREDENTIALS = `-----BEGIN NATS USER JWT-----
eyJ0eXAi
------END NATS USER JWT------
-----BEGIN USER NKEY SEED-----
SUAKEEPTHISTOYOURSELF
------END USER NKEY SEED------
`;
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

function fileOf(name: string, text: string): string {
  const file = join(tempFolder(), name);
  writeFileSync(file, text);
  return file;
}

/** An operator who chooses this file, and what they were asked for. */
function choosing(path: string | null) {
  const titles: string[] = [];
  const files = connectionFiles(({ title }) => {
    titles.push(title);
    return Promise.resolve(path);
  });
  return { files, titles };
}

const unfit = (name: string, why: string) => ({
  error: {
    kind: 'wrong-use',
    code: 'connection-file-unfit',
    message: `${name} cannot be used. ${why}.`,
    details: { name },
  },
});

describe('a credentials file', () => {
  it('stays in this process: the page has a ticket for it, with which it can be read once more', async () => {
    const { files, titles } = choosing(fileOf('console.creds', CREDENTIALS));
    const chosen = await files.choose({ what: 'credentials' });
    expect(titles).toEqual(['Choose a credentials file']);
    expect(chosen).toEqual({
      file: { name: 'console.creds', ticket: expect.any(String) as string, text: null },
    });
    expect(JSON.stringify(chosen)).not.toContain('SUAKEEP');
    const secrets = memorySecrets();
    await secrets.keep('office', 'hunter2');
    const together = files.withChosen(secrets);
    expect(await together.read(chosen.file?.ticket ?? '')).toBe(CREDENTIALS);
    expect(await together.read('office')).toBe('hunter2');
    expect(await together.read('nobody')).toBeNull();
    // What was only chosen is not kept with the others.
    expect((await together.where()).kept).toEqual({ office: 'memory' });
  });

  it.each([
    ['is empty', '', 'Must be a credentials file with a JWT and a seed'],
    [
      'has no seed',
      CREDENTIALS.split('-----BEGIN USER')[0] ?? '',
      'Must be a credentials file with a JWT and a seed',
    ],
    ['is too large', CREDENTIALS.padEnd(64 * 1024 + 1), 'It is too large for credentials or certificates'],
  ])('that %s is refused, and not repeated', async (_what, text, why) => {
    const { files } = choosing(fileOf('console.creds', text));
    await expect(files.choose({ what: 'credentials' })).rejects.toMatchObject(unfit('console.creds', why));
  });
});

describe('the certificate of an authority', () => {
  it('is no secret: the page has its text', async () => {
    const { files, titles } = choosing(fileOf('ca.pem', CERTIFICATE));
    expect(await files.choose({ what: 'authority' })).toEqual({
      file: { name: 'ca.pem', ticket: null, text: CERTIFICATE },
    });
    expect(titles).toEqual(['Choose the certificate of an authority']);
  });

  const noPem = 'Must be a certificate in PEM: it begins with -----BEGIN CERTIFICATE-----';
  it.each([
    ['is empty', '', noPem],
    ['is no PEM', '0\u0082\u0003binary', noPem],
    ['is cut off', '-----BEGIN CERTIFICATE-----\nMIIB\n', noPem],
    [
      'has the key with it',
      `${CERTIFICATE}-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n`,
      'Holds a private key: choose the certificate alone',
    ],
    ['is too large', CERTIFICATE.padEnd(64 * 1024 + 1), 'It is too large for credentials or certificates'],
  ])('that %s is refused, with why', async (_what, text, why) => {
    const { files } = choosing(fileOf('ca.pem', text));
    await expect(files.choose({ what: 'authority' })).rejects.toMatchObject(unfit('ca.pem', why));
  });
});

describe.each(['credentials', 'authority'] as const)('as %s', (what) => {
  it('what is gone, or is a folder, cannot be read', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'certificates'));
    for (const name of ['gone.pem', 'certificates']) {
      const { files } = choosing(join(folder, name));
      await expect(files.choose({ what })).rejects.toMatchObject(unfit(name, 'It cannot be read'));
    }
  });

  it('nothing is what an operator chooses who turns back', async () => {
    expect(await choosing(null).files.choose({ what })).toEqual({ file: null });
  });
});
