import type { ProcedureOutput } from '../../../domain/contract/procedures.ts';
import { EXIT } from '../output.ts';
import type { Verb } from '../verb.ts';
import { printReply } from './answer.ts';

function viewsOf(status: unknown): readonly string[] {
  return (status as ProcedureOutput<'views.status'>).views.map(({ view }) => view);
}

export const rebuild: Verb = {
  usage: 'rebuild [VIEW] --data DIR',
  summary: 'Build a view again from the log, or all of them',
  help: ['Standard output: one line of JSON per view: its name, the events read and the seconds taken.'],
  positionals: { least: 0, most: 1 },
  needsLog: true,
  run: async ({ arguments: { positionals }, output, session }) => {
    const engine = await session();
    const status = await engine.call('views.status', {});
    if (!status.ok) return printReply(output, status);
    const views = positionals.length > 0 ? positionals : viewsOf(status.value);
    for (const view of views) {
      const code = await printReply(output, await engine.call('views.rebuild', { view }));
      if (code !== EXIT.done) return code;
    }
    return EXIT.done;
  },
};
