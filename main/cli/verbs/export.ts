import { dataFolderAt } from '../../store/data-folder.ts';
import { exportEvents } from '../../store/sqlite/export.ts';
import { EXIT } from '../output.ts';
import type { Verb } from '../verb.ts';

export const exportVerb: Verb = {
  usage: 'export --data DIR',
  summary: 'Print every event of the log',
  help: [
    'Standard output: one event per line as JSON, in the order of the log, as of the moment of the call.',
    'A running console is not disturbed: the log is read beside it.',
  ],
  positionals: 0,
  run: async ({ dataFolder, output }) => {
    let events = 0;
    for (const line of exportEvents(dataFolderAt(dataFolder))) {
      await output.text(line);
      if (output.closed() !== null) break;
      events += 1;
    }
    output.words(`${events} events`);
    return EXIT.done;
  },
};
