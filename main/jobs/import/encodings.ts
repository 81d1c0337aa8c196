import chardet from 'chardet';
import iconv from 'iconv-lite';
import { failure } from '../../../domain/contract/errors.ts';

const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** What is called Latin-1 is nearly always what Windows makes of it, and that has the same letters and more. */
const BETTER: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  ascii: 'utf-8',
};

/** What the first bytes say themselves; null where they say nothing. */
export function markedEncoding(bytes: Buffer): string | null {
  return MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1] ?? null;
}

/** The last character may be cut through: up to three bytes at the end do not count. */
function isUtf8(bytes: Buffer): boolean {
  const ends = [0, 1, 2, 3].map((less) => bytes.subarray(0, Math.max(0, bytes.length - less)));
  return ends.some((part) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(part);
      return true;
    } catch {
      return false;
    }
  });
}

function zerosAt(bytes: Buffer, rest: 0 | 1): number {
  return bytes.reduce((sum, byte, index) => (byte === 0 && index % 2 === rest ? sum + 1 : sum), 0);
}

/** Text of two bytes a character, most of them Latin letters, has a zero in every second place. */
function halfZero(bytes: Buffer): string | null {
  const many = bytes.length / 5;
  const [even, odd] = [zerosAt(bytes, 0), zerosAt(bytes, 1)];
  if (odd > many && even < many / 10) return 'utf-16le';
  return even > many && odd < many / 10 ? 'utf-16be' : null;
}

function binary(): Error {
  const message = 'This is no text file. Export the data as CSV, JSON or JSON Lines, and choose that file.';
  return failure('wrong-use', 'import-not-text', message);
}

/** Text of one byte a character, as the frequency of its letters suggests. */
function guessed(bytes: Buffer): string {
  const found = (chardet.detect(bytes) ?? 'iso-8859-1').toLowerCase();
  const better = BETTER[found] ?? found;
  // Nothing that passes for UTF-8 comes here, and few letters make every guess look alike.
  return better.startsWith('utf-') || better.startsWith('iso-8859') || !iconv.encodingExists(better)
    ? 'windows-1252'
    : better;
}

/** The name of a file's encoding. Throws `import-not-text`. */
export function detectEncoding(sample: Buffer): string {
  const known = markedEncoding(sample) ?? halfZero(sample);
  if (known !== null) return known;
  if (sample.includes(0)) throw binary();
  return isUtf8(sample) ? 'utf-8' : guessed(sample);
}

export interface Decoder {
  readonly write: (bytes: Buffer) => string;
  readonly end: () => string;
}

/** Takes a byte order mark off. Throws `import-encoding-unknown`. */
export function decoderFor(encoding: string): Decoder {
  if (!iconv.encodingExists(encoding)) {
    const message = `There is no encoding ${JSON.stringify(encoding)}. Take utf-8, utf-16le or windows-1252.`;
    throw failure('wrong-use', 'import-encoding-unknown', message);
  }
  const decoder = iconv.getDecoder(encoding);
  return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' };
}
