import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { failure } from '../../../domain/contract/errors.ts';
import { carriedError } from '../../ipc/console-error.ts';
import { decoderFor } from './encodings.ts';

/** By what a file is known again: whoever goes on with it counts on its rows. */
export interface FileMark {
  readonly bytes: number;
  readonly modified: number;
  readonly digest: string;
}

/** A mark as one text, for whoever only asks whether it is the same. */
export function markText({ bytes, modified, digest }: FileMark): string {
  return `${bytes}-${modified}-${digest}`;
}

const SAMPLE = 1024 * 1024;
const MARKED = 64 * 1024;

/** By its name alone: it is told to pages as well, and where a file lies is none of their business. */
function unreadable(path: string, thrown: unknown): Error {
  const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
  const name = basename(path);
  const message = `The file ${name} cannot be read (${reason}). Check that it is there and may be read.`;
  return failure('wrong-use', 'import-file-unreadable', message, { name, reason });
}

async function reading<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (carriedError(thrown) !== null) throw thrown;
    throw unreadable(path, thrown);
  }
}

/** The first bytes of a file. */
export function readHead(path: string, bytes = SAMPLE): Promise<Buffer> {
  return reading(path, async () => {
    const handle = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  });
}

/** Throws `import-file-unreadable` and `import-file-empty`. */
export async function markOf(path: string): Promise<FileMark> {
  const found = await reading(path, () => stat(path));
  if (!found.isFile()) throw unreadable(path, 'it is no file');
  if (found.size === 0)
    throw failure('wrong-use', 'import-file-empty', 'The file is empty. Choose another one.');
  const head = await readHead(path, MARKED);
  const digest = createHash('sha256').update(head).digest('hex');
  return { bytes: found.size, modified: Math.trunc(found.mtimeMs), digest };
}

export interface TextSource {
  readonly texts: AsyncGenerator<string>;
  /** Bytes of the file that were read so far. */
  readonly bytesRead: () => number;
}

/** A file as text, piece by piece. Whoever stops reading closes it. */
export function textsOf(path: string, encoding: string, pieceBytes = 64 * 1024): TextSource {
  const decoder = decoderFor(encoding);
  const stream = createReadStream(path, { highWaterMark: pieceBytes });
  async function* texts(): AsyncGenerator<string> {
    try {
      for await (const chunk of stream) {
        const text = decoder.write(chunk as Buffer);
        if (text !== '') yield text;
      }
      const rest = decoder.end();
      if (rest !== '') yield rest;
    } catch (thrown) {
      throw unreadable(path, thrown);
    } finally {
      stream.destroy();
    }
  }
  return { texts: texts(), bytesRead: () => stream.bytesRead };
}
