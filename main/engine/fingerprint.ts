import { crc32 } from 'node:zlib';

/**
 * Short digest of what a command says: enough to notice that somebody sent another command under an id that was used
 * before, by mistake. Every command pays for it, so it is a checksum with the length, and no cryptographic one.
 */
export function fingerprintOf(type: string, data: unknown): Uint8Array {
  const text = `${type}\n${JSON.stringify(data)}`;
  const fingerprint = Buffer.allocUnsafe(8);
  fingerprint.writeUInt32LE(crc32(text), 0);
  fingerprint.writeUInt32LE(text.length, 4);
  return fingerprint;
}

export function sameFingerprint(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
