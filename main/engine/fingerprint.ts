import { hash } from 'node:crypto';

const BYTES = 12;

/** Short digest of what a command says: enough to notice another command under an id that was used before. */
export function fingerprintOf(type: string, data: unknown): Uint8Array {
  const digest = hash('sha1', `${type}\n${JSON.stringify(data)}`, 'hex');
  return Buffer.from(digest.slice(0, 2 * BYTES), 'hex');
}

export function sameFingerprint(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
