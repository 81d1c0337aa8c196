import type { Reply } from '../../domain/contract/bridge.ts';
import type { Outcome } from '../../domain/contract/commands.ts';

/** Whatever became of a command, as one outcome: a script never has to tell two shapes apart. */
export function outcomeOf(commandId: string, reply: Reply): Outcome {
  if (reply.ok) return reply.value as Outcome;
  const { code, message, details } = reply.error;
  return {
    commandId,
    status: 'rejected',
    streamId: null,
    version: 0,
    events: [],
    code,
    message,
    ...(details === undefined ? {} : { details }),
  };
}
