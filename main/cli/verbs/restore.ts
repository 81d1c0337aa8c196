import { resolve } from 'node:path';
import { ConsoleFailure } from '../../../domain/contract/errors.ts';
import { restoreLog } from '../../store/sqlite/restore.ts';
import { EXIT } from '../output.ts';
import { heldFailure, isAnswered } from '../session.ts';
import type { Verb } from '../verb.ts';

function isInUse(error: unknown): boolean {
  return error instanceof ConsoleFailure && error.error.code === 'data-folder-in-use';
}

export const restore: Verb = {
  usage: 'restore FILE --data DIR',
  summary: 'Put a backup in the place of the log',
  help: [
    'The console must be closed. A log that is there already is kept beside the restored one under another name.',
    'Standard output: the number of events restored and the name of the log that was set aside, as JSON.',
  ],
  positionals: 1,
  run: async ({ arguments: { positionals }, dataFolder, output }) => {
    try {
      await output.json(restoreLog(dataFolder, resolve(String(positionals[0]))));
      return EXIT.done;
    } catch (error) {
      throw isInUse(error) && !(await isAnswered(dataFolder)) ? heldFailure(dataFolder) : error;
    }
  },
};
