import { dataFolderAt } from '../../store/data-folder.ts';
import { exportEvents } from '../../store/sqlite/export.ts';
import { counted } from '../counted.ts';
import { EXIT } from '../output.ts';
import type { Verb } from '../verb.ts';

export const exportVerb: Verb = {
  usage: 'export --data DIR',
  summary: 'Print every event of the log',
  help: [
    'Standard output: one event per line as JSON, in the order of the log, as of the moment of the call.',
    'An event that cannot be read is marked as unreadable, and the exit code is 1.',
    'A running console is not disturbed: the log is read beside it.',
  ],
  positionals: 0,
  run: async ({ dataFolder, output }) => {
    let events = 0;
    let unreadable = 0;
    const onUnreadable = (): void => {
      unreadable += 1;
    };
    for (const line of exportEvents(dataFolderAt(dataFolder), { onUnreadable })) {
      await output.text(line);
      if (output.closed() !== null) break;
      events += 1;
    }
    output.words(counted(events, 'event'));
    if (unreadable === 0) return EXIT.done;
    output.words(`${unreadable} of them cannot be read. Run verify, and restore a backup.`);
    return EXIT.refused;
  },
};
