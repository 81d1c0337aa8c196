import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from '../../../domain/contract/commands.ts';
import type { ConsoleError } from '../../../domain/contract/errors.ts';
import { carriedError } from '../../ipc/console-error.ts';
import type { AskEngine } from '../rebuild-job.ts';
import type { BulkCommand } from './bulk-command.ts';

/** Half a minute in all: an engine that restarts is back within seconds. */
const MOST_TRIES = 60;
const TRY_AGAIN_MS = 500;

function refusal(commandId: string, { code, message }: ConsoleError): Outcome {
  return { commandId, status: 'rejected', streamId: null, version: 0, events: [], code, message };
}

/** What is wrong with this one command only; null where it is the engine that cannot work. */
function ownFault(thrown: unknown): ConsoleError | null {
  const error = carriedError(thrown);
  return error !== null && (error.kind === 'wrong-use' || error.kind === 'bug') ? error : null;
}

/** What may pass by itself is tried again under the same command id; throws where the engine cannot carry out anything. */
export async function sendOne(ask: AskEngine, command: BulkCommand, signal: AbortSignal): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await ask('commands.submit', command)) as Outcome;
    } catch (thrown) {
      const own = ownFault(thrown);
      if (own !== null) return refusal(command.commandId, own);
      const passes = carriedError(thrown)?.kind === 'retryable' && !signal.aborted && tries < MOST_TRIES;
      if (!passes) throw thrown;
      await delay(TRY_AGAIN_MS);
    }
  }
}

/** One after the other, as one person's commands are. */
export async function sendCommands(
  ask: AskEngine,
  commands: readonly BulkCommand[],
  signal: AbortSignal,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const command of commands) outcomes.push(await sendOne(ask, command, signal));
  return outcomes;
}
