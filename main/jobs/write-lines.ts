import { once } from 'node:events';
import { createWriteStream, linkSync, rmSync, statSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { failure } from '../../domain/contract/errors.ts';
import { carriedError } from '../ipc/console-error.ts';
import { ensurePrivate } from '../store/data-folder.ts';
import { diskFull, isDiskFull } from '../store/disk-full.ts';

function notWritten(file: string, reason: string): Error {
  return failure(
    'terminal',
    'export-not-written',
    `The export ${file} could not be written (${reason}). Choose another place.`,
    { file, reason },
  );
}

/** A driver's and a system's words are not for people; what carries an error of ours is left as it is. */
function translated(thrown: unknown, file: string): unknown {
  if (carriedError(thrown) !== null || !(thrown instanceof Error) || !('code' in thrown)) return thrown;
  const reason = String(thrown.code);
  return isDiskFull(reason) ? diskFull(file) : notWritten(file, reason);
}

export interface WrittenFile {
  readonly lines: number;
  readonly bytes: number;
}

/**
 * Writes texts one after the other, each with its own end of line. The file appears under its name when it is whole, and
 * replaces none; where the work is ended early, nothing of it stays.
 */
export async function writeLines(
  file: string,
  lines: Iterable<string> | AsyncIterable<string>,
  signal: AbortSignal,
): Promise<WrittenFile> {
  const partial = `${file}.partial`;
  let count = 0;
  try {
    ensurePrivate(partial);
    const out = createWriteStream(partial);
    const written = finished(out);
    written.catch(() => undefined);
    for await (const line of lines) {
      signal.throwIfAborted();
      if (!out.write(line)) await Promise.race([once(out, 'drain'), written]);
      count += 1;
    }
    out.end();
    await written;
    signal.throwIfAborted();
    linkSync(partial, file);
    return { lines: count, bytes: statSync(file).size };
  } catch (thrown) {
    throw translated(thrown, file);
  } finally {
    rmSync(partial, { force: true });
  }
}
