import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { SecretHome, Secrets } from '../../domain/ports/secrets.ts';
import { replaceFile } from '../store/replace-file.ts';

/** What the system's keyring guards a key for. */
export interface Cipher {
  /** False where there is no keyring behind it: what it would write could be read by anybody who has the file. */
  readonly isGuarded: () => boolean;
  readonly encrypt: (text: string) => Buffer;
  /** Throws where it was written under another key. */
  readonly decrypt: (bytes: Buffer) => string;
}

export interface KeyringOptions {
  /** Where encrypted secrets are kept. */
  readonly file: string;
  /** Settles once the keyring can be asked. */
  readonly cipher: () => Promise<Cipher>;
}

const fileSchema = z.record(z.string(), z.base64());
type Sealed = z.output<typeof fileSchema>;

function sealedIn(file: string): Sealed {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

function unsealed(text: string | undefined, { isGuarded, decrypt }: Cipher): string | null {
  if (text === undefined || !isGuarded()) return null;
  try {
    return decrypt(Buffer.from(text, 'base64'));
  } catch {
    return null;
  }
}

/**
 * Secrets in a file that only the system's keyring opens. Without a keyring they are in memory, and nowhere else; what an
 * earlier run has sealed is left as it is then, as the keyring may be back the next time.
 */
export function keyringSecrets({ file, cipher }: KeyringOptions): Secrets {
  const memory = new Map<string, string>();

  const sealed = (): Sealed => sealedIn(file);
  const write = (next: Sealed): void => replaceFile(file, JSON.stringify(next));
  const forgetSealed = (id: string): void => {
    const { [id]: gone, ...rest } = sealed();
    if (gone !== undefined) write(rest);
  };

  return {
    read: async (id) => memory.get(id) ?? unsealed(sealed()[id], await cipher()),
    keep: async (id, secret) => {
      const { isGuarded, encrypt } = await cipher();
      if (isGuarded()) {
        memory.delete(id);
        write({ ...sealed(), [id]: encrypt(secret).toString('base64') });
      } else {
        forgetSealed(id);
        memory.set(id, secret);
      }
    },
    forget: async (id) => {
      memory.delete(id);
      forgetSealed(id);
    },
    where: async () => {
      const found = await cipher();
      const kept: Record<string, SecretHome> = {};
      for (const [id, text] of Object.entries(sealed()))
        if (unsealed(text, found) !== null) kept[id] = 'keyring';
      for (const id of memory.keys()) kept[id] = 'memory';
      return { home: found.isGuarded() ? 'keyring' : 'memory', kept };
    },
  };
}
