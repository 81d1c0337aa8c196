import { readJson } from '../read-input.ts';
import type { Verb } from '../verb.ts';
import { printReply } from './answer.ts';

export const query: Verb = {
  usage: 'query NAME --data DIR',
  summary: 'Ask a procedure',
  help: [
    'Standard input: the input of the procedure as JSON; nothing counts as {}.',
    'Standard output: its answer as JSON.',
    'The procedures and their inputs are listed in docs/catalogue.md.',
  ],
  positionals: 1,
  needsLog: true,
  run: async ({ arguments: { positionals }, input, output, session, interruption }) => {
    const data = await readJson(input, interruption());
    const engine = await session();
    return printReply(output, await engine.call(String(positionals[0]), data));
  },
};
