import type { Outcome } from '../../domain/contract/commands.ts';
import { ConsoleFailure } from '../../domain/contract/errors.ts';

/** How often a command is sent again by itself: the engine that comes back may end over it once more. */
const MOST_AGAIN = 2;

function isUnknown(thrown: unknown): boolean {
  return thrown instanceof ConsoleFailure && thrown.error.code === 'engine-stopped';
}

/**
 * Where the engine ended before it answered, nobody knows whether the command was carried out. Sent again by the same
 * id, once the engine is back, it is carried out now or answered with what came of it: once in either case.
 */
export async function submitSurely(send: () => Promise<Outcome>, onAgain: () => void): Promise<Outcome> {
  for (let again = 0; ; again += 1) {
    try {
      return await send();
    } catch (thrown) {
      if (!isUnknown(thrown) || again === MOST_AGAIN) throw thrown;
      onAgain();
    }
  }
}
