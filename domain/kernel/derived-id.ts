/** Ids that history lacks, derived so that every reader derives the same one: UUID version 5 (RFC 9562). */

const NAMESPACE = '5b1f0f5c-8d0a-5a52-9d0e-6c1f4e0b7a11';

/** The same parts give the same id, on every machine and at any time. */
export function derivedId(...parts: readonly string[]): string {
  return uuidV5(JSON.stringify(parts), NAMESPACE);
}

export function uuidV5(name: string, namespace: string): string {
  const digest = sha1([...bytesOfHex(namespace.replaceAll('-', '')), ...utf8(name)]);
  const bytes = digest.slice(0, 16).map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x50;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function bytesOfHex(hex: string): number[] {
  return (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

// The domain knows no TextEncoder; percent encoding is UTF-8 as well.
function utf8(text: string): number[] {
  const encoded = encodeURIComponent(text.toWellFormed());
  return (encoded.match(/%..|[^%]/g) ?? []).map((sign) =>
    sign.length === 3 ? Number.parseInt(sign.slice(1), 16) : sign.charCodeAt(0),
  );
}

const ROUNDS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const;

/** SHA-1 of bytes, as bytes (RFC 3174). */
export function sha1(bytes: readonly number[]): number[] {
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const words = padded(bytes);
  for (let block = 0; block < words.length; block += 16)
    state = digestBlock(state, words.slice(block, block + 16));
  return state.flatMap(bytesOfWord);
}

function padded(bytes: readonly number[]): number[] {
  const zeros = (119 - (bytes.length % 64)) % 64;
  const bits = bytes.length * 8;
  const all = [...bytes, 0x80, ...Array<number>(zeros).fill(0), ...bytesOfWord(Math.floor(bits / 2 ** 32))];
  const message = [...all, ...bytesOfWord(bits)];
  return Array.from({ length: message.length / 4 }, (_, index) => wordAt(message, index * 4));
}

function wordAt(bytes: readonly number[], offset: number): number {
  return bytes.slice(offset, offset + 4).reduce((word, byte) => (word << 8) | byte, 0);
}

function bytesOfWord(word: number): number[] {
  return [word >>> 24, word >>> 16, word >>> 8, word].map((part) => part & 0xff);
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function digestBlock(state: readonly number[], block: readonly number[]): number[] {
  const words = [...block];
  for (let index = 16; index < 80; index += 1) {
    const mixed = [3, 8, 14, 16].reduce((word, back) => word ^ (words[index - back] ?? 0), 0);
    words.push(rotated(mixed, 1));
  }
  const end = words.reduce(round, [...state]);
  return state.map((word, index) => (word + (end[index] ?? 0)) | 0);
}

function round(state: number[], word: number, index: number): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  const stage = Math.floor(index / 20);
  const next = rotated(a, 5) + mix(stage, b, c, d) + e + word + (ROUNDS[stage] ?? 0);
  return [next | 0, a, rotated(b, 30), c, d];
}

function mix(stage: number, b: number, c: number, d: number): number {
  if (stage === 0) return (b & c) | (~b & d);
  return stage === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}
