const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** What else would look alike: `1` and `"1"`, or `""`, `[]` and `{}`. */
const KINDS: Readonly<Record<string, number>> = { string: 1, number: 2, boolean: 3, object: 4 };
const LIST = 5;

/** One step of FNV-1a. */
function mixed(hash: number, value: number): number {
  return Math.imul(hash ^ value, PRIME);
}

/** Its length goes in after it, so that `ab, c` is not `a, bc`. */
function textSum(text: string, start: number): number {
  let sum = start;
  for (let index = 0; index < text.length; index += 1) sum = mixed(sum, text.charCodeAt(index));
  return mixed(sum, text.length);
}

/** The keys of an object have no order: their entries are added up. */
function objectSum(value: Readonly<Record<string, unknown>>, start: number): number {
  const keys = Object.keys(value);
  let entries = 0;
  for (const key of keys) entries = (entries + mixed(textSum(key, START), valueSum(value[key]))) | 0;
  return mixed(mixed(start, entries), keys.length);
}

function listSum(values: readonly unknown[]): number {
  let sum = mixed(START, LIST);
  for (const value of values) sum = mixed(sum, valueSum(value));
  return mixed(sum, values.length);
}

function valueSum(value: unknown): number {
  if (Array.isArray(value)) return listSum(value);
  const start = mixed(START, KINDS[typeof value] ?? 0);
  if (typeof value === 'object' && value !== null)
    return objectSum(value as Readonly<Record<string, unknown>>, start);
  return textSum(String(value), start);
}

/**
 * Short digest of what a command says: enough to notice that somebody sent another command under an id that was used
 * before, by mistake. Every command pays for it, so it is a checksum, and no cryptographic one.
 */
export function fingerprintOf(type: string, data: unknown): Uint8Array {
  const fingerprint = Buffer.allocUnsafe(4);
  fingerprint.writeInt32LE(mixed(textSum(type, START), valueSum(data)), 0);
  return fingerprint;
}

export function sameFingerprint(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
