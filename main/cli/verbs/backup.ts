import { resolve } from 'node:path';
import type { Verb } from '../verb.ts';
import { printReply } from './answer.ts';

export const backup: Verb = {
  usage: 'backup FILE --data DIR',
  summary: 'Write a consistent copy of the log to a file, also while a console runs',
  help: ['Standard output: the file, its size in bytes and the number of events in it, as JSON.'],
  positionals: 1,
  needsLog: true,
  run: async ({ arguments: { positionals }, output, session }) => {
    const engine = await session();
    // The console that may carry this out stands in a folder of its own.
    return printReply(output, await engine.call('log.backup', { file: resolve(String(positionals[0])) }));
  },
};
