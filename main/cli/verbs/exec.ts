import { v7 as uuidv7 } from 'uuid';
import type { Reply } from '../../../domain/contract/bridge.ts';
import { ConsoleFailure } from '../../../domain/contract/errors.ts';
import { outcomeOf } from '../outcomes.ts';
import { EXIT, exitCodeOf } from '../output.ts';
import { readJson } from '../read-input.ts';
import type { Verb } from '../verb.ts';

/** What stands in the way before the engine is asked is an outcome, too. */
async function replied(submit: () => Promise<Reply>): Promise<Reply> {
  try {
    return await submit();
  } catch (error) {
    if (!(error instanceof ConsoleFailure)) throw error;
    return { ok: false, error: error.error };
  }
}

export const exec: Verb = {
  usage: 'exec NAME --data DIR [--command-id UUID] [--expected-version N]',
  summary: 'Carry out one command',
  help: [
    'Standard input: the data of the command as JSON.',
    'Standard output: the outcome as one JSON object.',
    'The commands and their data are listed in docs/catalogue.md.',
  ],
  positionals: 1,
  run: async ({
    arguments: { positionals, commandId, expectedVersion },
    input,
    output,
    session,
    interruption,
  }) => {
    const id = commandId ?? uuidv7();
    const expected = expectedVersion === null ? {} : { expectedVersion };
    const reply = await replied(async () => {
      const data = await readJson(input, interruption());
      const engine = await session();
      return engine.call('commands.submit', { type: positionals[0], data, commandId: id, ...expected });
    });
    const outcome = outcomeOf(id, reply);
    await output.json(outcome);
    if (outcome.message !== undefined) output.words(outcome.message);
    if (!reply.ok) return exitCodeOf(reply.error);
    return outcome.status === 'accepted' ? EXIT.done : EXIT.refused;
  },
};
