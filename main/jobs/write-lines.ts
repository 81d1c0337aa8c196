import { once } from 'node:events';
import { createWriteStream, linkSync, rmSync, statSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { ensurePrivate } from '../store/data-folder.ts';
import { exportFailure } from './export-failure.ts';

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
    throw exportFailure(thrown, file);
  } finally {
    rmSync(partial, { force: true });
  }
}
