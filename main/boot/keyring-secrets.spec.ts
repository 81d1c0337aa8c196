import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Cipher, keyringSecrets } from './keyring-secrets.ts';

/** Turns every byte around under a key: enough to tell sealed from plain. */
function cipherOf(key: number, guarded = true): Cipher {
  const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ key));
  return {
    isGuarded: () => guarded,
    encrypt: (text) => turned(Buffer.from(`key ${key}:${text}`)),
    decrypt: (bytes) => {
      const [head, text] = turned(bytes).toString().split(`key ${key}:`);
      if (head !== '' || text === undefined) throw new Error('Another key');
      return text;
    },
  };
}

function somewhere(): string {
  const folder = mkdtempSync(join(tmpdir(), 'person-console-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'secrets.json');
}

const open = (file: string, cipher: Cipher) =>
  keyringSecrets({ file, cipher: () => Promise.resolve(cipher) });

it('is there after a restart, sealed, for the owner alone', async () => {
  const file = somewhere();
  await open(file, cipherOf(7)).keep('a', 'hunter2');
  expect(readFileSync(file, 'utf8')).not.toContain('hunter2');
  expect(statSync(file).mode & 0o077).toBe(0);
  const again = open(file, cipherOf(7));
  expect(await again.read('a')).toBe('hunter2');
  expect(await again.where()).toEqual({ home: 'keyring', kept: { a: 'keyring' } });
  await again.forget('a');
  expect(await again.read('a')).toBeNull();
});

it('without a keyring nothing is written, and nothing is there after a restart', async () => {
  const file = somewhere();
  const secrets = open(file, cipherOf(7, false));
  await secrets.keep('a', 'hunter2');
  expect(await secrets.read('a')).toBe('hunter2');
  expect(await secrets.where()).toEqual({ home: 'memory', kept: { a: 'memory' } });
  expect(() => statSync(file)).toThrow('ENOENT');
  expect(await open(file, cipherOf(7, false)).read('a')).toBeNull();
});

it('what another keyring has sealed, or what is damaged, counts as missing', async () => {
  const file = somewhere();
  await open(file, cipherOf(7)).keep('a', 'hunter2');
  const other = open(file, cipherOf(9));
  expect(await other.read('a')).toBeNull();
  expect((await other.where()).kept).toEqual({});
  await other.keep('b', 'tr0ub4dor');
  expect(await open(file, cipherOf(7)).read('a')).toBe('hunter2');
  writeFileSync(file, 'not JSON');
  expect(await other.read('b')).toBeNull();
});

it('a new one that cannot be sealed takes the place of the sealed one', async () => {
  const file = somewhere();
  await open(file, cipherOf(7)).keep('a', 'former');
  await open(file, cipherOf(7, false)).keep('a', 'newer');
  expect(await open(file, cipherOf(7)).read('a')).toBeNull();
});
