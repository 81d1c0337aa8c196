import { expect, it, vi } from 'vitest';
import { electronCipher } from './electron-cipher.ts';

/** What Electron says of the system's keyring. */
const keyring = vi.hoisted(() => ({ available: true, backend: 'gnome_libsecret', ready: false }));

vi.mock('electron', () => ({
  app: {
    whenReady: () => {
      keyring.ready = true;
      return Promise.resolve();
    },
  },
  safeStorage: {
    isEncryptionAvailable: () => keyring.available,
    getSelectedStorageBackend: () => keyring.backend,
    encryptString: (text: string) => Buffer.from(`sealed:${text}`),
    decryptString: (bytes: Buffer) => bytes.toString().replace('sealed:', ''),
  },
}));

it.each([
  ['linux', true, 'gnome_libsecret', true],
  ['linux', true, 'kwallet6', true],
  // Its key is written in Chromium's sources.
  ['linux', true, 'basic_text', false],
  ['linux', false, 'unknown', false],
  ['darwin', true, 'basic_text', true],
  ['win32', false, 'unknown', false],
] as const)('on %s, available %s, kept by %s: guarded %s', async (platform, available, backend, guarded) => {
  Object.assign(keyring, { available, backend });
  const real = Object.getOwnPropertyDescriptor(process, 'platform');
  Object.defineProperty(process, 'platform', { ...real, value: platform });
  try {
    expect((await electronCipher()).isGuarded()).toBe(guarded);
  } finally {
    Object.defineProperty(process, 'platform', real ?? {});
  }
});

it('asks once the application is ready, and reads what it has sealed', async () => {
  keyring.ready = false;
  const { encrypt, decrypt } = await electronCipher();
  expect(keyring.ready).toBe(true);
  expect(encrypt('hunter2').toString()).toBe('sealed:hunter2');
  expect(decrypt(encrypt('hunter2'))).toBe('hunter2');
});
