/* eslint-disable @typescript-eslint/no-deprecated -- what takes their place is not in every Electron that this runs in; see ADR 8 */
import { app, safeStorage } from 'electron';
import type { Cipher } from './keyring-secrets.ts';

/** Without a keyring Chromium would take a key that is written in its sources. */
function isGuarded(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

/** The keyring of the system: Keychain, DPAPI, or the secret service of a desktop. It can be asked once the application is ready. */
export async function electronCipher(): Promise<Cipher> {
  await app.whenReady();
  return {
    isGuarded,
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (bytes) => safeStorage.decryptString(bytes),
  };
}
