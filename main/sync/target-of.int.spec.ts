import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Authentication, WayIn } from '../../domain/contract/connections.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { makeCertificates } from './testing/certificates.ts';
import { targetOf } from './target-of.ts';

function way(authentication: Authentication, rest: Partial<WayIn> = {}): WayIn {
  return { servers: ['wss://nats.example.org'], authentication, authority: null, caFile: null, ...rest };
}

const nothingKept = () => Promise.resolve(null);
const target = (given: WayIn, kept: string | null = null) =>
  targetOf(given, 'console', () => Promise.resolve(kept));

function fileOf(text: string, mode = 0o600): string {
  const file = join(tempFolder(), 'secret');
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

describe('a secret', () => {
  it.each([
    [{ kind: 'user', user: 'ada', file: null }, 'password'],
    [{ kind: 'token', file: null }, 'token'],
    [{ kind: 'nkey', file: null }, 'seed'],
    [{ kind: 'creds', file: null }, 'credentials'],
  ] as const)('that is not kept here is asked for by its name: %o', async (authentication, word) => {
    await expect(targetOf(way(authentication), 'console', nothingKept)).rejects.toMatchObject({
      error: {
        kind: 'rejected',
        code: 'secret-missing',
        message: `The ${word} of this connection is not kept here. Enter it again, or name a file that holds it.`,
        details: { secret: word },
      },
    });
  });

  it.each([
    [
      { kind: 'user', user: 'ada' },
      { kind: 'user', user: 'ada', password: ' s3cret ' },
    ],
    [{ kind: 'token' }, { kind: 'token', token: ' s3cret ' }],
    [{ kind: 'nkey' }, { kind: 'nkey', seed: 's3cret' }],
    [{ kind: 'creds' }, { kind: 'creds', creds: ' s3cret ' }],
  ] as const)('is the one that is kept, or that of its file: %o', async (how, credentials) => {
    const kept = await target(way({ ...how, file: null }), ' s3cret ');
    expect(kept.credentials).toEqual(credentials);
    // The line feed at its end is an editor's.
    for (const end of ['', '\n', '\r\n']) {
      const read = await target(way({ ...how, file: fileOf(` s3cret ${end}`) }));
      expect(read.credentials).toEqual(credentials);
    }
  });

  it('in a file that is gone, or that is a folder, cannot be read', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'secrets'), { mode: 0o755 });
    for (const [name, why] of [
      ['gone', 'cannot be read'],
      ['secrets', 'is a folder'],
    ] as const) {
      const file = join(folder, name);
      await expect(target(way({ kind: 'token', file }))).rejects.toMatchObject({
        error: {
          kind: 'wrong-use',
          code: 'link-file-unreadable',
          message: `${file} ${why}. Name the file with the secret again.`,
        },
      });
    }
  });

  it('in a file that others can read is not used, unless a service manager guards its folder', async () => {
    const file = fileOf('s3cret', 0o640);
    await expect(target(way({ kind: 'token', file }))).rejects.toMatchObject({
      error: {
        kind: 'rejected',
        code: 'secret-file-open',
        message: expect.stringContaining(`chmod 600 ${JSON.stringify(file)}`) as string,
      },
    });
    vi.stubEnv('CREDENTIALS_DIRECTORY', join(file, '..'));
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await target(way({ kind: 'token', file }))).credentials).toMatchObject({ token: 's3cret' });
  });
});

describe('the authority of a connection', () => {
  const open: Authentication = { kind: 'none' };

  it('is its own, or that of its file, read at each attempt', async () => {
    const { authority } = makeCertificates(tempFolder());
    const caFile = fileOf(`# Our authority\n${authority}`, 0o644);
    expect((await target(way(open))).ca).toBeNull();
    expect((await target(way(open, { authority }))).ca).toBe(authority);
    expect((await target(way(open, { caFile }))).ca).toContain(authority);
  });

  it.each([
    ['is gone', null],
    ['is empty', ''],
    ['is no PEM', '0\u0082\u0003binary'],
    ['is cut off', '-----BEGIN CERTIFICATE-----\nMIIB\n'],
    ['only looks like one', '-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----\n'],
  ])('in a file that %s is asked for again, with the name of the file', async (_what, text) => {
    const caFile = text === null ? join(tempFolder(), 'gone.pem') : fileOf(text, 0o644);
    const isThere = text !== null;
    await expect(target(way(open, { caFile }))).rejects.toMatchObject({
      error: {
        kind: 'wrong-use',
        code: isThere ? 'authority-unreadable' : 'link-file-unreadable',
        message: isThere
          ? `${caFile} holds no certificate that can be read. Choose a file with certificates in PEM.`
          : `${caFile} cannot be read. Choose the certificate again.`,
        details: { file: caFile },
      },
    });
  });

  it('in a folder cannot be read', async () => {
    const caFile = tempFolder();
    await expect(target(way(open, { caFile }))).rejects.toMatchObject({
      error: { code: 'link-file-unreadable', message: expect.stringContaining(caFile) as string },
    });
  });
});
