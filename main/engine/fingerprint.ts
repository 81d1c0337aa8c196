const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** What else would look alike: `1` and `"1"`, or `""` and `{}`. */
const KINDS: Readonly<Record<string, number>> = { string: 1, number: 2, boolean: 3, object: 4 };

/** One step of FNV-1a. */
function mixed(hash: number, value: number): number {
  return Math.imul(hash ^ value, PRIME);
}

class Checksum {
  #sum = START;
  #length = 0;

  /** Its length goes in after it, so that `ab, c` is not `a, bc`. */
  text(text: string): void {
    let sum = this.#sum;
    for (let index = 0; index < text.length; index += 1) sum = mixed(sum, text.charCodeAt(index));
    this.#sum = mixed(sum, text.length);
    this.#length += text.length;
  }

  value(value: unknown): void {
    this.#sum = mixed(this.#sum, KINDS[typeof value] ?? 0);
    if (typeof value !== 'object' || value === null) return this.text(String(value));
    const keys = Object.keys(value);
    for (const key of keys) {
      this.text(key);
      this.value((value as Readonly<Record<string, unknown>>)[key]);
    }
    this.#sum = mixed(this.#sum, Array.isArray(value) ? -1 - keys.length : keys.length);
  }

  bytes(): Uint8Array {
    const bytes = Buffer.allocUnsafe(8);
    bytes.writeInt32LE(this.#sum, 0);
    bytes.writeUInt32LE(this.#length, 4);
    return bytes;
  }
}

/**
 * Short digest of what a command says: enough to notice that somebody sent another command under an id that was used
 * before, by mistake. Every command pays for it, so it is a checksum with the length, and no cryptographic one.
 */
export function fingerprintOf(type: string, data: unknown): Uint8Array {
  const checksum = new Checksum();
  checksum.text(type);
  checksum.value(data);
  return checksum.bytes();
}

export function sameFingerprint(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
