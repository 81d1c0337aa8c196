import { once } from 'node:events';
import { createWriteStream, existsSync, linkSync, rmSync, statSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { exportFailure } from './export-failure.ts';

export interface WrittenFile {
  readonly lines: number;
  readonly bytes: number;
}

async function writePartial(
  partial: string,
  lines: Iterable<string> | AsyncIterable<string>,
  signal: AbortSignal,
): Promise<number> {
  let count = 0;
  // What an earlier attempt has left may have another mode.
  rmSync(partial, { force: true });
  const out = createWriteStream(partial, { flags: 'wx', mode: 0o600 });
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
  return count;
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
  try {
    const count = await writePartial(partial, lines, signal);
    linkSync(partial, file);
    return { lines: count, bytes: statSync(file).size };
  } catch (thrown) {
    throw exportFailure(thrown, file);
  } finally {
    // Below what is no folder there is nothing to remove, and not even that can be asked.
    if (existsSync(partial)) rmSync(partial, { force: true });
  }
}
