import type { DataFolder } from '../store/data-folder.ts';
import { exportEvents } from '../store/sqlite/export.ts';
import type { JobOrder } from './job.ts';
import { writeLines } from './write-lines.ts';

function* asLines(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield `${text}\n`;
}

/** Every event as a line of JSON. */
export function exportJob(folder: DataFolder, file: string): JobOrder {
  return {
    kind: 'export',
    subject: file,
    work: async ({ signal, progress }) => {
      let unreadable = 0;
      const watch = {
        onProgress: progress,
        onUnreadable: () => {
          unreadable += 1;
        },
      };
      const { lines, bytes } = await writeLines(file, asLines(exportEvents(folder, watch)), signal);
      return { file, events: lines, unreadable, bytes };
    },
  };
}
