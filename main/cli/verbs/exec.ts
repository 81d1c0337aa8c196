import { v7 as uuidv7 } from 'uuid';
import type { Reply } from '../../../domain/contract/bridge.ts';
import { errorOf } from '../../ipc/console-error.ts';
import { outcomeOf } from '../outcomes.ts';
import { EXIT, exitCodeOf } from '../output.ts';
import { readJson } from '../read-input.ts';
import type { Verb, VerbContext } from '../verb.ts';

async function submit(context: VerbContext, commandId: string): Promise<Reply> {
  const { positionals, expectedVersion } = context.arguments;
  const data = await readJson(context.input, context.interruption());
  const expected = expectedVersion === null ? {} : { expectedVersion };
  const engine = await context.session();
  return engine.call('commands.submit', { type: positionals[0], data, commandId, ...expected });
}

export const exec: Verb = {
  usage: 'exec NAME --data DIR [--command-id UUID] [--expected-version N]',
  summary: 'Carry out one command',
  help: [
    'Standard input: the data of the command as JSON.',
    'Standard output: the outcome as one JSON object, also where nothing could be read or opened.',
    'The commands and their data are listed in docs/catalogue.md.',
  ],
  positionals: 1,
  run: async (context) => {
    const { output, report } = context;
    const commandId = context.arguments.commandId ?? uuidv7();
    const reply = await submit(context, commandId).catch(
      (thrown: unknown): Reply => ({
        ok: false,
        error: errorOf(thrown, (unforeseen) => report('exec', unforeseen)),
      }),
    );
    const outcome = outcomeOf(commandId, reply);
    await output.json(outcome);
    if (outcome.message !== undefined) output.words(outcome.message);
    if (!reply.ok) return exitCodeOf(reply.error);
    return outcome.status === 'accepted' ? EXIT.done : EXIT.refused;
  },
};
