import { createWriteStream, linkSync, rmSync, statSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { failure } from '../../domain/contract/errors.ts';
import { type DataFolder, ensurePrivate } from '../store/data-folder.ts';
import { exportEvents } from '../store/sqlite/export.ts';
import { carriedError } from '../ipc/console-error.ts';
import type { JobOrder } from './job.ts';

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
  return notWritten(file, String(thrown.code));
}

/** Every event as a line of JSON. The file appears under its name when it is whole, and replaces none. */
export function exportJob(folder: DataFolder, file: string): JobOrder {
  return {
    kind: 'export',
    subject: file,
    work: async ({ signal, progress }) => {
      const partial = `${file}.partial`;
      let events = 0;
      let unreadable = 0;
      const watch = {
        onProgress: progress,
        onUnreadable: () => {
          unreadable += 1;
        },
      };
      try {
        ensurePrivate(partial);
        const out = createWriteStream(partial);
        const written = finished(out);
        written.catch(() => undefined);
        for (const line of exportEvents(folder, watch)) {
          signal.throwIfAborted();
          if (!out.write(`${line}\n`)) await Promise.race([once(out, 'drain'), written]);
          events += 1;
        }
        out.end();
        await written;
        signal.throwIfAborted();
        linkSync(partial, file);
        return { file, events, unreadable, bytes: statSync(file).size };
      } catch (thrown) {
        throw translated(thrown, file);
      } finally {
        rmSync(partial, { force: true });
      }
    },
  };
}
